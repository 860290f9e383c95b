import type { ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'

import type { Service } from '../../api/service.ts'
import { ServiceStatus } from '../../features/services/service-status.tsx'
import { ServiceIcon, serviceTypeName } from '../../features/services/service-type.tsx'
import { paths, type ServicePage } from '../../lib/paths.ts'
import { formatCount, RelativeTime } from '../../ui/relative-time.tsx'

/** The service's pages, in the order of their links. */
const PAGES: readonly { readonly page: ServicePage; readonly label: string }[] = [
  { page: 'overview', label: 'Overview' },
  { page: 'connect', label: 'Connect' },
  { page: 'users', label: 'Users' },
]

const ServiceFacts = ({ service }: { service: Service }) => (
  <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
    <li>{serviceTypeName(service)}</li>
    <li>
      <ServiceStatus state={service.state} />
    </li>
    {service.node_count !== undefined && <li>{formatCount(service.node_count, 'node')}</li>}
    {service.plan !== undefined && <li>{service.plan}</li>}
    {service.cloud_name !== undefined && <li>{service.cloud_description ?? service.cloud_name}</li>}
    {service.create_time !== undefined && (
      <li>
        Created <RelativeTime iso={service.create_time} withDay />
      </li>
    )}
  </ul>
)

interface ServiceHeaderProps {
  project: string
  name: string
  /** undefined while it is on its way. */
  service: Service | undefined
  /** How old what is shown is. */
  updated: ReactNode
}

/** Which service this is, the way back, and the way to its other pages. */
export const ServiceHeader = ({ project, name, service, updated }: ServiceHeaderProps) => {
  const { pathname, search } = useLocation()
  const chosen = pathname === paths.service(project, name, 'users') ? '' : search
  return (
    <>
      <p className="mb-2 text-xs text-muted print:hidden">
        <Link to={paths.services(project)} className="text-accent underline">
          Services
        </Link>{' '}
        / <span className="wrap-anywhere">{name}</span>
      </p>
      <div className="mb-4 flex gap-3">
        <ServiceIcon type={service?.service_type ?? ''} />
        <div className="min-w-0 space-y-1">
          <h1 className="text-xl font-semibold wrap-anywhere">{name}</h1>
          {service && <ServiceFacts service={service} />}
        </div>
      </div>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-border print:hidden">
        <nav aria-label="Service">
          <ul className="flex flex-wrap gap-1">
            {PAGES.map(({ page, label }) => (
              <li key={page}>
                <NavLink
                  // Overview and Connect speak of the same endpoint and user.
                  to={{ pathname: paths.service(project, name, page), search: page === 'users' ? '' : chosen }}
                  className="-mb-px flex min-h-9 items-center border-b-2 border-transparent px-3 font-medium text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-accent"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="pb-1">{updated}</div>
      </div>
    </>
  )
}
