import type { QueryKey } from '@tanstack/react-query'
import { useId, type ComponentProps } from 'react'

import { rankEndpoints } from '../../domain/endpoint.ts'
import { CertificateTrail } from '../../features/resources/certificate-trail.tsx'
import { ServiceResource } from '../../features/resources/service-resource.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useService } from './use-service.ts'

interface InsidePageProps<T, Key extends QueryKey> extends Omit<
  ComponentProps<typeof ServiceResource<T, Key>>,
  'service'
> {
  /** The page's heading: "Topics". */
  title: string
}

/** A page of what is inside the service: the way back to its certificate, then the list in each of its states. */
export const InsidePage = <T, Key extends QueryKey>({ title, ...resource }: InsidePageProps<T, Key>) => {
  const { project, service } = useService()
  const id = useId()
  useTitle(`${title} of ${service.service_name} – ${project}`)
  const [endpoint] = rankEndpoints(service.service_type, service.components)
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <CertificateTrail project={project} service={service} endpoint={endpoint} search={{}} />
      <ServiceResource service={service} {...resource} />
    </section>
  )
}
