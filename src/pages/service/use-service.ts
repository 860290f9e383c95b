import { useOutletContext } from 'react-router'

import type { Service } from '../../api/service.ts'

/** What the service's layout hands to the page within it. */
export interface ServiceContext {
  readonly project: string
  /** As the API last described it, without secrets. */
  readonly service: Service
}

/** The service that the page is about; there as soon as the page is. */
export const useService = (): ServiceContext => useOutletContext<ServiceContext>()
