/**
 * The settings of each service type (`user_config`), as JSON Schema with Aiven's extra keywords. A selection from the
 * real API, with its names and limits, and our own descriptions.
 */
import { findServiceType } from './service-types.ts'

export interface ConfigSchema {
  readonly title?: string
  readonly description?: string
  readonly type: string | readonly string[]
  readonly properties?: Readonly<Record<string, ConfigSchema>>
  readonly items?: ConfigSchema
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly default?: unknown
  readonly example?: unknown
  readonly createOnly?: boolean
  readonly additionalProperties?: boolean
  /** Not from Aiven: how the mock checks the text. */
  readonly format?: 'cidr'
}

const RESTARTS = 'Changing this restarts the service.'

type Extra = Partial<ConfigSchema>

const whole = (title: string, minimum: number, maximum: number, extra: Extra = {}): ConfigSchema => ({
  title,
  type: 'integer',
  minimum,
  maximum,
  ...extra,
})
const yesNo = (title: string, extra: Extra = {}): ConfigSchema => ({ title, type: 'boolean', ...extra })
const words = (title: string, extra: Extra = {}): ConfigSchema => ({ title, type: 'string', ...extra })
const group = (title: string, properties: Readonly<Record<string, ConfigSchema>>): ConfigSchema => ({
  title,
  type: 'object',
  additionalProperties: false,
  properties,
})

const IP_FILTER: ConfigSchema = {
  title: 'Allowed IP addresses',
  description: 'Networks in CIDR notation that may connect, alone or with a description. An empty list lets nobody in.',
  type: 'array',
  maxItems: 8000,
  default: ['0.0.0.0/0', '::/0'],
  items: {
    type: ['string', 'object'],
    required: ['network'],
    maxLength: 43,
    format: 'cidr',
    additionalProperties: false,
    properties: {
      network: words('Network', { maxLength: 43, format: 'cidr', example: '10.20.0.0/16' }),
      description: words('Description', { maxLength: 1024 }),
    },
  },
}

const accessTo = (title: string, components: readonly string[]): ConfigSchema =>
  group(title, Object.fromEntries(components.map((name) => [name, yesNo(name)])))

const COMMON: Readonly<Record<string, ConfigSchema>> = {
  ip_filter: IP_FILTER,
  service_log: yesNo('Service logging', { type: ['boolean', 'null'] }),
  static_ips: yesNo('Static IP addresses'),
  enable_ipv6: yesNo('IPv6'),
}

const FORK: Readonly<Record<string, ConfigSchema>> = {
  service_to_fork_from: words('Service to fork from', { maxLength: 64, createOnly: true, type: ['string', 'null'] }),
  project_to_fork_from: words('Project to fork from', { maxLength: 63, createOnly: true, type: ['string', 'null'] }),
}

/** Types whose services can be forked. */
const FORKED: ReadonlySet<string> = new Set([
  'pg',
  'mysql',
  'valkey',
  'dragonfly',
  'opensearch',
  'clickhouse',
  'grafana',
  'alloydbomni',
])

const BACKUP_TIME: Readonly<Record<string, ConfigSchema>> = {
  backup_hour: whole('Hour of the backup (UTC)', 0, 23, { type: ['integer', 'null'] }),
  backup_minute: whole('Minute of the backup', 0, 59, { type: ['integer', 'null'] }),
}

const ADMIN: Readonly<Record<string, ConfigSchema>> = {
  admin_username: words('Name of the admin user', { maxLength: 64, createOnly: true, type: ['string', 'null'] }),
  admin_password: words('Password of the admin user', { maxLength: 256, createOnly: true, type: ['string', 'null'] }),
}

const FORK_BY_TIME = words('Time to recover to', { maxLength: 32, createOnly: true })
const FORK_BY_NAME = words('Backup to recover from', { maxLength: 128, createOnly: true })

const PG: Readonly<Record<string, ConfigSchema>> = {
  ...BACKUP_TIME,
  ...ADMIN,
  recovery_target_time: FORK_BY_TIME,
  backup_retention_days: whole('Days that backups are kept', 1, 366),
  shared_buffers_percentage: { title: 'Shared buffers (% of memory)', type: 'number', minimum: 20, maximum: 60 },
  work_mem: whole('Memory for sorting and hashing (MB)', 1, 1024),
  synchronous_replication: words('Synchronous replication', { enum: ['quorum', 'off'], description: RESTARTS }),
  pg: group('PostgreSQL', {
    max_connections: whole('max_connections', 25, 60_000, { description: `How many may connect at once. ${RESTARTS}` }),
    log_min_duration_statement: whole('log_min_duration_statement', -1, 86_400_000, {
      description: 'Logs statements that take at least this many milliseconds. -1 logs none.',
    }),
    idle_in_transaction_session_timeout: whole('idle_in_transaction_session_timeout', 0, 604_800_000, {
      description: 'Ends sessions that have been idle in a transaction for this many milliseconds.',
    }),
    autovacuum_max_workers: whole('autovacuum_max_workers', 1, 20, { description: RESTARTS }),
    autovacuum_naptime: whole('autovacuum_naptime', 1, 86_400, { description: 'Seconds between runs on a database.' }),
    jit: yesNo('jit', { description: 'Just-in-time compilation.' }),
    timezone: words('timezone', { maxLength: 64, pattern: '^[\\w/]*$', example: 'Europe/Helsinki' }),
    track_io_timing: words('track_io_timing', { enum: ['off', 'on'] }),
  }),
  pgbouncer: group('PgBouncer', {
    autodb_pool_mode: words('Pool mode', { enum: ['session', 'transaction', 'statement'], default: 'transaction' }),
    server_idle_timeout: whole('Seconds until an idle server connection is closed', 0, 86_400, { default: 600 }),
    min_pool_size: whole('Least connections that are kept', 0, 10_000),
  }),
  public_access: accessTo('Public access', ['pg', 'pgbouncer', 'prometheus']),
  private_access: accessTo('Private access', ['pg', 'pgbouncer', 'prometheus']),
}

