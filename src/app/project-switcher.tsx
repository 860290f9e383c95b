import { useParams } from 'react-router'

import { Icon } from '../ui/icon.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { Popover } from '../ui/popover.tsx'

const ProjectMenu = onDemand(
  async () => (await import('./project-menu.tsx')).ProjectMenu,
  <p className="px-2 text-muted">Loading projects</p>,
)

/** Shows the open project, and leads to the others. Its menu is loaded when opened. */
export const ProjectSwitcher = ({ project }: { project: string | undefined }) => {
  const open = useParams()['project']
  return (
    <Popover
      align="left"
      button={
        <>
          <span className="min-w-0 flex-1">
            <span className="block text-xs text-muted max-lg:sr-only">Project</span>
            <span className={`block font-medium ${open === undefined ? '' : 'truncate'}`}>
              {open ?? (project === undefined ? 'Select a project' : 'All projects')}
            </span>
          </span>
          <Icon name="chevron" />
        </>
      }
      className="max-lg:max-w-64 max-lg:flex-1"
      buttonClass="flex min-h-10 w-full max-w-full items-center gap-2 px-3 py-1 text-left"
      popoverClass="w-64 p-2"
    >
      {(shown) => shown && <ProjectMenu project={open} />}
    </Popover>
  )
}
