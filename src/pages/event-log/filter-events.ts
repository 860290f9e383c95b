/** Which events are shown. Every filter stands in the URL under its own name. */
import type { ProjectEvent } from '../../api/events.ts'
import { eventWords } from '../../features/events/event-words.ts'
import { compareNames } from '../../lib/compare-names.ts'
import { wordTest } from '../../lib/word-test.ts'

/** Filters that an event's field must equal, by the URL's names. */
export const FIELDS = {
  service: (event: ProjectEvent) => event.service_name ?? '',
  actor: (event: ProjectEvent) => event.actor ?? '',
  type: (event: ProjectEvent) => event.event_type ?? '',
} as const

export type Field = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as Field[]

const hay = ({ actor = '', event_type = '', event_desc = '', service_name = '' }: ProjectEvent) =>
  `${actor}\n${event_type}\n${eventWords(event_type)}\n${event_desc}\n${service_name}`

/** The events that fit every filter and hold every word of the text, wherever. */
export const filterEvents = (events: readonly ProjectEvent[], params: URLSearchParams, text: string) => {
  const holdsAll = wordTest(text)
  const wanted = FIELD_NAMES.flatMap((name) => {
    const value = params.get(name)
    return value === null ? [] : [{ read: FIELDS[name], value }]
  })
  return events.filter((event) => wanted.every(({ read, value }) => read(event) === value) && holdsAll(hay(event)))
}

/** The options of a filter, from the loaded events; includes the current value. */
export const choicesOf = (events: readonly ProjectEvent[], field: Field, now: string | null): readonly string[] => {
  const values = new Set(events.map(FIELDS[field]).filter((value) => value !== ''))
  if (now !== null && now !== '') values.add(now)
  return [...values].toSorted(compareNames)
}
