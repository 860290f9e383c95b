/** Kafka topics: settings and consumer lag in words, and rules for names. */
import { formatBytes } from '../lib/format-bytes.ts'
import { formatNumber } from '../lib/format-number.ts'

/** Kafka's own limit. */
const LONGEST_TOPIC_NAME = 249

/** Why Kafka refuses a topic name, as a sentence; undefined if it's valid. */
export const topicNameProblem = (name: string): string | undefined => {
  if (name === '') return 'Enter a name.'
  if (name.length > LONGEST_TOPIC_NAME) return `At most ${String(LONGEST_TOPIC_NAME)} characters.`
  if (name === '.' || name === '..') return 'A name can’t be just one or two dots.'
  return /^[A-Za-z0-9._-]+$/.test(name) ? undefined : 'Use letters without accents, digits, dots, _ and - only.'
}

/** Kafka replaces dots with _ in names of metrics, so it refuses a topic that differs from another only in that. */
const inMetrics = (name: string): string => name.replaceAll('.', '_')

/** The existing topic that makes Kafka refuse a new one with that name. */
export const collidingTopic = (name: string, names: readonly string[]): string | undefined =>
  names.find((one) => inMetrics(one) === inMetrics(name))

const plural = (count: number, unit: string) => `${formatNumber(count)} ${unit}${count === 1 ? '' : 's'}`

/** How long messages are kept, from hours; -1 is for ever. */
export const retentionWords = (hours: number): string => {
  if (hours < 0) return 'Unlimited'
  return hours >= 48 && hours % 24 === 0 ? plural(hours / 24, 'day') : plural(hours, 'hour')
}

interface Retention {
  readonly retention_hours?: number | undefined
  readonly retention_bytes?: number | undefined
}

/** How long and how much of a topic is kept: "7 days, at most 50 GiB a partition". */
export const retentionSummary = ({ retention_hours: hours, retention_bytes: bytes = -1 }: Retention): string => {
  const long = hours === undefined ? 'Unknown' : retentionWords(hours)
  return bytes < 0 ? long : `${long}, at most ${formatBytes(bytes)} a partition`
}

/** The fields of a partition from which consumer lag is computed. */
export interface ReadPartition {
  readonly latest_offset?: number | undefined
  readonly consumer_groups: readonly { readonly group_name: string; readonly offset?: number | undefined }[]
}

export interface GroupLag {
  readonly group: string
  /** Messages that it hasn't read, over all partitions; undefined if one partition's is unknown. */
  readonly lag: number | undefined
  /** How many partitions it reads. */
  readonly partitions: number
}

/** How far each consumer group is behind: the latest offset less its own, over all partitions. */
export const groupLags = (partitions: readonly ReadPartition[]): readonly GroupLag[] => {
  const groups = new Map<string, GroupLag>()
  for (const { latest_offset: latest, consumer_groups } of partitions) {
    for (const { group_name: group, offset } of consumer_groups) {
      const before = groups.get(group) ?? { group, lag: 0, partitions: 0 }
      // The two offsets are read at different moments: a group that seems to be ahead has no lag.
      const behind = latest === undefined || offset === undefined ? undefined : Math.max(0, latest - offset)
      groups.set(group, {
        group,
        lag: before.lag === undefined || behind === undefined ? undefined : before.lag + behind,
        partitions: before.partitions + 1,
      })
    }
  }
  return [...groups.values()].toSorted((a, b) => (b.lag ?? Infinity) - (a.lag ?? Infinity))
}
