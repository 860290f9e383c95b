import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { serviceGet } from '../api/service.ts'
import { useApi } from '../api/use-api.ts'
import { hasPage } from '../domain/catalog.ts'
import { SERVICE_PLACES, type ServicePlace } from './nav.ts'

interface ServicePlaces {
  /** '' until it's known. */
  readonly type: string
  readonly places: readonly ServicePlace[]
  /** The type is known, or what was asked for it has brought none: the list of pages is complete. */
  readonly settled: boolean
}

/** The pages of a service, by its type. Waits for the page's own request, and sends none. */
export const useServicePlaces = (project: string, service: string): ServicePlaces => {
  const { data, isLoading, isPending } = useQuery({ ...serviceGet(useApi(), project, service), enabled: false })
  // The sidebar is there before the page's code, which asks.
  const [isAsked, setIsAsked] = useState(isLoading)
  if (isLoading && !isAsked) setIsAsked(true)
  const type = data?.service_type ?? ''
  const places = useMemo(() => SERVICE_PLACES.filter(({ page }) => hasPage(type, page)), [type])
  return { type, places, settled: !isPending || (isAsked && !isLoading) }
}
