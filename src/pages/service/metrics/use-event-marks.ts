import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { EVENT_LIMITS, projectEvents } from '../../../api/events.ts'
import { useApi } from '../../../api/use-api.ts'
import { readWireTime } from '../../../domain/wire-time.ts'
import { eventWords } from '../../../features/events/event-words.ts'
import type { Interval } from '../../../ui/chart/scale.ts'
import type { Tick } from '../../../ui/chart/time-ticks.ts'

const DAY = 86_400_000

/** The service's events in that time range, oldest first, and whether they could be read. */
export const useEventMarks = (project: string, service: string, { from, to }: Interval) => {
  const limit = EVENT_LIMITS[to - from > 2 * DAY ? 1 : 0]
  const { data, isError } = useQuery(projectEvents(useApi(), project, limit))
  const marks = useMemo(
    (): readonly Tick[] =>
      (data?.items ?? [])
        .flatMap(({ time, service_name, event_type, event_desc }) => {
          const at = readWireTime(time)
          const isHere = service_name === service && at !== undefined && at >= from && at <= to
          return isHere ? [{ at, label: event_desc ?? eventWords(event_type ?? 'unknown') }] : []
        })
        .toReversed(),
    [data, service, from, to],
  )
  return { marks, failed: isError && !data }
}
