import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { canMakeUsers } from '../../../domain/catalog.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'

interface UserToolsProps {
  project: string
  service: Service
  user: ServiceUser
  onDelete: () => void
}

/** The link to Quick connect as a user, and the button that deletes the user. */
export const UserTools = ({ project, service, user, onDelete }: UserToolsProps) => {
  const { service_name: name, service_type: type } = service
  const search = new URLSearchParams({ user: user.username }).toString()
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-border pt-2 print:hidden">
      <Link
        to={{ pathname: paths.service(project, name, 'connect'), search }}
        aria-label={`Quick connect as ${user.username}`}
        className="min-h-6 font-medium text-accent underline"
      >
        Quick connect
      </Link>
      {user.type === 'primary' ? (
        <span className="text-muted">The primary user can&rsquo;t be deleted.</span>
      ) : (
        canMakeUsers(type) && (
          <Button aria-label={`Delete user ${user.username}`} onClick={onDelete}>
            Delete user
          </Button>
        )
      )}
    </div>
  )
}
