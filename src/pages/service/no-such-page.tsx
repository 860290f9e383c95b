import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { hasPage } from '../../domain/catalog.ts'
import { serviceTypeName } from '../../features/services/service-type.tsx'
import { paths, type ServicePage } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTitle } from '../../ui/use-title.ts'

/** Pages of which the API has nothing, or refuses, where a type lacks them. The pages for users and backups handle that themselves. */
const OF_SOME_TYPES: readonly ServicePage[] = [
  'topics',
  'acl',
  'databases',
  'connection-pools',
  'indexes',
  'current-queries',
  'query-statistics',
]

/** Whether an address names a page that services of the type don't have: typed, or from a service of another type. */
export const lacksPage = (serviceType: string, page: string): boolean =>
  OF_SOME_TYPES.some((one) => one === page && !hasPage(serviceType, one))

/** Says so instead of the page, and sends no request. */
export const NoSuchPage = ({ project, service }: { project: string; service: Service }) => {
  useTitle(`${service.service_name} – ${project}`)
  return (
    <div data-testid="no-such-page">
      <EmptyState
        title="No such page"
        actions={
          <Link to={paths.service(project, service.service_name)} className="text-accent underline">
            Go to overview
          </Link>
        }
      >
        This console has no such page for {serviceTypeName(service)}.
      </EmptyState>
    </div>
  )
}
