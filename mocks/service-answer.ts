/** A service as the API tells of it. */
import { DAY, iso, REDACTED, userAnswer, type AnswerContext } from './answers.ts'
import type { MockProject, MockService } from './data/model.ts'
import { asSeen, nodeStates } from './lifecycle.ts'
import { rotationUpdates } from './rotation.ts'

const SCHEMES: Record<string, string> = {
  pg: 'postgres',
  alloydbomni: 'postgres',
  mysql: 'mysql',
  valkey: 'valkeys',
  redis: 'rediss',
  dragonfly: 'rediss',
}

/** Protocols whose URI names a database and options. */
const withDatabase = (params: Readonly<Record<string, string>>): string => {
  const { dbname, ssl: _, ...options } = params
  const query = new URLSearchParams(options).toString()
  return `/${dbname ?? ''}${query && `?${query}`}`
}

/** `service_uri` and its parameters; null for what has no endpoint (powered off, building). */
const uriAnswer = (service: MockService, secrets: boolean) => {
  const [main] = service.components
  if (!main) return { service_uri: null, service_uri_params: {} }
  const address = { host: main.host, port: String(main.port) }
  if (service.type === 'kafka') {
    return { service_uri: `${main.host}:${String(main.port)}`, service_uri_params: address }
  }
  const [user] = service.users
  const password = secrets ? (user?.password ?? '') : REDACTED
  const scheme = main.ssl === false ? 'redis' : (SCHEMES[service.type] ?? 'https')
  const rest = service.uriParams ? withDatabase(service.uriParams) : ''
  const login = user ? `${user.username}:${password}@` : ''
  return {
    service_uri: `${scheme}://${login}${main.host}:${String(main.port)}${rest}`,
    service_uri_params: { ...address, ...(user && { user: user.username, password }), ...service.uriParams },
  }
}

const poolAnswers = (service: MockService, secrets: boolean) => {
  const pooler = service.components.find(({ component }) => component === 'pgbouncer')
  const [user] = service.users
  if (!pooler || !user) return []
  const login = `${user.username}:${secrets ? user.password : REDACTED}`
  return (service.pools ?? []).map(({ name, database, size }) => ({
    pool_name: name,
    database,
    username: user.username,
    pool_mode: 'transaction',
    pool_size: size,
    connection_uri: `postgres://${login}@${pooler.host}:${String(pooler.port)}/${name}?sslmode=require`,
  }))
}

export const serviceAnswer = async (held: MockService, project: MockProject, context: AnswerContext) => {
  const { now, secrets } = context
  const service = asSeen(held, now.getTime())
  return {
    service_name: service.name,
    service_type: service.type,
    service_type_description: service.description,
    state: service.state,
    plan: service.plan,
    cloud_name: service.cloud,
    cloud_description: service.cloudDescription,
    node_count: service.nodes,
    node_cpu_count: 2,
    node_memory_mb: 4096,
    disk_space_mb: 81_920,
    create_time: iso(service.createdAt ?? now.getTime() - service.createdDaysAgo * DAY - DAY / 3),
    update_time: iso(service.updatedAt ?? now.getTime() - DAY / 4),
    ...uriAnswer(service, secrets),
    components: service.components,
    connection_info: {},
    users: await Promise.all(service.users.map((user) => userAnswer(user, service, project, context))),
    connection_pools: poolAnswers(service, secrets),
    databases: service.uriParams?.['dbname'] === undefined ? [] : [service.uriParams['dbname']],
    tags: service.tags ?? {},
    metadata: service.metadata ?? {},
    features: service.features ?? {},
    user_config: service.userConfig ?? {},
    maintenance: { dow: 'sunday', time: '04:00:00', enabled: true, updates: rotationUpdates(project, now) },
    node_states: nodeStates(held, now.getTime()),
    service_integrations: [],
    service_notifications: [],
    group_list: ['default'],
    termination_protection: service.tags?.['env'] === 'prod',
    project_vpc_id: null,
    backups: [],
  }
}
