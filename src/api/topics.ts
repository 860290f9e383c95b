/** Topics of a Kafka service: the list, one topic with partitions and consumers, and changes to them. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { FreeObject, Items, shownNumber, shownText, Unread } from './fields.ts'
import { uniqueBy, readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'

const TagSchema = v.object({ key: v.string(), value: v.fallback(v.nullish(v.string(), ''), '') })
export type TopicTag = v.InferOutput<typeof TagSchema>

const readTags = (items: unknown[]): TopicTag[] => [
  ...readItems(items, 'Tag', (item) => v.parse(TagSchema, item)).items,
]

const Tags = v.pipe(Unread, v.transform(readTags))

const TopicSchema = v.object({
  topic_name: v.string(),
  topic_description: shownText,
  /** `ACTIVE`, `CONFIGURING`, `DELETING`. */
  state: shownText,
  partitions: shownNumber,
  replication: shownNumber,
  min_insync_replicas: shownNumber,
  cleanup_policy: shownText,
  /** -1: unlimited. */
  retention_hours: shownNumber,
  /** Of one partition; -1: unlimited. */
  retention_bytes: shownNumber,
  tags: Tags,
})
export type Topic = v.InferOutput<typeof TopicSchema>

/** Whether Aiven is changing the topic, so that a refresh will show changes. */
export const isSettling = ({ state }: Pick<Topic, 'state'>): boolean => state === 'CONFIGURING' || state === 'DELETING'

const ListSchema = v.object({ topics: v.array(v.unknown()) })

const readTopics = (body: unknown): ReadList<Topic> => {
  const { items, problems } = readItems(v.parse(ListSchema, body).topics, 'Topic', (item) => v.parse(TopicSchema, item))
  return { items: uniqueBy(items, ({ topic_name }) => topic_name), problems }
}

/** `GET …/topic`: every topic, without partitions. */
export const topicList = (api: Api, address: ServiceAddress) =>
  readQuery(api, {
    operation: 'ServiceKafkaTopicList',
    params: serviceParams(address),
    read: readTopics,
    staleTime: 10 * SECOND,
    // Ten thousand topics are megabytes, so they are refreshed less often.
    refreshAfter: ({ items }) => (items.some(isSettling) ? 5 * SECOND : SLOW_REFRESH_MS + items.length * 10),
  })

/** Which topic. */
export interface TopicAddress extends ServiceAddress {
  readonly topic: string
}

const topicParams = ({ topic, ...address }: TopicAddress) => ({ ...serviceParams(address), topic_name: topic })

const PartitionSchema = v.object({
  partition: v.number(),
  /** Number of in-sync replicas. */
  isr: shownNumber,
  /** In bytes. */
  size: shownNumber,
  earliest_offset: shownNumber,
  latest_offset: shownNumber,
  consumer_groups: v.fallback(v.array(v.object({ group_name: v.string(), offset: shownNumber })), []),
})
export type Partition = v.InferOutput<typeof PartitionSchema>

const SettingSchema = v.object({
  value: v.union([v.string(), v.number(), v.boolean()]),
  /** `topic_config`: set for this topic; otherwise a default. */
  source: shownText,
})
type Setting = v.InferOutput<typeof SettingSchema>

const readSettings = (config: Readonly<Record<string, unknown>>): ReadonlyMap<string, Setting> =>
  new Map(
    Object.entries(config).flatMap(([name, value]) => {
      const { success, output } = v.safeParse(SettingSchema, value)
      return success ? [[name, output] as const] : []
    }),
  )

const TopicGetSchema = v.object({
  topic: v.object({
    state: shownText,
    replication: shownNumber,
    tags: Tags,
    partitions: Items,
    /** Every setting by name; unreadable ones are left out. */
    config: v.pipe(FreeObject, v.transform(readSettings)),
  }),
})

const readTopic = (body: unknown) => {
  const { topic } = v.parse(TopicGetSchema, body)
  const { items, problems } = readItems(topic.partitions, 'Partition', (item) => v.parse(PartitionSchema, item))
  return { ...topic, partitions: uniqueBy(items, ({ partition }) => partition), problems }
}
export type TopicDetails = ReturnType<typeof readTopic>

/** `GET …/topic/{topic}`: settings, partitions and consumers. One request per topic, so only for the open one. */
export const topicGet = (api: Api, address: TopicAddress) =>
  readQuery(api, {
    operation: 'ServiceKafkaTopicGet',
    params: topicParams(address),
    read: readTopic,
    staleTime: 5 * SECOND,
    refreshAfter: (topic) => (isSettling(topic) ? 5 * SECOND : 30 * SECOND),
  })

/** Settings of a topic, by the API's names: `retention_ms`. */
export type TopicConfig = Readonly<Record<string, string | number | boolean>>

export interface NewTopic {
  readonly topic_name: string
  readonly partitions: number
  readonly replication: number
  /** Only settings that differ from the service's defaults. */
  readonly config: TopicConfig
  readonly tags: readonly TopicTag[]
}

const LIST = 'ServiceKafkaTopicList'

/** `POST …/topic`. */
export const createTopic = (address: ServiceAddress, { config, tags, ...topic }: NewTopic) =>
  makeWrite({
    operation: 'ServiceKafkaTopicCreate',
    params: serviceParams(address),
    body: { ...topic, ...(Object.keys(config).length > 0 && { config }), ...(tags.length > 0 && { tags }) },
    check: readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })

/** A change of a topic: only keys that change, and the whole `config`. */
export interface TopicChange {
  readonly partitions?: number
  readonly replication?: number
  readonly config?: TopicConfig
  readonly tags?: readonly TopicTag[]
}

/** `PUT …/topic/{topic}`. Partitions can only grow. */
export const updateTopic = (address: TopicAddress, change: TopicChange) =>
  makeWrite({
    operation: 'ServiceKafkaTopicUpdate',
    params: topicParams(address),
    body: change,
    check: readAcknowledged,
    changes: [
      [LIST, serviceParams(address)],
      ['ServiceKafkaTopicGet', topicParams(address)],
    ],
  })

/** `DELETE …/topic/{topic}`, with all its messages. */
export const deleteTopic = (address: TopicAddress) =>
  makeWrite({
    operation: 'ServiceKafkaTopicDelete',
    params: topicParams(address),
    check: readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })
