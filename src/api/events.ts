/** A project's event log: who did what, when. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'

const EventSchema = v.object({
  id: shownText,
  /** ISO 8601, in UTC. */
  time: v.string(),
  actor: shownText,
  event_type: shownText,
  event_desc: shownText,
  /** Empty where it is about the project itself. */
  service_name: shownText,
})
export type ProjectEvent = v.InferOutput<typeof EventSchema>

const EventLogSchema = v.object({ events: v.array(v.unknown()) })

/** An unreadable time counts as the oldest. */
const timeOf = ({ time }: ProjectEvent): number => {
  const parsed = Date.parse(time)
  return Number.isNaN(parsed) ? -Infinity : parsed
}

/** The newest first, whatever order they come in. */
export const readEventLog = (body: unknown): ReadList<ProjectEvent> => {
  const { items, problems } = readItems(v.parse(EventLogSchema, body).events, 'Event', (item) =>
    v.parse(EventSchema, item),
  )
  const byTime = items.map((event) => ({ event, time: timeOf(event) }))
  return { items: byTime.toSorted((a, b) => b.time - a.time || 0).map(({ event }) => event), problems }
}

/** How many of the newest events can be asked for: at first, and at most. `limit` isn't documented; avn sends it. */
export const EVENT_LIMITS = [100, 1000] as const
export type EventLimit = (typeof EVENT_LIMITS)[number]

/** `GET /v1/project/{project}/events`: the newest events of a project and its services. */
export const projectEvents = (api: Api, project: string, limit: EventLimit = EVENT_LIMITS[0]) =>
  readQuery(api, {
    operation: 'ProjectGetEventLogs',
    params: { project },
    query: { limit: String(limit) },
    view: String(limit),
    read: readEventLog,
    staleTime: 10 * SECOND,
    refreshAfter: () => SLOW_REFRESH_MS,
  })
