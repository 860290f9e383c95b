import { useEffect, useRef } from 'react'

import type { Service } from '../../api/service.ts'
import { stateWord } from '../../features/services/service-status.tsx'
import { announce } from '../../ui/announcer.tsx'

/** Announces to screen readers when the service's state changes by itself. */
export const useStateNews = (service: Service | undefined): void => {
  const last = useRef<Service>(undefined)
  useEffect(() => {
    const before = last.current
    last.current = service
    if (before && before.service_name === service?.service_name && before.state !== service.state) {
      announce(`${service.service_name}: ${stateWord(service.state)}`)
    }
  }, [service])
}
