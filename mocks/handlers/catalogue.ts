import type { DefaultBodyType, HttpHandler } from 'msw'

import { CLOUDS, findCloud, type MockCloud } from '../data/clouds.ts'
import { configSchemaOf } from '../data/config-schemas.ts'
import { cloudsOf, diskOf, diskPriceUsd, isOffered, plansOf, priceUsd, type MockPlan } from '../data/plans.ts'
import { findServiceType, SERVICE_TYPES, type MockServiceType } from '../data/service-types.ts'
import { VERSIONS } from '../data/versions.ts'
import { Refusal } from '../errors.ts'
import type { Routes } from '../routes.ts'

const cloudAnswer = (cloud: MockCloud) => ({
  cloud_name: cloud.name,
  cloud_description: cloud.description,
  geo_latitude: cloud.latitude,
  geo_longitude: cloud.longitude,
  geo_region: cloud.region,
  provider: cloud.provider,
  provider_description: cloud.providerDescription,
})

const backupConfig = ({ backups }: MockPlan, { recovery }: MockServiceType) => ({
  interval: 24,
  max_count: backups,
  recovery_mode: recovery,
})

const planAnswer = (plan: MockPlan, served: MockServiceType) => ({
  service_type: served.type,
  service_plan: plan.name,
  node_count: plan.nodes,
  max_memory_percent: 80,
  is_cluster_plan: false,
  backup_config: backupConfig(plan, served),
  regions: Object.fromEntries(
    cloudsOf(plan).map((cloud) => [
      cloud.name,
      {
        price_usd: priceUsd(served.type, plan, cloud),
        disk_space_gb_price_usd: diskPriceUsd(cloud),
        node_cpu_count: plan.cpus,
        node_memory_mb: plan.memoryMb,
        ...diskOf(plan),
      },
    ]),
  ),
})

const typeAnswer = ({ type, description, versions }: MockServiceType) => ({
  description,
  ...(versions.length > 0 && { default_version: versions.at(-1), latest_available_version: versions.at(-1) }),
  user_config_schema: configSchemaOf(type) as unknown as DefaultBodyType,
})

const everyType = (describe: (served: MockServiceType) => object): DefaultBodyType =>
  Object.fromEntries(SERVICE_TYPES.map((served) => [served.type, describe(served)])) as DefaultBodyType

const typesWithPlans = () => ({
  service_types: everyType((served) => ({
    ...typeAnswer(served),
    service_plans: plansOf(served.type).map((plan) => planAnswer(plan, served)),
  })),
})

/** @throws {Refusal} 404 */
const typeNamed = (name: unknown): MockServiceType => {
  const served = findServiceType(String(name))
  if (!served) throw new Refusal(404, 'Service type does not exist', 'invalid_service_type')
  return served
}

/** @throws {Refusal} 404 */
const planNamed = ({ type }: MockServiceType, name: unknown): MockPlan => {
  const plan = plansOf(type).find((one) => one.name === name)
  if (!plan) throw new Refusal(404, 'Service plan does not exist')
  return plan
}

/** @throws {Refusal} 404: no such cloud, or it doesn't have the plan */
const cloudWith = (plan: MockPlan, name: unknown): MockCloud => {
  const cloud = findCloud(String(name))
  if (!cloud || !isOffered(plan, cloud)) throw new Refusal(404, 'Service plan is not available in this cloud')
  return cloud
}

const TYPE = '/service-types/:type'

/** What can be created: types, versions, plans, clouds and prices. */
export const catalogueHandlers = ({ on, open, inProject }: Routes): HttpHandler[] => [
  open('ListClouds', 'get', '/clouds', () => ({ clouds: CLOUDS.map(cloudAnswer) })),
  open('ListPublicServiceTypes', 'get', '/service_types', typesWithPlans),
  open('ListServiceVersions', 'get', '/service_versions', () => ({ service_versions: VERSIONS })),
  // Not in the document; Aiven's own client requests this when it knows the project.
  on('ListAccountServiceVersions', 'get', '/account/:account/service_versions', () => ({ service_versions: VERSIONS })),
  inProject('ListProjectClouds', 'get', '/clouds', () => ({ clouds: CLOUDS.map(cloudAnswer) })),
  inProject('ListProjectServiceTypes', 'get', '/service_types', typesWithPlans),
  inProject('ProjectServiceTypesList', 'get', '/service-types', () => everyType(typeAnswer)),
  inProject('ProjectServiceTypesGet', 'get', TYPE, (_, { params }) => typeAnswer(typeNamed(params['type']))),
  inProject('ProjectServicePlanList', 'get', `${TYPE}/plans`, (_, { params }) => {
    const served = typeNamed(params['type'])
    return { service_plans: plansOf(served.type).map((plan) => planAnswer(plan, served)) }
  }),
  inProject('ProjectServicePlanSpecsGet', 'get', `${TYPE}/plans/:plan`, (_, { params }) => {
    const served = typeNamed(params['type'])
    const plan = planNamed(served, params['plan'])
    return {
      service_type: served.type,
      service_plan: plan.name,
      node_count: plan.nodes,
      max_memory_percent: 80,
      backup_config: backupConfig(plan, served),
      ...diskOf(plan),
    }
  }),
  inProject(
    'ProjectServicePlanPriceGet',
    'get',
    '/pricing/service-types/:type/plans/:plan/clouds/:cloud',
    (_, { params }) => {
      const { type } = typeNamed(params['type'])
      const plan = planNamed(typeNamed(type), params['plan'])
      const cloud = cloudWith(plan, params['cloud'])
      return {
        service_type: type,
        service_plan: plan.name,
        cloud_name: cloud.name,
        base_price_usd: priceUsd(type, plan, cloud),
        extra_disk_price_per_gb_usd: diskPriceUsd(cloud),
        object_storage_gb_price_usd: '0.00003',
      }
    },
  ),
]
