import { useQuery } from '@tanstack/react-query'

import { servicePlans, type Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'

/** The service's plan, with its backups and price; undefined until loaded, and if it isn't offered. */
export const usePlan = (project: string, { service_type: type, plan }: Service): Plan | undefined => {
  const { data } = useQuery(servicePlans(useApi(), project, type))
  return data?.items.find(({ service_plan: name }) => name === plan)
}