const KAFKA: Readonly<Record<string, ConfigSchema>> = {
  kafka: group('Kafka', {
    auto_create_topics_enable: yesNo('auto.create.topics.enable', { default: true }),
    default_replication_factor: whole('default.replication.factor', 1, 10),
    log_retention_hours: whole('log.retention.hours', -1, 2_147_483_647, {
      description: '-1 keeps messages forever.',
    }),
    log_retention_bytes: whole('log.retention.bytes', -1, Number.MAX_SAFE_INTEGER),
    message_max_bytes: whole('message.max.bytes', 0, 100_001_200),
    min_insync_replicas: whole('min.insync.replicas', 1, 7),
    num_partitions: whole('num.partitions', 1, 1000),
    group_max_session_timeout_ms: whole('group.max.session.timeout.ms', 0, 1_800_000),
  }),
  kafka_authentication_methods: group('Authentication methods', {
    certificate: yesNo('Client certificates', { default: true }),
    sasl: yesNo('SASL', { default: false }),
  }),
  kafka_sasl_mechanisms: group('SASL mechanisms', {
    plain: yesNo('PLAIN', { default: true }),
    scram_sha_256: yesNo('SCRAM-SHA-256', { default: true }),
    scram_sha_512: yesNo('SCRAM-SHA-512', { default: true }),
  }),
  letsencrypt_sasl: yesNo('SASL endpoints with a browser-recognised certificate'),
  schema_registry: yesNo('Schema registry', { default: false }),
  kafka_rest: yesNo('REST proxy', { default: false }),
  kafka_connect: yesNo('Kafka Connect', { default: false }),
  public_access: accessTo('Public access', ['kafka', 'kafka_connect', 'kafka_rest', 'schema_registry', 'prometheus']),
}

const BY_TYPE: Readonly<Record<string, Readonly<Record<string, ConfigSchema>>>> = {
  pg: PG,
  alloydbomni: PG,
  mysql: {
    ...BACKUP_TIME,
    ...ADMIN,
    recovery_target_time: FORK_BY_TIME,
    binlog_retention_period: whole('Seconds that binary logs are kept', 600, 9_007_199_254_740_991),
    mysql: group('MySQL', {
      connect_timeout: whole('connect_timeout', 2, 3600),
      innodb_lock_wait_timeout: whole('innodb_lock_wait_timeout', 1, 3600, { description: RESTARTS }),
      long_query_time: { title: 'long_query_time', type: 'number', minimum: 0, maximum: 3600 },
      max_allowed_packet: whole('max_allowed_packet', 102_400, 1_073_741_824),
      slow_query_log: yesNo('slow_query_log', { default: false }),
      sql_require_primary_key: yesNo('sql_require_primary_key'),
    }),
  },
  kafka: KAFKA,
  valkey: {
    ...BACKUP_TIME,
    recovery_basebackup_name: FORK_BY_NAME,
    valkey_maxmemory_policy: words('What is dropped when memory is full', {
      enum: ['allkeys-lfu', 'allkeys-lru', 'noeviction', 'volatile-lru', 'volatile-ttl'],
      default: 'noeviction',
    }),
    valkey_timeout: whole('Seconds until an idle connection is closed', 0, 2_073_600, { default: 300 }),
    valkey_ssl: yesNo('TLS', { default: true }),
    valkey_persistence: words('Persistence', { enum: ['off', 'rdb'], description: RESTARTS }),
  },
  dragonfly: {
    recovery_basebackup_name: FORK_BY_NAME,
    cache_mode: yesNo('Drop entries when memory is full', { default: false }),
    dragonfly_ssl: yesNo('TLS', { default: true }),
  },
  opensearch: {
    recovery_basebackup_name: FORK_BY_NAME,
    disable_replication_factor_adjustment: yesNo('Leave replication factors alone'),
    opensearch: group('OpenSearch', {
      action_auto_create_index_enabled: yesNo('action.auto_create_index', { default: true }),
      http_max_content_length: whole('http.max_content_length', 1, 2_147_483_647, { description: RESTARTS }),
    }),
  },
  clickhouse: { ...BACKUP_TIME, recovery_basebackup_name: FORK_BY_NAME },
  grafana: {
    recovery_basebackup_name: FORK_BY_NAME,
    allow_embedding: yesNo('Allow embedding in other pages'),
    dashboards_min_refresh_interval: words('Shortest refresh interval', {
      maxLength: 16,
      pattern: '^[0-9]+(ms|s|m|h|d)$',
    }),
    user_auto_assign_org_role: words('Role of new users', { enum: ['Viewer', 'Admin', 'Editor'] }),
  },
}

/** The schema of a type's `user_config`; for an unknown type, only the common settings. */
export const configSchemaOf = (type: string): ConfigSchema => {
  const versions = findServiceType(type)?.versions ?? []
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...(versions.length > 0 && {
        [`${type}_version`]: words('Major version', { enum: versions, type: ['string', 'null'] }),
      }),
      ...BY_TYPE[type],
      ...COMMON,
      ...(FORKED.has(type) && FORK),
    },
  }
}
