import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { recoversMoments } from '../../domain/catalog.ts'
import { paths } from '../../lib/paths.ts'
import { justBefore } from '../../domain/wire-time.ts'
import { ACTION_PARAM } from '../service-actions/action.ts'

interface JustBeforeProps {
  project: string
  service: Pick<Service, 'service_name' | 'service_type'>
  /** When it happened. */
  iso: string
  /** The link's accessible name, if its text alone is ambiguous. */
  label?: string
  children: string
}

/**
 * Links to the form that makes a copy of the service as it was just before an event, for types that can be restored to a
 * moment. That page says whether the backups reach back far enough.
 */
export const JustBefore = ({ project, service, iso, label, children }: JustBeforeProps) => {
  const { service_name: name, service_type: type } = service
  const moment = justBefore(iso)
  if (!recoversMoments(type) || Number.isNaN(moment.getTime())) return null
  return (
    <Link
      to={{
        pathname: paths.service(project, name, 'backups'),
        search: new URLSearchParams({ [ACTION_PARAM]: 'fork', at: moment.toISOString() }).toString(),
      }}
      aria-label={label}
      className="flex min-h-8 items-center text-accent underline"
    >
      {children}
    </Link>
  )
}
