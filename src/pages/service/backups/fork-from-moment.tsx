import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import * as v from 'valibot'

import { projectEvents, type ProjectEvent } from '../../../api/events.ts'
import { useApi } from '../../../api/use-api.ts'
import { eventWords } from '../../../features/events/event-words.ts'
import { justBefore } from '../../../domain/wire-time.ts'
import { Form } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { TimeZoneChoice } from '../../../ui/moment.tsx'
import { formatInstant, otherZone, readWallTime, toWallTime, useTimeZone } from '../../../ui/time-zone.ts'
import type { TimeZone } from '../../../lib/wall-clock.ts'
import { isWithin, type RecoveryRange } from './recovery.ts'

/** Number of events: enough to find a recent mistake. */
const EVENTS_OFFERED = 30

type State = 'latest' | 'moment' | 'event'

interface Fields {
  /** Which state is restored. */
  state: State
  /** The wall clock of the zone that is chosen. */
  moment: string
  /** Time of the event to go back before. */
  event: string
}

/** What is wrong with the moment in the fields, if anything. */
const faultOf = (date: Date | undefined, { state, event }: Fields, range: RecoveryRange, zone: TimeZone) => {
  if (state === 'event' && event === '') return 'Select an event.'
  if (!date) return 'Enter a date and a time that exist in this time zone.'
  if (isWithin(range, date)) return undefined
  return `Choose a moment from ${formatInstant(range.start, zone)} to ${formatInstant(range.end, zone)}.`
}

/** From what the fields hold to the moment; undefined for the latest state. */
const schemaFor = (range: RecoveryRange, zone: TimeZone) =>
  v.pipe(
    v.object({ state: v.picklist(['latest', 'moment', 'event']), moment: v.string(), event: v.string() }),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): Date | undefined => {
      const { state, moment, event } = value
      if (state === 'latest') return undefined
      const date = state === 'moment' ? readWallTime(moment, zone)?.date : justBefore(event)
      const message = faultOf(date, value, range, zone)
      if (message === undefined) return date
      addIssue({ message, path: [{ type: 'object', origin: 'value', input: value, key: state, value: value[state] }] })
      return NEVER
    }),
  )

/** The moment in both zones, so far as there is one. */
const Chosen = () => {
  const zone = useTimeZone()
  const { control } = useFormContext<Fields>()
  const { state, moment, event } = useWatch<Fields>({ control })
  const read = state === 'moment' ? readWallTime(moment ?? '', zone) : undefined
  const date = state === 'event' && event ? justBefore(event) : read?.date
  if (!date) return null
  return (
    <p role="status" data-testid="chosen-moment">
      Restores to <b>{formatInstant(date, zone)}</b>, {formatInstant(date, otherZone(zone))}.
      {read?.twice === true &&
        ' Clocks show this time twice that day. The first one is used; switch to UTC for the second.'}
    </p>
  )
}

/** The fields use the chosen zone: changing the zone keeps the same moment. */
const Zone = () => {
  const { getValues, setValue } = useFormContext<Fields>()
  return (
    <TimeZoneChoice
      onChange={(now, before) => {
        const date = readWallTime(getValues('moment'), before)?.date
        if (date) setValue('moment', toWallTime(date, now))
      }}
    />
  )
}

const Fieldset = ({ events }: { events: readonly ProjectEvent[] }) => {
  const zone = useTimeZone()
  const { control } = useFormContext<Fields>()
  const state = useWatch({ control, name: 'state' })
  return (
    <>
      <SelectField
        name="state"
        label="State to restore"
        options={[
          { value: 'latest', label: 'The latest' },
          { value: 'moment', label: 'At a moment' },
          { value: 'event', label: 'Just before an event', disabled: events.length === 0 },
        ]}
      />
      {state === 'moment' && (
        <>
          <Zone />
          <TextField name="moment" label="Moment" type="datetime-local" />
        </>
      )}
      {state === 'event' && (
        <SelectField
          name="event"
          label="Event"
          options={[
            { value: '', label: 'Select an event' },
            ...events.map(({ time, event_type: type = '', actor = 'unknown' }) => ({
              value: time,
              label: `${formatInstant(new Date(time), zone)}: ${eventWords(type)} (${actor})`,
            })),
          ]}
        />
      )}
      <Chosen />
    </>
  )
}

interface ForkFromMomentProps {
  project: string
  service: string
  range: RecoveryRange
  /** The moment that a link asks for, ISO 8601. */
  at: string | null
  /** undefined for the latest state. */
  onChoose: (moment: Date | undefined) => void
  /** After the fields. */
  children: ReactNode
}

/** Of a service that can be restored to any moment of a range. */
export const ForkFromMoment = ({ project, service, range, at, onChoose, children }: ForkFromMomentProps) => {
  const zone = useTimeZone()
  const { data } = useQuery({ ...projectEvents(useApi(), project), refetchInterval: false })
  const events = (data?.items ?? [])
    .filter(({ service_name: name, time }) => name === service && isWithin(range, justBefore(time)))
    .slice(0, EVENTS_OFFERED)
  const linked = new Date(at ?? '')
  const isLinked = !Number.isNaN(linked.getTime())
  const initial: Fields = {
    state: isLinked ? 'moment' : 'latest',
    moment: toWallTime(isLinked ? linked : range.end, zone),
    event: '',
  }
  return (
    <Form
      label="Fork and restore"
      schema={schemaFor(range, zone)}
      initial={initial}
      submitLabel="Continue"
      onSubmit={async (moment) => {
        onChoose(moment)
        return undefined
      }}
    >
      <Fieldset events={events} />
      {children}
    </Form>
  )
}
