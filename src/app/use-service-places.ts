import { useQuery } from '@tanstack/react-query'

import { serviceGet } from '../api/service.ts'
import { useApi } from '../api/use-api.ts'
import { hasPage } from '../domain/catalog.ts'
import { SERVICE_PLACES, type ServicePlace } from './nav.ts'

/** The pages of a service, by its type; until that has come, the page's own request is waited for, and none is made here. */
export const useServicePlaces = (project: string, service: string): readonly ServicePlace[] => {
  const { data } = useQuery({ ...serviceGet(useApi(), project, service), enabled: false })
  return SERVICE_PLACES.filter(({ page }) => hasPage(data?.service_type ?? '', page))
}
