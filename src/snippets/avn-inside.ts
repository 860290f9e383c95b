/** avn commands for changes inside a service: databases, pools, indexes, topics, access rules. */
import { isRecord } from '../lib/is-record.ts'
import type { WriteRequest } from './write-request.ts'

/** A command of avn, without project and service. */
export interface AvnWords {
  /** What follows `avn service`. */
  readonly words: readonly string[]
  /** What follows the service's name. */
  readonly operands?: readonly string[]
}

type Options = Readonly<Record<string, string>>

/** `--name=value` for each field that is sent; undefined if avn lacks an option for one of them. */
const optionsOf = (fields: Readonly<Record<string, unknown>>, names: Options): string[] | undefined => {
  const options = Object.entries(fields).map(([field, value]) => {
    const name = Object.hasOwn(names, field) ? names[field] : undefined
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return name === undefined || !isPlain ? undefined : `${name}=${String(value)}`
  })
  return options.every((option) => option !== undefined) ? options : undefined
}

const POOL: Options = {
  pool_name: '--pool-name',
  database: '--dbname',
  username: '--username',
  pool_size: '--pool-size',
  pool_mode: '--pool-mode',
}

const CONFIG: Options = {
  min_insync_replicas: '--min-insync-replicas',
  retention_ms: '--retention-ms',
  retention_bytes: '--retention-bytes',
  local_retention_ms: '--local-retention-ms',
  local_retention_bytes: '--local-retention-bytes',
}

/** avn takes one policy at a time, and only for a new topic. */
const POLICIES: ReadonlySet<unknown> = new Set(['delete', 'compact'])

const tagOptions = (tags: unknown): string[] =>
  (Array.isArray(tags) ? (tags as unknown[]) : []).filter(isRecord).map(({ key, value }) => {
    const text = value === '' ? '' : `=${String(value)}`
    return `--tag=${String(key)}${text}`
  })

/** A new topic. Without a policy avn asks for `delete`, which the service's default may not be. */
const createTopic = ({ topic_name, config = {}, tags, ...numbers }: Readonly<Record<string, unknown>>) => {
  if (!isRecord(config)) return undefined
  const { cleanup_policy: policy, ...rest } = config
  const options = optionsOf({ ...numbers, ...rest }, { ...CONFIG, ...TOPIC })
  if (!options || !POLICIES.has(policy)) return undefined
  const words = ['topic-create', ...options, `--cleanup-policy=${String(policy)}`, ...tagOptions(tags)]
  return { words, operands: [String(topic_name)] }
}

const TOPIC: Options = { partitions: '--partitions', replication: '--replication' }

/** A change of a topic. avn wants the partitions in any case, and adds tags to those that there are. */
const updateTopic = (topic: string, { config = {}, ...numbers }: Readonly<Record<string, unknown>>) => {
  if (!isRecord(config) || !('partitions' in numbers)) return undefined
  const options = optionsOf({ ...numbers, ...config }, { ...CONFIG, ...TOPIC })
  return options && { words: ['topic-update', ...options], operands: [topic] }
}

const RESOURCES: Options = {
  Topic: '--topic',
  Group: '--group',
  Cluster: '--cluster',
  TransactionalId: '--transactional-id',
}

/** A new entry of Kafka's own. avn has options for four kinds of resources; a cluster needs no name. */
const addNativeEntry = (fields: Readonly<Record<string, unknown>>) => {
  const { resource_type: type, resource_name: name, permission_type: permission, ...rest } = fields
  const resource = typeof type === 'string' && Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined
  const options = optionsOf(rest, {
    principal: '--principal',
    operation: '--operation',
    host: '--host',
    pattern_type: '--resource-pattern-type',
  })
  if (!options || resource === undefined) return undefined
  const on = type === 'Cluster' ? resource : `${resource}=${String(name)}`
  return { words: ['kafka-acl-add', ...options, on, ...(permission === 'DENY' ? ['--deny'] : [])] }
}

const option = (name: string, value: string | undefined) => `${name}=${value ?? ''}`

/** The change as an avn command; undefined if avn can't express all of it. */
export const avnInside = ({ operation, params, body = {} }: WriteRequest): AvnWords | undefined => {
  const fields: Readonly<Record<string, unknown>> = { ...body }
  const pool = option('--pool-name', params['pool_name'])
  switch (operation) {
    case 'ServiceDatabaseCreate': {
      const options = optionsOf(fields, { database: '--dbname' })
      return options && { words: ['database-create', ...options] }
    }
    case 'ServiceDatabaseDelete':
      return { words: ['database-delete', option('--dbname', params['dbname'])] }
    case 'ServiceOpenSearchIndexDelete':
      return { words: ['index-delete'], operands: [params['index_pattern'] ?? ''] }
    case 'ServicePGBouncerCreate': {
      // avn requires a user.
      const options = 'username' in fields ? optionsOf(fields, POOL) : undefined
      return options && { words: ['connection-pool-create', ...options] }
    }
    case 'ServicePGBouncerUpdate': {
      const options = optionsOf(fields, POOL)
      return options && { words: ['connection-pool-update', pool, ...options] }
    }
    case 'ServicePGBouncerDelete':
      return { words: ['connection-pool-delete', pool] }
    case 'ServiceKafkaTopicCreate':
      return createTopic(fields)
    case 'ServiceKafkaTopicUpdate':
      return updateTopic(params['topic_name'] ?? '', fields)
    case 'ServiceKafkaTopicDelete':
      return { words: ['topic-delete'], operands: [params['topic_name'] ?? ''] }
    case 'ServiceKafkaAclAdd': {
      const options = optionsOf(fields, { username: '--username', topic: '--topic', permission: '--permission' })
      return options && { words: ['acl-add', ...options] }
    }
    case 'ServiceKafkaAclDelete':
      return { words: ['acl-delete'], operands: [params['kafka_acl_id'] ?? ''] }
    case 'ServiceKafkaNativeAclAdd':
      return addNativeEntry(fields)
    case 'ServiceKafkaNativeAclDelete':
      return { words: ['kafka-acl-delete'], operands: [params['kafka_acl_id'] ?? ''] }
    default:
      return undefined
  }
}
