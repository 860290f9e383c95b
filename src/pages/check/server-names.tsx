import { Link } from 'react-router'

import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { paths } from '../../lib/paths.ts'
import type { ServerSeen } from '../../diagnose/check-reading.ts'
import { hostsCovered } from '../../diagnose/servers/server-names.ts'
import { componentLabel } from '../../domain/connection.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { Icon } from '../../ui/icon.tsx'
import type { OwnServices } from './use-own-services.ts'

/** Number of hosts that are named; the rest are counted. */
const MAX_SHOWN = 5

/** Finds whose server it was: compares the names in its certificate with the endpoints of the user's services. */
export const ServerNames = ({ server, own }: { server: ServerSeen; own: OwnServices }) => {
  const { certificate, host } = server
  const covered = hostsCovered(certificate, own.byHost)
  // If the host is known, compare only that one.
  const hosts = host !== undefined && covered.includes(host.toLowerCase()) ? [host.toLowerCase()] : covered
  if (own.error) {
    return (
      <ApiProblem
        error={own.error}
        what="Its names couldn’t be compared with your services."
        busy={false}
        onRetry={own.retry}
      />
    )
  }
  if (hosts.length === 0) {
    return (
      <p role="status" className="text-muted">
        {own.complete
          ? `Its names match none of your services’ hosts${own.unread.length > 0 ? `, but the services of ${own.unread.join(', ')} couldn’t be read` : ''}.`
          : 'Comparing its names with the hosts of your services'}
      </p>
    )
  }
  return (
    <div className="space-y-1">
      <p className="flex gap-2 font-medium">
        <span className="py-0.5 text-ok">
          <Icon name="check" />
        </span>
        {hosts.length === 1
          ? 'Its names match this endpoint:'
          : `Its names match ${formatNumber(hosts.length)} hosts of your services. Paste the command too, so that they can be compared with one host.`}
      </p>
      <ul className="space-y-1 pl-6">
        {hosts.slice(0, MAX_SHOWN).map((name) => {
          const [first] = own.byHost.get(name) ?? []
          return (
            first && (
              <li key={name} className="wrap-anywhere">
                <Link to={paths.service(first.project, first.service.service_name)} className="text-accent underline">
                  {first.service.service_name}
                </Link>{' '}
                of project {first.project}: {componentLabel(first.component)} at <bdi>{name}</bdi>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
