import { Link } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** There is nothing to list yet. */
export const EmptyProject = ({ project }: { project: string }) => (
  <EmptyState
    title="No services yet"
    actions={
      <Link to={paths.newService(project)} className="inline-flex min-h-8 items-center text-accent underline">
        Create the first one
      </Link>
    }
  >
    Project <bdi>{project}</bdi> has no service that your token can see. Services that you create here, with avn or with
    Terraform appear here.
  </EmptyState>
)
