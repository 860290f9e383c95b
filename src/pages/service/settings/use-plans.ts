import { useQuery } from '@tanstack/react-query'

import { projectClouds, servicePlans, type Plan } from '../../../api/project-offer.ts'
import { serviceMetrics } from '../../../api/metrics.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'
import { latestMean } from '../../../domain/plan-change.ts'

/** The plans of the service's type and the project's clouds; requested once for all sections. */
export const useOffer = (project: string, service: Service) => {
  const api = useApi()
  const plans = useQuery(servicePlans(api, project, service.service_type))
  const clouds = useQuery(projectClouds(api, project))
  const failed = plans.data ? clouds : plans
  return {
    plans: plans.data?.items,
    clouds: clouds.data?.items,
    error: plans.data && clouds.data ? null : failed.error,
    busy: plans.isFetching || clouds.isFetching,
    retry: () => {
      for (const query of [plans, clouds]) if (!query.data) void query.refetch()
    },
  }
}

/** Megabytes of disk in use over all nodes, as measured last; undefined while loading or if unknown. */
export const useDiskInUse = (project: string, service: Service): number | undefined => {
  const { service_name: name, state, disk_space_mb: disk } = service
  const query = { ...serviceMetrics(useApi(), project, name, 'hour'), enabled: state !== 'POWEROFF' }
  const { data } = useQuery(query)
  const usage = data?.items.find((metric) => metric.name === 'disk_usage')
  const percent = usage && latestMean(usage.series)
  return percent === undefined || disk === undefined ? undefined : (disk * percent) / 100
}

/** The plan of that name in that cloud. */
export const regionOf = (plans: readonly Plan[] | undefined, plan: string | undefined, cloud: string | undefined) =>
  plans?.find(({ service_plan }) => service_plan === plan)?.regions.get(cloud ?? '')
