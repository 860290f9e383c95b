/**
 * The catalogue of service types: one row per type, with everything that the console knows about it except TLS
 * (`requirements.ts`) and how its endpoints are addressed (`connection.ts`). Nothing else in the code lists types.
 */
import { lookup } from '../lib/lookup.ts'
import type { ServicePage } from '../lib/paths.ts'

/** What a service does, as an icon. */
export type KindOfService = 'database' | 'stream' | 'search' | 'chart' | 'cache'

/**
 * What happens to the data while the service is off. Aiven's documentation ("Power cycle of a service") names the first
 * two; it doesn't say for other types.
 */
export type DataWhileOff = 'restored' | 'lost' | 'unknown'

/** A brand's icon, by its id in simple-icons; its path is in `features/brand-icons`. */
export type ServiceMark =
  | 'apachecassandra'
  | 'apacheflink'
  | 'apachekafka'
  | 'clickhouse'
  | 'elasticsearch'
  | 'grafana'
  | 'influxdb'
  | 'opensearch'
  | 'postgresql'
  | 'redis'
  | 'thanos'

/** Options for a new user besides its name: a rule of an ACL, or its login method. */
export type UserOption = AclOption | 'authentication' | 'replication' | 'certificate'
export type AclOption = 'keys' | 'commands' | 'categories' | 'channels'

interface CatalogRow {
  readonly kind: KindOfService
  /** Absent if the icon set lacks it, or its owner's rules don't allow showing it. */
  readonly mark?: ServiceMark
  /** Pages beside those that every service has. */
  readonly pages: readonly ServicePage[]
  readonly dataWhileOff?: DataWhileOff
  /** Names for it in the Aiven Console and in common use, in lower case. */
  readonly aliases?: readonly string[]
  /** Its backups hold its configuration and no data, and it can't be forked (Aiven's documentation, "Backups"). */
  readonly configurationBackups?: true
  /** Can be restored to any moment (has the setting `recovery_target_time`). */
  readonly recoversMoments?: true
  /** Its users aren't made through the API's service users. */
  readonly fixedUsers?: true
  readonly userOptions?: readonly UserOption[]
  /** Its SQL dialect, which decides about databases and query statistics. */
  readonly sql?: 'pg' | 'mysql'
  /** It connects to others; nothing connects to it. */
  readonly noClients?: true
}

const EVERY_SERVICE: ReadonlySet<ServicePage> = new Set([
  'overview',
  'connect',
  'metrics',
  'logs',
  'integrations',
  'settings',
])

const CACHE: CatalogRow = {
  kind: 'cache',
  pages: ['users', 'current-queries', 'backups'],
  userOptions: ['keys', 'commands', 'categories', 'channels'],
}

