/** Projects, as far as the console needs them. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { uniqueBy, readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

const ProjectSchema = v.object({
  project_name: v.pipe(v.string(), v.minLength(1, 'it is empty')),
  account_name: shownText,
  default_cloud: shownText,
})
export type Project = v.InferOutput<typeof ProjectSchema>

const ProjectListSchema = v.object({ projects: v.array(v.unknown()) })

const readProjectList = (body: unknown): ReadList<Project> => {
  const read = readItems(v.parse(ProjectListSchema, body).projects, 'Project', (item) => v.parse(ProjectSchema, item))
  return { ...read, items: uniqueBy(read.items, ({ project_name }) => project_name) }
}

/** `GET /v1/project`: the projects that the user can see (what avn uses). */
export const projectList = (api: Api) =>
  readQuery(api, { operation: 'ProjectList', params: {}, read: readProjectList, staleTime: 60 * SECOND })
