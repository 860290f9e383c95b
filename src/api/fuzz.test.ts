/** Runs thousands of broken answers through every schema and what pages compute from them: each gives data or an ApiError. */
import { isRecord } from '../lib/is-record.ts'
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'

import { createMockApi } from '../../mocks/api.ts'
import { mutate, seeded } from '../../tools/faults/mutate.ts'
import { readCaCertificates } from '../crypto/files.ts'
import { readKeyPair } from '../crypto/key-pair.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import { endpointVerdict, serviceVerdict } from '../domain/verdict.ts'
import { userInfo } from './account.ts'
import { aclList } from './acl.ts'
import { projectAlerts, serviceAlerts } from './alerts.ts'
import { serviceBackups } from './backups.ts'
import {
  planPrice,
  planSpecs,
  projectClouds,
  projectVpcs,
  servicePlans,
  serviceTypes,
  serviceVersions,
} from './project-offer.ts'
import { createApi, type Api } from './client.ts'
import { databaseList } from './databases.ts'
import { indexList } from './indexes.ts'
import { ApiError } from './errors.ts'
import { projectEvents } from './events.ts'
import { serviceIntegrations } from './integrations.ts'
import { serviceLogs } from './logs.ts'
import { serviceMetrics } from './metrics.ts'
import type { OPERATIONS } from './operations.ts'
import { projectCa, type ProjectCa } from './project-ca.ts'
import { projectList } from './project.ts'
import { currentQueries, queryStatistics } from './database-queries.ts'
import { serviceGet, serviceList, type Service } from './service.ts'
import { topicGet, topicList } from './topics.ts'
import { serviceUserGet } from './user.ts'

/** More than 10,000 in total; fewer for answers that take long to parse. */
const roundsOf = (answer: string) => Math.round(Math.min(600, Math.max(60, 8_000_000 / answer.length)))

type Operations = typeof OPERATIONS
type ReadId = { [Id in keyof Operations]: Operations[Id]['kind'] extends 'read' ? Id : never }[keyof Operations]

const PG = { project: 'demo-shop', service: 'orders-db' }
const KAFKA = { project: 'demo-shop', service: 'events' }
const ORDER = { field: 'calls', descending: true } as const

/** How to make each request. The type fails if an operation is added or removed. */
const QUERIES = {
  UserInfo: userInfo,
  ListServiceVersions: serviceVersions,
  ProjectList: projectList,
  ProjectKmsGetCA: (api) => projectCa(api, 'demo-shop'),
  ProjectGetEventLogs: (api) => projectEvents(api, 'demo-shop'),
  ListProjectClouds: (api) => projectClouds(api, 'demo-shop'),
  VpcList: (api) => projectVpcs(api, 'demo-shop'),
  ListProjectServiceTypes: (api) => serviceTypes(api, 'demo-shop'),
  ProjectServicePlanList: (api) => servicePlans(api, 'demo-shop', 'kafka'),
  ProjectServicePlanSpecsGet: (api) => planSpecs(api, 'demo-shop', 'kafka', 'business-4'),
  ProjectServicePlanPriceGet: (api) => planPrice(api, 'demo-shop', 'kafka', 'business-4', 'aws-eu-west-1'),
  ServiceList: (api) => serviceList(api, 'demo-analytics'),
  ServiceGet: (api) => serviceGet(api, 'demo-shop', 'events'),
  ServiceIntegrationList: (api) => serviceIntegrations(api, 'demo-shop', 'orders-db'),
  ProjectAlertsList: (api) => projectAlerts(api, 'demo-shop'),
  ServiceAlertsList: (api) => serviceAlerts(api, 'demo-shop', 'clicks'),
  ServiceBackupsGet: (api) => serviceBackups(api, 'demo-shop', 'orders-db'),
  ServiceMetricsFetch: (api) => serviceMetrics(api, 'demo-shop', 'orders-db', 'hour'),
  ProjectGetServiceLogs: (api) => serviceLogs(api, 'demo-shop', 'events', {}),
  ServiceUserGet: (api) => serviceUserGet(api, { ...KAFKA, username: 'avnadmin' }),
  ServiceDatabaseList: (api) => databaseList(api, PG),
  ServiceOpenSearchIndexList: (api) => indexList(api, { project: 'demo-shop', service: 'search' }),
  ServiceQueryActivity: (api) => currentQueries(api, PG, true),
  PGServiceQueryStatistics: (api) => queryStatistics(api, PG, false, ORDER),
  MySQLServiceQueryStatistics: (api) =>
    queryStatistics(api, { project: 'demo-shop', service: 'billing-mysql' }, true, ORDER),
  ServiceKafkaTopicList: (api) => topicList(api, KAFKA),
  ServiceKafkaTopicGet: (api) => topicGet(api, { ...KAFKA, topic: 'customers' }),
  ServiceKafkaNativeAclList: (api) => aclList(api, KAFKA),
} satisfies Record<ReadId, (api: Api) => object>

