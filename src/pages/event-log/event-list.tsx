import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'

import { EVENT_LIMITS, type ProjectEvent } from '../../api/events.ts'
import { serviceList } from '../../api/service.ts'
import { useApi } from '../../api/use-api.ts'
import { formatCount, formatNumber } from '../../lib/format-number.ts'
import { useSearchInUrl } from '../../features/search/use-search-in-url.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TimeZoneChoice } from '../../ui/moment.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { SaveButton } from '../../ui/save-button.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { eventColumns } from './event-columns.tsx'
import { eventsCsv } from './event-csv.ts'
import { EventFilters } from './event-filters.tsx'
import { FIELD_NAMES, filterEvents } from './filter-events.ts'

const MAX_EVENTS = formatNumber(EVENT_LIMITS[1])

const keyOf = ({ id, time, actor, event_type }: ProjectEvent) => id ?? `${time} ${String(actor)} ${String(event_type)}`

interface EventListProps {
  project: string
  /** All that are loaded, the newest first. */
  events: readonly ProjectEvent[]
  /** Whether older ones can be requested. */
  more: boolean
  loadingMore: boolean
  onMore: () => void
}

/** The events that fit the filters in the URL. */
export const EventList = ({ project, events, more, loadingMore, onMore }: EventListProps) => {
  const { params, text, search, settle, write } = useSearchInUrl()
  const filter = useDeferredValue(text)
  const shown = useMemo(() => filterEvents(events, params, filter), [events, params, filter])
  const { data: services } = useQuery({ ...serviceList(useApi(), project), refetchInterval: false })
  const columns = useMemo(
    () => eventColumns(project, new Map(services?.items.map((service) => [service.service_name, service]))),
    [project, services],
  )
  const [saved, setSaved] = useState<string>()
  const name = `${project}-events.csv`
  const loadMore = (more || loadingMore) && (
    <Button busy={loadingMore} onClick={onMore}>{`Load up to ${MAX_EVENTS} events`}</Button>
  )
  if (events.length === 0) {
    return <EmptyState title="No events">Nothing has been recorded in this project yet.</EmptyState>
  }
  const total = formatCount(events.length, 'event')
  const isPart = more || events.length >= EVENT_LIMITS[1]
  return (
    <>
      <EventFilters
        events={events}
        params={params}
        text={text}
        onText={search}
        onSettle={settle}
        onFilter={(field, value) => {
          write({ [field]: value })
        }}
      />
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <p role="status" className="text-muted">
          {shown.length < events.length && `${formatNumber(shown.length)} of `}
          {isPart ? `${shown.length < events.length ? 'the newest' : 'Newest'} ${total}` : total}
        </p>
        <div className="flex flex-wrap items-end gap-3">
          <TimeZoneChoice />
          <SaveButton
            label={`CSV: download ${name}`}
            name={name}
            type="text/csv;charset=utf-8"
            content={() => eventsCsv(shown)}
            onSaved={() => {
              setSaved(`Saved ${name}: ${formatCount(shown.length, 'event')}.`)
            }}
          >
            CSV
          </SaveButton>
        </div>
      </div>
      <Outcome testId="saved">{saved}</Outcome>
      <DataTable
        label="Events"
        columns={columns}
        rows={shown}
        total={events.length}
        keyOf={keyOf}
        empty={
          <EmptyState
            title="No event matches"
            actions={
              <>
                <Button
                  onClick={() => {
                    write({ search: '', ...Object.fromEntries(FIELD_NAMES.map((field) => [field, ''])) })
                  }}
                >
                  Clear filters
                </Button>
                {loadMore}
              </>
            }
          >
            {more && `Only the newest ${formatNumber(events.length)} events are loaded.`}
          </EmptyState>
        }
        after={shown.length > 0 && loadMore}
      />
    </>
  )
}
