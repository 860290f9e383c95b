import * as v from 'valibot'

import type { TopicChange, TopicConfig, TopicDetails } from '../../../api/topics.ts'
import { formatTags, tagLines, wholeNumber } from '../../../features/resources/fields.ts'
import { MAX_PARTITIONS, replicationRange } from './topic-schema.ts'
import { isOwn } from './topic-settings.tsx'

/** Initial values of a topic's configuration form. */
export const initialChange = (topic: TopicDetails) => ({
  partitions: String(topic.partitions.length),
  replication: String(topic.replication ?? ''),
  tags: formatTags(topic.tags),
  config: Object.fromEntries([...topic.config].map(([name, { value }]) => [name, String(value)])),
})

const isValid = (held: string | number | boolean, text: string): boolean =>
  typeof held !== 'number' || /^-?\d{1,19}(?:\.\d{1,9})?$/.test(text)

/** Converts a text to the type of the setting's previous value. */
const typed = (held: string | number | boolean, text: string): string | number | boolean =>
  typeof held === 'number' ? Number(text) : typeof held === 'boolean' ? text === 'true' : text

/**
 * All settings of the topic with the changes applied, because it isn't known whether the API merges.
 * @returns undefined if nothing changes
 */
const changedConfig = ({ config }: TopicDetails, fields: Readonly<Record<string, string>>): TopicConfig | undefined => {
  const entries = [...config].map(([name, setting]) => {
    const text = (fields[name] ?? '').trim()
    const isChanged = text !== String(setting.value)
    return { name, isChanged, sent: isChanged || isOwn(setting), value: typed(setting.value, text) }
  })
  if (!entries.some(({ isChanged }) => isChanged)) return undefined
  return Object.fromEntries(entries.filter(({ sent }) => sent).map(({ name, value }) => [name, value]))
}

/** Turns the fields of a topic's configuration into the request: only what changes. */
export const changeSchema = (topic: TopicDetails, nodes: number | undefined) => {
  const least = topic.partitions.length
  return v.pipe(
    v.object({
      partitions: wholeNumber({ min: least, max: MAX_PARTITIONS }),
      replication: wholeNumber(replicationRange(Math.max(nodes ?? 0, topic.replication ?? 0) || undefined)),
      tags: tagLines,
      config: v.pipe(
        v.record(v.string(), v.string()),
        v.rawCheck(({ dataset, addIssue }) => {
          if (!dataset.typed) return
          for (const [key, value] of Object.entries(dataset.value)) {
            const held = topic.config.get(key)?.value ?? ''
            if (isValid(held, value.trim())) continue
            const path = { type: 'object', origin: 'value', input: dataset.value, key, value } as const
            addIssue({ message: 'Enter a number.', path: [path] })
          }
        }),
      ),
    }),
    v.transform(({ partitions, replication, tags, config }): TopicChange => {
      const changed = changedConfig(topic, config)
      return {
        ...(partitions !== least && { partitions }),
        ...(replication !== topic.replication && { replication }),
        ...(formatTags(tags) !== formatTags(topic.tags) && { tags }),
        ...(changed && { config: changed }),
      }
    }),
    v.check((change) => Object.keys(change).length > 0, 'Nothing has changed yet.'),
  )
}