/** What pages make of an answer. Returns the texts that could be saved or copied as a certificate or a key. */
const USES: Partial<Record<ReadId, (data: never) => Promise<(string | undefined)[]>>> = {
  ServiceList: async ({ items }: { items: Service[] }) => {
    for (const service of items) serviceVerdict(service)
    return []
  },
  ServiceGet: async (service: Service) => {
    for (const endpoint of service.components) endpointVerdict(service, endpoint)
    return []
  },
  ServiceUserGet: async ({ access_cert, access_key }: { access_cert?: string; access_key?: string }) => {
    await readKeyPair(access_cert, access_key)
    return [access_cert, access_key]
  },
  ProjectKmsGetCA: async ({ pem }: ProjectCa) => {
    readCaCertificates(pem)
    return [pem]
  },
}

/** Reads through the query, as pages do. */
const read = async (id: ReadId, api: Api): Promise<unknown> => {
  const { queryFn } = QUERIES[id](api) as { queryFn: (context: unknown) => Promise<unknown> }
  return queryFn({ signal: new AbortController().signal, client: new QueryClient() })
}

const mock = createMockApi()
const client = createApi({
  origin: 'http://localhost',
  fetch: mock.fetch,
  token: () => 'x',
  sleep: async () => undefined,
})

/** How many of so many mutations were refused, in words that pages know. @param take throws what it refuses */
const refusedOf = async (good: unknown, rounds: number, take: (body: unknown) => Promise<void>): Promise<number> => {
  const random = seeded(20_261_125)
  let refused = 0
  for (let round = 0; round < rounds; round++) {
    const body = mutate(good, random)
    try {
      await take(body)
    } catch (error) {
      const isExpected = error instanceof ApiError || error instanceof UnusableFileError
      if (!isExpected) throw new Error(`round ${String(round)}: ${JSON.stringify(body)}`, { cause: error })
      refused++
    }
  }
  return refused
}

describe('what is read', () => {
  it.each(Object.keys(QUERIES) as ReadId[])('%s', async (id) => {
    let good: unknown
    await read(id, async (request) => {
      const answer = await client(request)
      good = answer.body
      return answer
    })
    const original = JSON.stringify(good)
    const rounds = roundsOf(original)
    const refused = await refusedOf(good, rounds, async (body) => {
      const data = await read(id, async () => ({ body, status: 200 }))
      const saved = await (USES[id] as ((data: unknown) => Promise<string[]>) | undefined)?.(data)
      // An accepted certificate or key is byte for byte what was sent.
      for (const text of saved ?? []) expect(original).toContain(JSON.stringify(text))
    })
    // Some mutations are accepted; an empty answer is always refused.
    expect(refused).toBeLessThan(rounds)
    await expect(read(id, async () => ({ body: null, status: 200 }))).rejects.toThrow(ApiError)
  })
})

/** Reads whose items pages tell apart by name, and where the items are. */
const LISTS = {
  ListServiceVersions: 'items',
  ProjectList: 'items',
  ListProjectClouds: 'items',
  VpcList: 'items',
  ProjectServicePlanList: 'items',
  ServiceGet: 'users',
  ServiceBackupsGet: 'items',
  ServiceDatabaseList: 'items',
  ServiceOpenSearchIndexList: 'items',
  ServiceKafkaTopicList: 'items',
  ServiceKafkaTopicGet: 'partitions',
} as const satisfies Partial<Record<ReadId, string>>

/** The answer with every item of its lists twice. */
const twice = (value: unknown): unknown =>
  Array.isArray(value)
    ? [...(value as unknown[]), ...(value as unknown[])]
    : isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, twice(part)]))
      : value

describe('an item that the API sends twice', () => {
  it.each(Object.entries(LISTS) as [keyof typeof LISTS, string][])('is there once: %s', async (id, place) => {
    const readBody = (body: unknown) =>
      read(id, async () => ({ body, status: 200 })) as Promise<Record<string, unknown[]>>
    let good: unknown
    const once = (await read(id, async (request) => {
      const answer = await client(request)
      good = answer.body
      return answer
    })) as Record<string, unknown[]>
    expect(once[place]?.length).toBeGreaterThan(0)
    expect((await readBody(twice(good)))[place]).toHaveLength(once[place]?.length ?? NaN)
  })
})