const CATALOG: Readonly<Record<string, CatalogRow>> = {
  pg: {
    kind: 'database',
    mark: 'postgresql',
    aliases: ['postgres', 'postgresql'],
    pages: ['users', 'databases', 'connection-pools', 'current-queries', 'query-statistics', 'backups'],
    dataWhileOff: 'restored',
    userOptions: ['replication'],
    sql: 'pg',
    recoversMoments: true,
  },
  mysql: {
    kind: 'database',
    pages: ['users', 'databases', 'current-queries', 'query-statistics', 'backups'],
    dataWhileOff: 'restored',
    userOptions: ['authentication'],
    sql: 'mysql',
    recoversMoments: true,
  },
  kafka: {
    kind: 'stream',
    mark: 'apachekafka',
    pages: ['topics', 'users', 'acl', 'backups'],
    dataWhileOff: 'lost',
    configurationBackups: true,
    userOptions: ['certificate'],
  },
  valkey: CACHE,
  redis: { ...CACHE, mark: 'redis' },
  dragonfly: { ...CACHE, userOptions: ['keys', 'commands', 'categories'] },
  opensearch: { kind: 'search', mark: 'opensearch', pages: ['users', 'indexes', 'backups'] },
  elasticsearch: { kind: 'search', mark: 'elasticsearch', pages: ['users', 'backups'] },
  clickhouse: { kind: 'database', mark: 'clickhouse', pages: ['users', 'backups'], fixedUsers: true },
  cassandra: { kind: 'database', mark: 'apachecassandra', pages: ['users', 'backups'] },
  alloydbomni: {
    kind: 'database',
    pages: ['users', 'databases', 'backups'],
    userOptions: ['replication'],
    sql: 'pg',
  },
  grafana: { kind: 'chart', mark: 'grafana', pages: ['users', 'backups'], fixedUsers: true },
  influxdb: { kind: 'chart', mark: 'influxdb', pages: ['users', 'backups'] },
  thanos: { kind: 'chart', mark: 'thanos', pages: ['users'], aliases: ['metrics'] },
  m3db: { kind: 'chart', pages: ['users', 'backups'] },
  m3aggregator: { kind: 'chart', pages: [] },
  kafka_connect: { kind: 'stream', mark: 'apachekafka', aliases: ['kafkaconnect'], pages: ['users'], fixedUsers: true },
  kafka_mirrormaker: {
    kind: 'stream',
    mark: 'apachekafka',
    pages: [],
    aliases: ['mirrormaker'],
    noClients: true,
  },
  flink: { kind: 'stream', mark: 'apacheflink', pages: ['users'], fixedUsers: true },
}

/** A service's kind; undefined for a type that the catalogue lacks. */
export const kindOfService = (serviceType: string): KindOfService | undefined => lookup(CATALOG, serviceType)?.kind

/** The id of a type’s icon, which `features/brand-icons` has. */
export const serviceMark = (serviceType: string): ServiceMark | undefined => lookup(CATALOG, serviceType)?.mark

/** The service type for a type's name or alias; the word itself if the catalogue has no such type. */
export const serviceTypeNamed = (word: string): string =>
  Object.entries(CATALOG).find(([, { aliases }]) => aliases?.includes(word))?.[0] ?? word

/** What becomes of a type’s data while the service is off. */
export const dataWhileOff = (serviceType: string): DataWhileOff =>
  lookup(CATALOG, serviceType)?.dataWhileOff ?? 'unknown'

/** Whether backups of that type hold no data: then none can be restored into a new service. */
export const hasConfigurationBackups = (serviceType: string): boolean =>
  lookup(CATALOG, serviceType)?.configurationBackups === true

/** Whether services of that type have point-in-time recovery, where their plan has backups. */
export const recoversMoments = (serviceType: string): boolean => lookup(CATALOG, serviceType)?.recoversMoments === true

/** Whether users can be made and deleted; of a type that the catalogue lacks, the API decides. */
export const canMakeUsers = (serviceType: string): boolean => lookup(CATALOG, serviceType)?.fixedUsers !== true

/** What can be chosen for users of this type. */
export const userOptions = (serviceType: string): readonly UserOption[] =>
  lookup(CATALOG, serviceType)?.userOptions ?? []

/** Whether it speaks MySQL's SQL rather than PostgreSQL's, among those that have databases. */
export const speaksMysql = (serviceType: string): boolean => lookup(CATALOG, serviceType)?.sql === 'mysql'

/** Whether nothing connects to it. */
export const hasNoClients = (serviceType: string): boolean => lookup(CATALOG, serviceType)?.noClients === true

/** Whether a service of that type has that page. Of a type that the catalogue lacks: those of every service, and users. */
export const hasPage = (serviceType: string, page: ServicePage): boolean =>
  EVERY_SERVICE.has(page) || (lookup(CATALOG, serviceType)?.pages ?? ['users']).includes(page)

/** Whether a new service can start from its backups; of a type that the catalogue lacks, the API decides. */
export const canBeForked = (serviceType: string): boolean =>
  kindOfService(serviceType) === undefined || (hasPage(serviceType, 'backups') && !hasConfigurationBackups(serviceType))

/** Days after which Aiven deletes a service that is off. */
export const DELETED_AFTER_DAYS_OFF = 180
