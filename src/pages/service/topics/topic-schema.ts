import * as v from 'valibot'

import type { NewTopic, TopicConfig } from '../../../api/topics.ts'
import { collidingTopic, topicNameProblem } from '../../../domain/topics.ts'
import { checkedText, optionalNumber, tagLines, wholeNumber } from '../../../features/resources/fields.ts'

export const MAX_PARTITIONS = 1_000_000
const HOUR_MS = 3_600_000
/** The API's maximum, in hours. */
const LONGEST_RETENTION = 2_562_047_788_015

/** Copies of a topic: two at least, and each on a node of its own. */
export const replicationRange = (nodes: number | undefined) => ({ min: 2, max: Math.max(2, nodes ?? 100) })

/** Initial values of a new topic's form. */
export const initialTopic = (nodes: number | undefined) => ({
  topic_name: '',
  partitions: '3',
  replication: String(Math.min(3, replicationRange(nodes).max)),
  min_insync_replicas: '',
  retention_hours: '',
  cleanup_policy: '',
  tags: '',
})

const nameProblem = (names: readonly string[]) => (name: string) => {
  const problem = topicNameProblem(name)
  if (problem !== undefined) return problem
  const other = collidingTopic(name, names)
  if (other === undefined) return undefined
  return other === name
    ? 'There is a topic of that name.'
    : `Too close to ${other}: Kafka treats dots and underscores as the same.`
}

const definedOnly = (config: Readonly<Record<string, string | number | undefined>>): TopicConfig =>
  Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )

interface Limits {
  readonly names: readonly string[]
  readonly nodes: number | undefined
}

/** Turns the fields of a new topic into the request, without empty ones. */
export const topicSchema = ({ names, nodes }: Limits) =>
  v.pipe(
    v.object({
      topic_name: checkedText(nameProblem(names)),
      partitions: wholeNumber({ min: 1, max: MAX_PARTITIONS }),
      replication: wholeNumber(replicationRange(nodes)),
      min_insync_replicas: optionalNumber({ min: 1, max: replicationRange(nodes).max }),
      retention_hours: optionalNumber({ min: -1, max: LONGEST_RETENTION }),
      cleanup_policy: v.string(),
      tags: tagLines,
    }),
    v.forward(
      v.partialCheck(
        [['replication'], ['min_insync_replicas']],
        ({ replication, min_insync_replicas: least = 1 }) => least <= replication,
        'At most the number of replicas: otherwise nothing can be written.',
      ),
      ['min_insync_replicas'],
    ),
    v.transform(({ min_insync_replicas, retention_hours: hours, cleanup_policy, ...topic }): NewTopic => ({
      ...topic,
      config: definedOnly({
        min_insync_replicas,
        retention_ms: hours === undefined ? undefined : hours < 0 ? -1 : hours * HOUR_MS,
        cleanup_policy,
      }),
    })),
  )
