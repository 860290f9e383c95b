/** A service as JSON of the API. */
import { DAY, iso, REDACTED, userAnswer, type AnswerContext } from './answers.ts'
import { integrationsOf } from './data/integrations.ts'
import { findPlan } from './data/plans.ts'
import type { MockProject, MockService } from './data/model.ts'
import { serviceAt, nodeStates } from './lifecycle.ts'
import { notificationsOf } from './notifications.ts'
import { aclOf, databasesOf } from './resource.ts'
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

/** `service_uri` and its parameters; null without an endpoint (powered off, building). */
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
  if (!pooler) return []
  return (service.pools ?? []).map(({ name, database, size, mode = 'transaction', username }) => {
    const user = service.users.find((one) => one.username === username) ?? service.users[0]
    const login = user ? `${user.username}:${secrets ? user.password : REDACTED}@` : ''
    return {
      pool_name: name,
      database,
      ...(username !== undefined && { username }),
      pool_mode: mode,
      pool_size: size,
      connection_uri: `postgres://${login}${pooler.host}:${String(pooler.port)}/${name}?sslmode=require`,
    }
  })
}

/** Whether a service may be neither deleted nor powered off. */
export const isProtected = ({ terminationProtection = false }: MockService): boolean => terminationProtection

/** Megabytes of disk over all nodes. */
export const diskSpaceOf = ({ type, plan, nodes, diskSpaceMb }: MockService): number =>
  diskSpaceMb ?? (findPlan(type, plan)?.diskMb ?? 81_920) * nodes

/** Pending software updates. */
const pendingUpdates = ({ updates = [] }: MockService, now: Date) => {
  const midnight = Math.floor(now.getTime() / DAY) * DAY
  return updates.map(({ description, impact, startsInDays, deadlineInDays }) => ({
    description,
    impact,
    start_after: iso(midnight),
    start_at: iso(midnight + startsInDays * DAY + DAY / 6),
    ...(deadlineInDays !== undefined && { deadline: iso(midnight + deadlineInDays * DAY) }),
    documentation_link: 'https://aiven.io/docs/platform/concepts/maintenance-window',
  }))
}

/** When maintenance updates are installed, in UTC. */
const windowOf = ({ maintenance }: MockService) => maintenance ?? { dow: 'sunday', time: '04:00:00' }

export const serviceAnswer = async (held: MockService, project: MockProject, context: AnswerContext) => {
  const { now, secrets } = context
  const service = serviceAt(held, now.getTime())
  const plan = findPlan(service.type, service.plan)
  return {
    service_name: service.name,
    service_type: service.type,
    service_type_description: service.description,
    state: service.state,
    plan: service.plan,
    cloud_name: service.cloud,
    cloud_description: service.cloudDescription,
    node_count: service.nodes,
    node_cpu_count: plan?.cpus ?? 2,
    node_memory_mb: plan?.memoryMb ?? 4096,
    disk_space_mb: diskSpaceOf(service),
    create_time: iso(service.createdAt ?? now.getTime() - service.createdDaysAgo * DAY - DAY / 3),
    update_time: iso(service.updatedAt ?? now.getTime() - DAY / 4),
    ...uriAnswer(service, secrets),
    components: service.components,
    connection_info: {},
    users: await Promise.all(service.users.map((user) => userAnswer(user, service, project, context))),
    connection_pools: poolAnswers(service, secrets),
    databases: databasesOf(service),
    ...(service.type === 'kafka' && { acl: aclOf(service), kafka_acl: service.nativeAcl ?? [] }),
    tags: service.tags ?? {},
    metadata: service.metadata ?? {},
    features: service.features ?? {},
    user_config: service.userConfig ?? {},
    maintenance: {
      ...windowOf(service),
      enabled: true,
      updates: [...rotationUpdates(project, service, now), ...pendingUpdates(service, now)],
    },
    tech_emails: (service.techEmails ?? []).map((email) => ({ email })),
    node_states: nodeStates(held, now.getTime()),
    service_integrations: integrationsOf(project, service.name),
    service_notifications: notificationsOf(service, now.getTime()),
    group_list: ['default'],
    termination_protection: isProtected(service),
    project_vpc_id: service.vpcId ?? null,
    backups: [],
  }
}
