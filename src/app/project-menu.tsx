import { useApi } from '../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'

import { projectList } from '../api/project.ts'
import { paths } from '../lib/paths.ts'
import { TextField } from '../ui/text-field.tsx'
import { ApiProblem } from '../features/problems/api-problem.tsx'
import { Unread } from '../features/problems/unread.tsx'
import { closeMenu } from './close-menu.ts'

/** From this many projects on, a search field is shown. */
const SEARCH_FROM = 8

interface ProjectMenuProps {
  /** The project that is open. */
  project: string | undefined
}

/** All projects, to go to one of them. */
export const ProjectMenu = ({ project }: ProjectMenuProps) => {
  const api = useApi()
  const { data, error, isFetching, refetch } = useQuery(projectList(api))
  const [text, setText] = useState('')
  const projects = data?.items ?? []
  const found = projects.filter(({ project_name }) => project_name.toLowerCase().includes(text.toLowerCase()))
  return (
    <>
      {projects.length >= SEARCH_FROM && <TextField label="Find a project" value={text} onChange={setText} />}
      {!data && !error && <p className="px-2 text-muted">Loading projects</p>}
      {error && (
        <ApiProblem
          error={error}
          what="The projects couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      <Unread problems={data?.problems ?? []} busy={isFetching} onRetry={() => void refetch()} />
      {data && found.length === 0 && <p className="px-2 text-muted">No project found.</p>}
      <ul aria-label="Projects">
        {found.map(({ project_name }) => (
          <li key={project_name}>
            <Link
              to={paths.services(project_name)}
              aria-current={project_name === project ? 'true' : undefined}
              onClick={closeMenu}
              className="flex min-h-9 items-center rounded-md px-2 wrap-anywhere hover:bg-sunken aria-[current=true]:bg-accent-soft aria-[current=true]:text-accent"
            >
              {project_name}
            </Link>
          </li>
        ))}
      </ul>
      <Link
        to={paths.projects()}
        onClick={closeMenu}
        className="flex min-h-9 items-center rounded-md px-2 text-accent hover:bg-sunken"
      >
        All projects
      </Link>
    </>
  )
}
