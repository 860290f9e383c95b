import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { ServiceActions } from '../../features/service-actions/service-actions.tsx'
import { ServiceStatus } from '../../features/services/service-status.tsx'
import { ServiceIcon, serviceTypeName } from '../../features/services/service-type.tsx'
import { shortCloud } from '../../features/services/short-cloud.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useShare } from './share/use-share.tsx'

/** One line, where longer text is truncated (the settings show all of it); on a phone, as many as it takes. */
const ServiceFacts = ({ service }: { service: Service }) => {
  const { state, plan, node_count: nodes } = service
  const { place, provider } = shortCloud(service)
  const line = 'flex min-w-0 gap-x-3 whitespace-nowrap max-sm:basis-full max-sm:flex-wrap sm:gap-x-4'
  return (
    <>
      <ul className={line}>
        <li className="truncate">{serviceTypeName(service)}</li>
        <li>
          <ServiceStatus state={state} />
        </li>
      </ul>
      <ul className={line}>
        {nodes !== undefined && <li>{formatCount(nodes, 'node')}</li>}
        {plan !== undefined && <li className="truncate">{plan}</li>}
        {place !== undefined && (
          <li className="truncate">
            {place}
            {provider !== undefined && `, ${provider}`}
          </li>
        )}
      </ul>
    </>
  )
}

/** As wide as the button that replaces it. */
const ActionsToCome = () => (
  <span className="invisible">
    <Button iconAfter="chevron">Actions</Button>
  </span>
)

interface ServiceHeaderProps {
  project: string
  name: string
  /** undefined while loading, or if it couldn't be read. */
  service: Service | undefined
  /** It couldn't be read: no actions will come. */
  failed: boolean
  /** Important notes about the service, at the top. */
  badges: ReactNode
  /** The age of the shown data. */
  updated: ReactNode
}

/** The service's name and state, and the link back. */
export const ServiceHeader = ({ project, name, service, failed, badges, updated }: ServiceHeaderProps) => {
  const { entries, outcome, manualCopy } = useShare(project, service)
  return (
    <>
      <div className="mb-1 flex min-h-6 items-center gap-3 text-xs text-muted print:hidden">
        <p className="truncate">
          <Link to={paths.services(project)} className="text-accent underline">
            Services
          </Link>{' '}
          / <bdi>{name}</bdi>
        </p>
        {badges}
      </div>
      <div className="mb-4 grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr_auto]">
        <ServiceIcon type={service?.service_type ?? ''} />
        <h1 className="text-xl font-semibold wrap-anywhere">{name}</h1>
        <div className="flex flex-col items-end gap-2 max-sm:col-span-2 max-sm:row-start-3 print:hidden">
          <div className="flex flex-wrap items-center justify-end gap-2">
            {updated}
            {service ? (
              <ServiceActions key={`${project}/${name}`} project={project} service={service} share={entries} />
            ) : (
              !failed && <ActionsToCome />
            )}
          </div>
          {outcome}
        </div>
        <div className="flex min-h-6 min-w-0 flex-wrap gap-x-4 text-muted max-sm:col-span-2 max-sm:min-h-12 max-sm:gap-y-1 sm:col-span-2 sm:col-start-2 sm:flex-nowrap">
          {service && <ServiceFacts service={service} />}
        </div>
      </div>
      {manualCopy && <div className="mb-4">{manualCopy}</div>}
    </>
  )
}
