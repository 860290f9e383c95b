import { Link } from 'react-router'

import type { Component, ConnectionPool, Service } from '../../../api/service.ts'
import { paths } from '../../../lib/paths.ts'
import { chooseUser } from '../connection/chosen-user.ts'
import { ConnectionTable } from '../connection/connection-table.tsx'

interface PoolDetailsProps {
  project: string
  service: Service
  endpoint: Component
  pool: ConnectionPool
}

/** How clients connect to a pool, with the certificate that they need. */
export const PoolDetails = ({ project, service, endpoint, pool }: PoolDetailsProps) => {
  const { service_name } = service
  const { pool_name: name, username } = pool
  const about = new URLSearchParams({
    component: endpoint.component,
    database: name,
    ...(username !== undefined && { user: username }),
  })
  return (
    <section aria-label={`Connection information of ${name}`} className="space-y-3 py-2">
      <ConnectionTable
        project={project}
        service={service}
        endpoint={endpoint}
        user={chooseUser(service.users, username ?? null)}
        pool={name}
      />
      <Link
        to={`${paths.service(project, service_name, 'connect')}?${about.toString()}`}
        className="inline-flex min-h-8 items-center text-accent underline"
      >
        Quick connect
      </Link>
    </section>
  )
}
