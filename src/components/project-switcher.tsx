import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'

import { projectList } from '../api/queries.ts'
import { paths } from '../paths.ts'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'

/** From this many projects on, a field narrows them down. */
const SEARCH_FROM = 8

/** Shows the project that is open, and leads to the others. A native popover: Escape and a click elsewhere close it. */
export const ProjectSwitcher = () => {
  const { project } = useParams()
  const { data, error } = useQuery(projectList())
  const [text, setText] = useState('')
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const projects = data?.items ?? []
  const found = projects.filter(({ project_name }) => project_name.toLowerCase().includes(text.toLowerCase()))
  return (
    <div className="relative max-w-full">
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-10 w-full max-w-full items-center gap-2 rounded-md border border-control bg-surface px-3 py-1 text-left [anchor-name:--project-switcher]"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-xs text-muted">Project</span>
          <span className="block truncate font-medium">{project ?? 'Choose a project'}</span>
        </span>
        <Icon name="chevron" />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="m-0 mt-1 max-h-96 w-64 max-w-[calc(100vw-2rem)] space-y-2 overflow-y-auto rounded-lg border border-border bg-surface p-2 text-text shadow-lg [position-anchor:--project-switcher] [position-area:bottom_span-right]"
      >
        {projects.length >= SEARCH_FROM && <TextField label="Find a project" value={text} onChange={setText} />}
        {!data && (
          <p className="px-2 text-muted">
            {error ? 'The projects could not be loaded. The page of all projects says why.' : 'Loading projects'}
          </p>
        )}
        {data && found.length === 0 && <p className="px-2 text-muted">No project found.</p>}
        <ul aria-label="Projects">
          {found.map(({ project_name }) => (
            <li key={project_name}>
              <Link
                to={paths.services(project_name)}
                aria-current={project_name === project ? 'true' : undefined}
                onClick={() => {
                  popover.current?.hidePopover()
                }}
                className="flex min-h-9 items-center rounded-md px-2 wrap-anywhere hover:bg-sunken aria-[current=true]:bg-accent-soft aria-[current=true]:text-accent"
              >
                {project_name}
              </Link>
            </li>
          ))}
        </ul>
        <Link
          to={paths.projects()}
          onClick={() => {
            popover.current?.hidePopover()
          }}
          className="flex min-h-9 items-center rounded-md px-2 text-accent hover:bg-sunken"
        >
          All projects
        </Link>
      </div>
    </div>
  )
}
