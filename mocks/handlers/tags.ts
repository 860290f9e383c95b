import type { HttpHandler } from 'msw'

import type { MockProject, MockService } from '../data/model.ts'
import { readBody } from '../input.ts'
import type { Routes } from '../routes.ts'
import { readTagChanges, readTags } from '../tags.ts'

/** A service's tags. */
export const tagHandlers = ({ db, inService }: Routes): HttpHandler[] => {
  const putTags = (project: MockProject, { name }: MockService, tags: Readonly<Record<string, string>>) => {
    db.putService(project.name, name, (held) => ({ ...held, tags, updatedAt: db.now().getTime() }))
    db.addEvent(project.name, {
      service: name,
      type: 'service_update',
      description: `Changed tags of service '${name}'`,
    })
    return { message: 'updated' }
  }

  return [
    inService('ProjectServiceTagsList', 'get', '/tags', ({ tags = {} }) => ({ tags })),
    inService('ProjectServiceTagsReplace', 'put', '/tags', async (service, project, { request }) =>
      putTags(project, service, readTags(await readBody(request))),
    ),
    inService('ProjectServiceTagsUpdate', 'patch', '/tags', async (service, project, { request }) => {
      const changed = { ...service.tags, ...readTagChanges(await readBody(request)) }
      const kept = Object.entries(changed).filter((entry): entry is [string, string] => entry[1] !== null)
      return putTags(project, service, Object.fromEntries(kept))
    }),
  ]
}
