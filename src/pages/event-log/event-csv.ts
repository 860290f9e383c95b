import type { ProjectEvent } from '../../api/events.ts'
import { toCsv } from '../../lib/csv.ts'

/** Events as other programs read them: the wire's names, times in UTC. */
export const eventsCsv = (events: readonly ProjectEvent[]): string =>
  toCsv(
    ['time', 'actor', 'event_type', 'service_name', 'event_desc', 'id'],
    events.map(({ time, actor = '', event_type = '', service_name = '', event_desc = '', id = '' }) => [
      time,
      actor,
      event_type,
      service_name,
      event_desc,
      id,
    ]),
  )
