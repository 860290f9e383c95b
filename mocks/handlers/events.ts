import type { HttpHandler } from 'msw'

import { iso } from '../answers.ts'
import { pastEvents } from '../data/events.ts'
import type { MockEvent } from '../data/model.ts'
import type { Routes } from '../routes.ts'

/** `limit` isn't in the API's document, but its own client sends it. */
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** A project's event log, the newest entry first. */
export const eventHandlers = ({ db, inProject }: Routes): HttpHandler[] => {
  /** From the project's initial state: deleting a service doesn't remove its earlier events. */
  const past = new Map<string, readonly MockEvent[]>()

  return [
    inProject('ProjectGetEventLogs', 'get', '/events', (project, { request }) => {
      const before = past.get(project.name) ?? pastEvents(db.initial(project.name) ?? project, db.startedAt.getTime())
      past.set(project.name, before)
      const asked = Number(new URL(request.url).searchParams.get('limit') ?? DEFAULT_LIMIT)
      const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_LIMIT) : DEFAULT_LIMIT
      const newest = [...before, ...db.events(project.name)].slice(-limit).toReversed()
      return {
        events: newest.map(({ id, time, actor, service, type, description }) => ({
          id,
          time: iso(time),
          actor,
          service_name: service,
          event_type: type,
          event_desc: description,
        })),
      }
    }),
  ]
}
