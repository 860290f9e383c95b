/** What a project offers: service types, clouds, plans with their prices, versions, VPCs. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { FreeObject, Items, optional, shownNumber, shownText } from './fields.ts'
import { uniqueBy, readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

/** The catalogue seldom changes. */
const STALE = 600 * SECOND

const name = v.pipe(v.string(), v.minLength(1, 'it is empty'))

const TypeSchema = v.object({
  description: shownText,
  default_version: shownText,
  latest_available_version: shownText,
  user_config_schema: FreeObject,
})

export interface ServiceType extends v.InferOutput<typeof TypeSchema> {
  readonly service_type: string
}

const readServiceTypes = (body: unknown): ReadList<ServiceType> => {
  const { service_types: types } = v.parse(v.object({ service_types: v.record(v.string(), v.unknown()) }), body)
  return readItems(Object.entries(types), 'Service type', (entry) => {
    const [service_type, type] = v.parse(v.tuple([name, TypeSchema]), entry)
    return { service_type, ...type }
  })
}

/** `GET /v1/project/{project}/service_types`: each type with its newest version and the schema of its settings. */
export const serviceTypes = (api: Api, project: string) =>
  readQuery(api, {
    operation: 'ListProjectServiceTypes',
    params: { project },
    read: readServiceTypes,
    staleTime: STALE,
  })

/** The API writes prices as texts: US dollars an hour. */
const price = v.fallback(
  optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(Number),
      v.check((value) => value >= 0),
    ),
  ),
  undefined,
)

const RegionSchema = v.object({
  price_usd: price,
  disk_space_gb_price_usd: price,
  node_cpu_count: shownNumber,
  node_memory_mb: shownNumber,
  disk_space_mb: shownNumber,
  disk_space_cap_mb: shownNumber,
  disk_space_step_mb: shownNumber,
})

/** A plan in one cloud. What the API leaves out is undefined. Megabytes of disk are those of all nodes together. */
export type PlanRegion = v.InferOutput<typeof RegionSchema>

/** A cloud with an unreadable entry still counts as having the plan. */
const Regions = v.pipe(
  FreeObject,
  v.transform((regions): ReadonlyMap<string, PlanRegion> => {
    const read = Object.entries(regions).map(([cloud, region]) => {
      const { success, output } = v.safeParse(RegionSchema, region)
      return [cloud, success ? output : v.parse(RegionSchema, {})] as const
    })
    return new Map(read)
  }),
)

const BackupSchema = v.fallback(optional(v.object({ interval: shownNumber, max_count: shownNumber })), undefined)

const PlanSchema = v.object({
  service_plan: name,
  node_count: shownNumber,
  backup_config: BackupSchema,
  /** By the cloud's name: where the plan is available. */
  regions: Regions,
})
export type Plan = v.InferOutput<typeof PlanSchema>

const readPlans = (body: unknown): ReadList<Plan> => {
  const { service_plans: plans } = v.parse(v.object({ service_plans: v.array(v.unknown()) }), body)
  const read = readItems(plans, 'Plan', (item) => v.parse(PlanSchema, item))
  return { ...read, items: uniqueBy(read.items, ({ service_plan }) => service_plan) }
}

/** `GET …/service-types/{type}/plans`: the plans of a type, with the size and price of each in each cloud. */
export const servicePlans = (api: Api, project: string, type: string) =>
  readQuery(api, {
    operation: 'ProjectServicePlanList',
    params: { project, service_type: type },
    read: readPlans,
    staleTime: STALE,
  })

const SpecsSchema = v.object({
  disk_space_mb: shownNumber,
  disk_space_cap_mb: shownNumber,
  disk_space_step_mb: shownNumber,
})

/** `GET …/service-types/{type}/plans/{plan}`: a plan's disk, if the list of plans lacks it. */
export const planSpecs = (api: Api, project: string, type: string, plan: string) =>
  readQuery(api, {
    operation: 'ProjectServicePlanSpecsGet',
    params: { project, service_type: type, service_plan: plan },
    read: (body) => v.parse(SpecsSchema, body),
    staleTime: STALE,
  })

const PriceSchema = v.object({ base_price_usd: price, extra_disk_price_per_gb_usd: price })

/** `GET …/pricing/…`: what a plan costs in a cloud, if the list of plans lacks it. */
export const planPrice = (api: Api, project: string, type: string, plan: string, cloud: string) =>
  readQuery(api, {
    operation: 'ProjectServicePlanPriceGet',
    params: { project, service_type: type, service_plan: plan, cloud },
    read: (body) => v.parse(PriceSchema, body),
    staleTime: STALE,
  })

const CloudSchema = v.object({ cloud_name: name, cloud_description: shownText })
export type Cloud = v.InferOutput<typeof CloudSchema>

const readClouds = (body: unknown): ReadList<Cloud> => {
  const read = readItems(v.parse(v.object({ clouds: v.array(v.unknown()) }), body).clouds, 'Cloud', (item) =>
    v.parse(CloudSchema, item),
  )
  return { ...read, items: uniqueBy(read.items, ({ cloud_name }) => cloud_name) }
}

/** `GET /v1/project/{project}/clouds`: where the project's services can run. */
export const projectClouds = (api: Api, project: string) =>
  readQuery(api, { operation: 'ListProjectClouds', params: { project }, read: readClouds, staleTime: STALE })

const VersionSchema = v.object({
  service_type: v.string(),
  major_version: name,
  state: shownText,
  aiven_end_of_life_time: shownText,
})
export type ServiceVersion = v.InferOutput<typeof VersionSchema>

/** `GET /v1/service_versions`: the major versions of all types, with when Aiven ends them. */
export const serviceVersions = (api: Api) =>
  readQuery(api, {
    operation: 'ListServiceVersions',
    params: {},
    read: (body) => {
      const { service_versions: versions } = v.parse(v.object({ service_versions: Items }), body)
      const read = readItems(versions ?? [], 'Version', (item) => v.parse(VersionSchema, item))
      return { ...read, items: uniqueBy(read.items, (version) => `${version.service_type} ${version.major_version}`) }
    },
    staleTime: STALE,
  })

const VpcSchema = v.object({ project_vpc_id: name, cloud_name: v.string(), network_cidr: shownText, state: shownText })
export type Vpc = v.InferOutput<typeof VpcSchema>

/** `GET /v1/project/{project}/vpcs`: the project's private networks. */
export const projectVpcs = (api: Api, project: string) =>
  readQuery(api, {
    operation: 'VpcList',
    params: { project },
    read: (body) => {
      const { vpcs } = v.parse(v.object({ vpcs: Items }), body)
      const read = readItems(vpcs ?? [], 'VPC', (item) => v.parse(VpcSchema, item))
      return { ...read, items: uniqueBy(read.items, ({ project_vpc_id }) => project_vpc_id) }
    },
    staleTime: 60 * SECOND,
  })
