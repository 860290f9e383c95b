import { EmptyState } from '../../ui/empty-state.tsx'

/** Shown where projects would be: only an administrator can change that. */
export const NoProjects = () => (
  <div data-testid="no-projects">
    <EmptyState title="No projects">
      Your token sees no project. Ask an administrator of your organisation to add you to one.
    </EmptyState>
  </div>
)
