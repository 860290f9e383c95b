/** How Aiven writes its answers: the mock's objects as the JSON of the wire. */
import { HttpResponse } from 'msw'

import type { MockProject, MockService, MockUser } from './data/model.ts'
import { keyPem, type Pki } from './pki.ts'
import { rotationUpdates, signingAuthority } from './rotation.ts'

const DAY = 86_400_000
const REDACTED = '<redacted>'

/** Aiven's error body: the message twice, once in a list. */
export const errorAnswer = (status: number, message: string, headers?: Record<string, string>): Response =>
  HttpResponse.json({ errors: [{ message, status }], message }, { status, ...(headers && { headers }) })

const iso = (time: number) => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')

export interface AnswerContext {
  readonly pki: Pki
  readonly now: Date
  readonly secrets: boolean
}

export const userAnswer = async (
  user: MockUser,
  service: MockService,
  project: MockProject,
  { pki, secrets }: AnswerContext,
) => {
  // The certificates' own day: they stay as they are when the clock goes past midnight.
  const day = pki.today.getTime()
  const { certificate } = user
  const secret = async (value: () => string | Promise<string>) => (secrets ? value() : REDACTED)
  return {
    username: user.username,
    type: user.type,
    password: await secret(() => user.password),
    password_updated_time: iso(day - (user.passwordAgeDays ?? service.createdDaysAgo) * DAY),
    ...(user.authentication && { authentication: user.authentication }),
    ...(certificate && {
      access_cert: await secret(() =>
        pki.clientCertificatePem(
          {
            key: certificate.key,
            service: service.name,
            username: user.username,
            daysLeft: certificate.daysLeft,
            ...(certificate.generation !== undefined && { generation: certificate.generation }),
          },
          signingAuthority(project, certificate),
        ),
      ),
      access_key: await secret(() => keyPem(certificate.key)),
      access_cert_not_valid_after_time: iso(day + certificate.daysLeft * DAY),
      ...(certificate.oldDaysLeft !== undefined && {
        expiring_cert_not_valid_after_time: iso(day + certificate.oldDaysLeft * DAY),
      }),
    }),
  }
}

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

export const serviceAnswer = async (service: MockService, project: MockProject, context: AnswerContext) => {
  const { now, secrets } = context
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
    create_time: iso(now.getTime() - service.createdDaysAgo * DAY - DAY / 3),
    update_time: iso(now.getTime() - DAY / 4),
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
    node_states: service.components.length === 0 ? [] : nodeStates(service),
    service_integrations: [],
    service_notifications: [],
    group_list: ['default'],
    termination_protection: service.tags?.['env'] === 'prod',
    project_vpc_id: null,
    backups: [],
  }
}

const nodeStates = ({ name, nodes }: MockService) =>
  Array.from({ length: nodes }, (_, index) => ({
    name: `${name}-${String(index + 1)}`,
    state: 'running',
    availability_zone: `zone-${String(index + 1)}`,
  }))

export const projectAnswer = ({ name, organization, cloud }: MockProject) => ({
  project_name: name,
  account_id: 'a4f1c0ffee00',
  account_name: organization,
  organization_id: 'org4f1c0ffee00',
  billing_group_id: 'c6f2a7f0-0000-4000-8000-000000000001',
  billing_group_name: 'Default billing group',
  billing_address: '',
  billing_emails: [],
  country: '',
  country_code: '',
  default_cloud: cloud,
  estimated_balance: '0.00',
  payment_method: 'no_payment_expected',
  tags: {},
  tech_emails: [],
  tenant_id: 'aiven',
  vat_id: '',
})

export const meAnswer = (projects: readonly MockProject[]) => ({
  user: {
    user: 'demo@example.com',
    user_id: 'u4f1c0ffee00',
    real_name: 'Demo User',
    state: 'active',
    tenant: 'aiven',
    auth: ['token'],
    token_validity_begin: '2022-01-01T00:00:00Z',
    invitations: [],
    projects: projects.map(({ name }) => name),
    project_membership: Object.fromEntries(projects.map(({ name }) => [name, 'admin'])),
    project_memberships: Object.fromEntries(projects.map(({ name }) => [name, ['admin']])),
  },
})
