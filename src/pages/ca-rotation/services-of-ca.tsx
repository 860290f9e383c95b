import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import { serviceTypeName } from '../../features/services/service-type.tsx'
import { paths } from '../../lib/paths.ts'

interface ServicesOfCaProps {
  project: string
  /** Services whose clients need the project's CA. */
  services: readonly Service[]
}

/** Without a rotation: the services that need the CA, with links, and nothing to tick. */
export const ServicesOfCa = ({ project, services }: ServicesOfCaProps) => (
  <section aria-labelledby="services-of-ca" className="rounded-lg border border-border bg-surface p-4">
    <h2 id="services-of-ca" className="mb-1 text-base font-semibold">
      Services whose clients need this CA
    </h2>
    <ul className="gap-x-6 sm:columns-2 lg:columns-3">
      {services.map((service, index) => (
        <li key={`${service.service_name}/${String(index)}`} className="break-inside-avoid py-1 wrap-anywhere">
          <Link
            to={paths.service(project, service.service_name)}
            className="inline-block min-h-6 text-accent hover:underline"
          >
            {service.service_name}
          </Link>{' '}
          <span className="text-xs text-muted">{serviceTypeName(service)}</span>
        </li>
      ))}
    </ul>
  </section>
)
