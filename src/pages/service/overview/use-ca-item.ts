import { useQuery } from '@tanstack/react-query'

import { projectCa } from '../../../api/project-ca.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'
import { rotationAhead, serviceHealth, type HealthItem } from '../../../domain/health.ts'

/**
 * The project's CA, if the service's clients need it and it has expired, expires soon or is being replaced. Waits for the
 * request of the page's loader, and sends none.
 */
export const useCaItem = (project: string, service: Service, now: Date): HealthItem | undefined => {
  const { data, error } = useQuery({ ...projectCa(useApi(), project), enabled: false })
  if (!data || error) return undefined
  const certificates = data.certificates.map(({ certificate }) => certificate)
  const { items } = serviceHealth(service, certificates, rotationAhead(service), now)
  return items.find(({ kind, state }) => kind === 'ca' && state !== 'valid')
}
