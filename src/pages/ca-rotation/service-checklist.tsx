import { useState } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { rotationAhead } from '../../domain/health.ts'
import { serviceTypeName } from '../../features/services/service-type.tsx'
import { formatDay } from '../../lib/date-format.ts'
import { paths } from '../../lib/paths.ts'
import { isRotationUpdate } from '../../domain/expiry.ts'
import { NotStored } from '../../ui/not-stored.tsx'
import { readTicks, writeTicks } from './ticks.ts'

interface ServiceChecklistProps {
  project: string
  /** Services whose clients need the project's CA. */
  services: readonly Service[]
  /** Fingerprint of the newest CA certificate, which the ticks refer to. */
  fingerprint: string
}

/** When a service's maintenance for the rotation is due, if the API says. */
const maintenanceWords = ({ maintenance }: Service): string => {
  const update = maintenance.updates.find(({ description }) => isRotationUpdate(description))
  const deadline = new Date(update?.deadline ?? NaN)
  const by = Number.isNaN(deadline.getTime()) ? '' : `, by ${formatDay(deadline)}`
  return `Maintenance is ahead: ${update?.description ?? ''}${by}.`
}

/** A list in which the user ticks the services whose clients have the new CA file. */
export const ServiceChecklist = ({ project, services, fingerprint }: ServiceChecklistProps) => {
  const [ticked, setTicked] = useState(() => readTicks(project, fingerprint))
  const [kept, setKept] = useState(true)
  const done = services.filter(({ service_name }) => ticked.has(service_name)).length
  const toggle = (service: string) => {
    const next = new Set(ticked)
    if (!next.delete(service)) next.add(service)
    setKept(writeTicks(project, fingerprint, next))
    setTicked(next)
  }
  return (
    <section aria-labelledby="checklist" className="rounded-lg border border-border bg-surface p-4">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="checklist" className="text-base font-semibold">
          Clients that have the new file
        </h2>
        <p role="status" className="text-muted">
          {done} of {services.length} services
        </p>
      </div>
      <p className="mb-2 max-w-3xl text-muted">
        Your own checklist: the console can’t see what your clients trust. It’s kept in this browser, and starts over
        with the next CA.
      </p>
      {!kept && <NotStored />}
      <ul className="divide-y divide-border">
        {services.map((service, index) => (
          <li key={`${service.service_name}/${String(index)}`} className="flex flex-wrap items-center gap-x-4 py-1">
            <label className="flex min-h-9 min-w-0 flex-1 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                checked={ticked.has(service.service_name)}
                onChange={() => {
                  toggle(service.service_name)
                }}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{service.service_name}</span>{' '}
                <span className="text-xs text-muted">{serviceTypeName(service)}</span>
                {rotationAhead(service) && (
                  <span className="block text-xs text-muted">{maintenanceWords(service)}</span>
                )}
              </span>
            </label>
            <Link
              to={paths.service(project, service.service_name)}
              aria-label={`Open ${service.service_name}`}
              className="inline-flex min-h-6 items-center text-accent underline"
            >
              Open
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
