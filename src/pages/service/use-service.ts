import { useOutletContext } from 'react-router'

import type { Service } from '../../api/service.ts'

/** What the service's layout passes to its pages. */
export interface ServiceContext {
  readonly project: string
  /** As the API last described it, without secrets. */
  readonly service: Service
}

/** The page's service; always loaded when a page renders. */
export const useService = (): ServiceContext => useOutletContext<ServiceContext>()
