import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { ServiceActions } from '../../features/service-actions/service-actions.tsx'
import { ServiceStatus } from '../../features/services/service-status.tsx'
import { ServiceIcon, serviceTypeName } from '../../features/services/service-type.tsx'
import { paths } from '../../lib/paths.ts'
import { useTakeAway } from './use-take-away.tsx'
import { formatCount, RelativeTime } from '../../ui/relative-time.tsx'

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

/** Which service this is, and the way back. */
export const ServiceHeader = ({ project, name, service, updated }: ServiceHeaderProps) => {
  const { entries, outcome, byHand } = useTakeAway(project, service)
  return (
    <>
      <p className="mb-2 text-xs text-muted print:hidden">
        <Link to={paths.services(project)} className="text-accent underline">
          Services
        </Link>{' '}
        / <span className="wrap-anywhere">{name}</span>
      </p>
      <div className="mb-4 flex flex-wrap gap-3">
        <div className="flex min-w-0 flex-1 basis-64 gap-3">
          <ServiceIcon type={service?.service_type ?? ''} />
          <div className="min-w-0 space-y-1">
            <h1 className="text-xl font-semibold wrap-anywhere">{name}</h1>
            {service && <ServiceFacts service={service} />}
          </div>
        </div>
        <div className="ml-auto flex flex-col items-end gap-2 print:hidden">
          <div className="flex flex-wrap items-center justify-end gap-2">
            {updated}
            {service && (
              <ServiceActions key={`${project}/${name}`} project={project} service={service} takeAway={entries} />
            )}
          </div>
          {outcome}
        </div>
      </div>
      {byHand && <div className="mb-4">{byHand}</div>}
    </>
  )
}
