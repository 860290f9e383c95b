/** Kafka topics at a moment, as JSON of the API. */
import { seededTopics } from './data/topics.ts'
import type { MockService, MockTopic } from './data/model.ts'
import { share } from './hash.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** A new topic can't be read at first, and is configured a little longer; a deleted one stays listed for a while. */
const HIDDEN_FOR = 3 * SECOND
/** From then on the topic is known, but not readable yet. */
const UNKNOWN_FOR = 2 * SECOND
const CONFIGURING_FOR = 8 * SECOND
const DELETING_FOR = 4 * SECOND

/** Age of seeded topics, for computing offsets. */
const SEED_AGE = 90 * 24 * HOUR
const BYTES_PER_MESSAGE = 620

/** The existing topics, including those being deleted. */
export const topicsOf = (service: MockService, now: number): readonly MockTopic[] =>
  (service.topics ?? seededTopics(service.name)).filter(
    ({ deletedAt }) => deletedAt === undefined || now < deletedAt + DELETING_FOR,
  )

const stateOf = ({ createdAt, changedAt = createdAt, deletedAt }: MockTopic, now: number): string => {
  if (deletedAt !== undefined) return 'DELETING'
  return changedAt !== undefined && now < changedAt + CONFIGURING_FOR ? 'CONFIGURING' : 'ACTIVE'
}

/** Whether the topic can be read by name: not too new, and not deleted. */
export const isReadable = ({ createdAt, deletedAt }: MockTopic, now: number): boolean =>
  deletedAt === undefined && (createdAt === undefined || now >= createdAt + HIDDEN_FOR)

/** Whether the API knows the new topic, but can't return it yet. */
export const isBeingCreated = ({ createdAt, deletedAt }: MockTopic, now: number): boolean =>
  deletedAt === undefined && createdAt !== undefined && now >= createdAt + UNKNOWN_FOR && now < createdAt + HIDDEN_FOR

const DEFAULTS: Readonly<Record<string, unknown>> = {
  cleanup_policy: 'delete',
  compression_type: 'producer',
  delete_retention_ms: 86_400_000,
  max_message_bytes: 1_048_588,
  message_timestamp_type: 'CreateTime',
  min_insync_replicas: 1,
  retention_bytes: -1,
  retention_ms: 604_800_000,
  segment_bytes: 209_715_200,
  segment_ms: 604_800_000,
  unclean_leader_election_enable: true,
}

const valueOf = ({ config }: MockTopic, name: string) => config[name] ?? DEFAULTS[name]

const retentionHours = (topic: MockTopic): number => {
  const milliseconds = Number(valueOf(topic, 'retention_ms'))
  return milliseconds < 0 ? -1 : Math.floor(milliseconds / HOUR)
}

/** Fields that lists and single answers share. */
const common = (topic: MockTopic, now: number) => ({
  topic_name: topic.name,
  topic_description: topic.description ?? null,
  owner_user_group_id: null,
  state: stateOf(topic, now),
  replication: topic.replication,
  min_insync_replicas: Number(valueOf(topic, 'min_insync_replicas')),
  cleanup_policy: String(valueOf(topic, 'cleanup_policy')),
  retention_bytes: Number(valueOf(topic, 'retention_bytes')),
  retention_hours: retentionHours(topic),
  tags: [...(topic.tags ?? [])],
})

/** A topic as an item of the list. */
export const topicListItem = (topic: MockTopic, now: number) => ({
  ...common(topic, now),
  partitions: topic.partitions,
  remote_storage_enable: topic.config['remote_storage_enable'] === true,
})

/** Number of messages in a partition, from the topic's age; the partitions of a topic differ a little. */
const partitionAnswer = (topic: MockTopic, service: MockService, partition: number, now: number) => {
  const seed = `${service.name}/${topic.name}/${String(partition)}`
  const since = Math.max(topic.createdAt ?? now - (now % SEED_AGE) - SEED_AGE, service.dataSince ?? 0)
  const perSecond = (topic.perSecond / topic.partitions) * (0.8 + 0.4 * share(seed))
  const produced = (from: number) => Math.max(0, Math.floor(((from - since) / SECOND) * perSecond))
  const latest = produced(now)
  const keptMs = Number(valueOf(topic, 'retention_ms'))
  const earliest = keptMs < 0 ? 0 : produced(now - keptMs)
  // Each group is some seconds behind; one in five has stopped reading.
  const groups = topic.groups.map((group) => {
    const luck = share(`${seed}/${group}`)
    const behind = share(`${service.name}/${topic.name}/${group}`) < 0.2 ? 6 * HOUR * luck : 8 * SECOND * luck
    return { group_name: group, offset: Math.max(earliest, produced(now - behind)) }
  })
  return {
    partition,
    isr: topic.replication,
    size: (latest - earliest) * BYTES_PER_MESSAGE,
    earliest_offset: earliest,
    latest_offset: latest,
    consumer_groups: groups,
  }
}

/** A topic with its settings, its partitions and who reads it. */
export const topicAnswer = (topic: MockTopic, service: MockService, now: number) => ({
  ...common(topic, now),
  config: Object.fromEntries(
    [...new Set([...Object.keys(DEFAULTS), ...Object.keys(topic.config)])].map((name) => {
      const source = name in topic.config ? 'topic_config' : 'default_config'
      return [name, { value: valueOf(topic, name), source, synonyms: [] }]
    }),
  ),
  partitions: Array.from({ length: topic.partitions }, (_, index) => partitionAnswer(topic, service, index, now)),
})
