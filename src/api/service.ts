/** Services, as the list and a service's pages need them. */
import { replaceEqualDeep } from '@tanstack/react-query'
import * as v from 'valibot'

import { serviceVerdict } from '../domain/verdict.ts'
import type { Api } from './client.ts'
import { FreeObject, Items, optional, shownNumber, shownText, text, TextMap, Unread } from './fields.ts'
import { uniqueBy, readItems, readManyItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'
import { ServiceUserSchema, type ServiceUser } from './service-user.ts'

const ComponentSchema = v.object({
  component: v.string(),
  host: v.string(),
  port: v.number(),
  route: v.nullish(v.string(), 'dynamic'),
  usage: v.nullish(v.string(), 'primary'),
  kafka_authentication_method: text,
  kafka_ssl_ca: text,
  path: text,
  ssl: optional(v.boolean()),
})
export type Component = v.InferOutput<typeof ComponentSchema>

const ConnectionPoolSchema = v.object({
  pool_name: v.string(),
  database: text,
  username: text,
  pool_mode: shownText,
  pool_size: v.fallback(optional(v.number()), undefined),
})
export type ConnectionPool = v.InferOutput<typeof ConnectionPoolSchema>

/** Untyped objects with one undocumented field; an unexpected value counts as no hint. */
const LetsEncryptHint = v.fallback(v.object({ letsencrypt: optional(v.boolean()) }), {})

const UpdateSchema = v.object({
  description: shownText,
  impact: shownText,
  start_after: shownText,
  start_at: shownText,
  deadline: shownText,
  documentation_link: shownText,
})
export type MaintenanceUpdate = v.InferOutput<typeof UpdateSchema>

/** The maintenance window and pending updates; unreadable parts are left out. */
const MaintenanceSchema = v.fallback(
  v.object({ dow: shownText, time: shownText, updates: v.fallback(v.array(UpdateSchema), []) }),
  { updates: [] },
)

const RawServiceSchema = v.object({
  service_name: v.pipe(v.string(), v.minLength(1, 'it is empty')),
  service_type: v.string(),
  service_type_description: shownText,
  state: shownText,
  plan: shownText,
  cloud_name: shownText,
  cloud_description: shownText,
  project_vpc_id: shownText,
  create_time: shownText,
  node_count: shownNumber,
  disk_space_mb: shownNumber,
  // `pages/service/node-states.ts` reads the progress of each node.
  node_states: v.fallback(v.array(v.looseObject({ state: shownText })), []),
  service_uri_params: TextMap,
  termination_protection: v.fallback(optional(v.boolean()), undefined),
  // What is deleted with the service; `features/service-actions/contents.ts` reads it.
  databases: Unread,
  topics: Unread,
  tech_emails: Unread,
  service_integrations: Unread,
  acl: Unread,
  kafka_acl: Unread,
  components: Items,
  users: Items,
  connection_pools: Items,
  maintenance: MaintenanceSchema,
  tags: TextMap,
  metadata: FreeObject,
  user_config: FreeObject,
  features: LetsEncryptHint,
  connection_info: LetsEncryptHint,
})

export interface Service extends Omit<
  v.InferOutput<typeof RawServiceSchema>,
  'components' | 'users' | 'connection_pools'
> {
  readonly components: readonly Component[]
  readonly users: readonly ServiceUser[]
  readonly connection_pools: readonly ConnectionPool[]
  /** Number of endpoints that couldn't be read. */
  readonly unreadEndpoints: number
  /** Sentences about parts of this service that couldn't be read. */
  readonly problems: readonly string[]
}

/** Whether Aiven is changing the service or one of its nodes, so that a refresh will show changes. */
export const isChanging = ({ state = '', node_states }: Service): boolean =>
  /^REB(UILD|ALANC)ING$/.test(state) || node_states.some((node) => (node.state ?? 'running') !== 'running')

const readService = (raw: unknown): Service => {
  const service = v.parse(RawServiceSchema, raw)
  const components = readItems(service.components, 'Endpoint', (item) => v.parse(ComponentSchema, item))
  const users = readItems(service.users, 'Service user', (item) => v.parse(ServiceUserSchema, item))
  const pools = readItems(service.connection_pools, 'Connection pool', (item) => v.parse(ConnectionPoolSchema, item))
  return {
    ...service,
    components: components.items,
    users: uniqueBy(users.items, ({ username }) => username),
    connection_pools: uniqueBy(pools.items, ({ pool_name }) => pool_name),
    unreadEndpoints: service.components.length - components.items.length,
    problems: [components, users, pools].flatMap(({ problems }) => problems),
  }
}

const ServiceListSchema = v.object({ services: v.array(v.unknown()) })
const ServiceGetSchema = v.object({ service: v.unknown() })

/**
 * Parses the services of a list in slices.
 * @param before the last answer: unchanged services keep their object, and so does an unchanged list
 */
export const readServiceList = async (body: unknown, before?: ReadList<Service>): Promise<ReadList<Service>> => {
  const known = new Map(before?.items.map((service) => [service.service_name, service]))
  const { services } = v.parse(ServiceListSchema, body)
  const list = await readManyItems(services, 'Service', (item) => {
    const read = readService(item)
    const service = replaceEqualDeep(known.get(read.service_name), read)
    // A list of services needs all verdicts at once, so they are computed in these slices.
    serviceVerdict(service)
    return service
  })
  const isSame =
    list.items.length === before?.items.length &&
    list.items.every((service, index) => service === before.items[index]) &&
    list.problems.join('\n') === before.problems.join('\n')
  return isSame ? before : list
}

/** The service of an answer to `ServiceGet` or to a change. Throws where there is none. */
export const readServiceGet = (body: unknown): Service => readService(v.parse(ServiceGetSchema, body).service)

/** `GET /v1/project/{project}/service`, without secrets. */
export const serviceList = (api: Api, project: string) =>
  readQuery(api, {
    operation: 'ServiceList',
    params: { project },
    query: { include_secrets: 'false' },
    read: readServiceList,
    keepsSame: true,
    staleTime: 10 * SECOND,
    // Thousands of services take a while to parse, so they are refreshed less often.
    refreshAfter: ({ items }) => (items.some(isChanging) ? 15 * SECOND : SLOW_REFRESH_MS) + items.length * 30,
  })

/** `GET /v1/project/{project}/service/{service}`, without secrets. */
export const serviceGet = (api: Api, project: string, service: string) =>
  readQuery(api, {
    operation: 'ServiceGet',
    params: { project, service_name: service },
    query: { include_secrets: 'false' },
    read: readServiceGet,
    staleTime: 10 * SECOND,
    refreshAfter: (answer) => (isChanging(answer) ? 5 * SECOND : SLOW_REFRESH_MS),
  })
