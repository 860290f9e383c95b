import type { DefaultBodyType, HttpHandler } from 'msw'

import type { MockProject, MockService, MockTopic } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { rejectField, isObject, optionalInteger, optionalText, readBody, text, type Body } from '../input.ts'
import { changeService, requirePower, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'
import { isBeingCreated, isReadable, topicAnswer, topicListItem, topicsOf } from '../topics.ts'

const NAME = /^[A-Za-z0-9._-]+$/
const POLICIES = ['delete', 'compact', 'compact,delete']
const HOUR_MS = 3_600_000
const DEFAULT_PARTITIONS = 3

const misconfigured = (message: string): never => {
  throw new Refusal(400, message, 'kafka_topic_invalid_config')
}

/** The settings in a request: in `config`, and the older fields beside it. @throws {Refusal} 400 */
const readConfig = (body: Body): Readonly<Record<string, unknown>> => {
  const config = body['config'] ?? {}
  if (!isObject(config)) return rejectField('config', 'must be an object')
  const hours = optionalInteger(body, 'retention_hours', -1, 2_562_047_788_015)
  const older = {
    cleanup_policy: optionalText(body, 'cleanup_policy', { oneOf: POLICIES }),
    min_insync_replicas: optionalInteger(body, 'min_insync_replicas', 1, 100),
    retention_bytes: optionalInteger(body, 'retention_bytes', -1, Number.MAX_SAFE_INTEGER),
    retention_ms: hours === undefined ? undefined : hours < 0 ? -1 : hours * HOUR_MS,
  }
  optionalText(config, 'cleanup_policy', { oneOf: POLICIES })
  for (const name of ['min_insync_replicas', 'retention_ms', 'retention_bytes', 'segment_ms'])
    optionalInteger(config, name, -1, Number.MAX_SAFE_INTEGER)
  return Object.fromEntries(
    Object.entries({ ...older, ...config }).filter(([, value]) => value !== undefined && value !== null),
  )
}

const readTags = (body: Body): Pick<MockTopic, 'tags'> => {
  const { tags } = body
  if (tags === undefined || tags === null) return {}
  if (!Array.isArray(tags) || tags.length > 25) return rejectField('tags', 'must be a list of at most 25')
  return {
    tags: (tags as unknown[]).map((tag) => {
      if (!isObject(tag)) return rejectField('tags', 'each must have a key and a value')
      return { key: text(tag, 'key', { max: 64 }), value: optionalText(tag, 'value') ?? '' }
    }),
  }
}

/** @throws {Refusal} 400: more copies than nodes, or more in sync than copies */
const checkReplication = ({ replication, config }: MockTopic, { nodes }: MockService): void => {
  if (replication > nodes)
    misconfigured(`Replication factor ${String(replication)} is larger than ${String(nodes)} nodes`)
  if (Number(config['min_insync_replicas'] ?? 1) > replication)
    misconfigured('min.insync.replicas is larger than the replication factor')
}

const check = (service: MockService): void => {
  requireType(service, ['kafka'])
  requirePower(service)
}

/** Topics of Kafka. */
export const topicHandlers = ({ db, inService }: Routes): HttpHandler[] => {
  const now = () => db.now().getTime()

  /** The topic of that name, once it is available. @throws {Refusal} 404, 501 */
  const findTopic = (service: MockService, name: unknown): MockTopic => {
    const topic = topicsOf(service, now()).find((one) => one.name === name)
    if (topic && isBeingCreated(topic, now())) throw new Refusal(501, `Topic '${topic.name}' is not available yet`)
    if (!topic || !isReadable(topic, now()))
      throw new Refusal(404, `Topic '${String(name)}' does not exist`, 'kafka_topic_not_found')
    return topic
  }

  const putTopics = (
    project: MockProject,
    service: MockService,
    change: (topics: readonly MockTopic[]) => readonly MockTopic[],
    type: string,
    description: string,
  ) => {
    changeService(db, project, service, { topics: change(topicsOf(service, now())) }, { type, description })
  }

  return [
    inService('ServiceKafkaTopicList', 'get', '/topic', (service) => {
      check(service)
      return { topics: topicsOf(service, now()).map((topic) => topicListItem(topic, now())) }
    }),
    inService('ServiceKafkaTopicCreate', 'post', '/topic', async (service, project, { request }) => {
      check(service)
      const body = await readBody(request)
      const name = text(body, 'topic_name', { max: 249, pattern: NAME })
      if (topicsOf(service, now()).some((one) => one.name === name))
        throw new Refusal(409, `Topic '${name}' already exists`, 'kafka_topic_already_exists')
      const description = optionalText(body, 'topic_description')
      const topic: MockTopic = {
        name,
        partitions: optionalInteger(body, 'partitions', 1, 1_000_000) ?? DEFAULT_PARTITIONS,
        replication: optionalInteger(body, 'replication', 2, 100) ?? Math.min(3, service.nodes),
        config: readConfig(body),
        perSecond: 0,
        groups: [],
        createdAt: now(),
        ...readTags(body),
        ...(description !== undefined && { description }),
      }
      checkReplication(topic, service)
      putTopics(project, service, (all) => [...all, topic], 'service_topic_create', `Created topic '${name}'`)
      return { message: 'created' }
    }),
    inService('ServiceKafkaTopicGet', 'get', '/topic/:topic', (service, _, { params }) => {
      check(service)
      return { topic: topicAnswer(findTopic(service, params['topic']), service, now()) as DefaultBodyType }
    }),
    inService('ServiceKafkaTopicUpdate', 'put', '/topic/:topic', async (service, project, { request, params }) => {
      check(service)
      const held = findTopic(service, params['topic'])
      const body = await readBody(request)
      const partitions = optionalInteger(body, 'partitions', 1, 1_000_000) ?? held.partitions
      if (partitions < held.partitions) misconfigured('The number of partitions cannot be decreased')
      const description = optionalText(body, 'topic_description') ?? held.description
      const topic: MockTopic = {
        ...held,
        partitions,
        replication: optionalInteger(body, 'replication', 2, 100) ?? held.replication,
        config: { ...held.config, ...readConfig(body) },
        changedAt: now(),
        ...readTags(body),
        ...(description !== undefined && { description }),
      }
      checkReplication(topic, service)
      const replace = (all: readonly MockTopic[]) => all.map((one) => (one === held ? topic : one))
      putTopics(project, service, replace, 'service_topic_update', `Updated topic '${held.name}'`)
      return { message: 'updated' }
    }),
    inService('ServiceKafkaTopicDelete', 'delete', '/topic/:topic', (service, project, { params }) => {
      check(service)
      const held = findTopic(service, params['topic'])
      const going = (all: readonly MockTopic[]) => all.map((one) => (one === held ? { ...one, deletedAt: now() } : one))
      putTopics(project, service, going, 'service_topic_delete', `Deleted topic '${held.name}'`)
      return { message: 'deleted' }
    }),
  ]
}
