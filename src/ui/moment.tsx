import { useState } from 'react'

import { Choice } from './choice.tsx'
import { NotKept } from './not-kept.tsx'
import { chooseTimeZone, formatInstant, formatSecond, otherZone, useTimeZone, zoneName } from './time-zone.ts'
import type { TimeZone } from '../lib/wall-clock.ts'

/** A moment in the zone that is chosen, which it names; the other one on hover. Shows what it can't read as it came. */
export const Moment = ({ iso }: { iso: string }) => {
  const zone = useTimeZone()
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return (
    <time dateTime={iso} title={formatInstant(date, otherZone(zone))} className="tabular-nums">
      {formatSecond(date, zone)} <span className="whitespace-nowrap text-muted">{zoneName(date, zone)}</span>
    </time>
  )
}

interface TimeZoneChoiceProps {
  /** Told before the choice holds. */
  onChange?: (now: TimeZone, before: TimeZone) => void
}

/** Local time or UTC, for every time that a `Moment` shows, on every page. */
export const TimeZoneChoice = ({ onChange }: TimeZoneChoiceProps) => {
  const zone = useTimeZone()
  const [kept, setKept] = useState(true)
  return (
    <div>
      <Choice
        legend="Time zone"
        value={zone}
        options={[
          { value: 'local', label: `Local (${zoneName(new Date(), 'local')})` },
          { value: 'utc', label: 'UTC' },
        ]}
        onChange={(value) => {
          const now = value === 'utc' ? 'utc' : 'local'
          onChange?.(now, zone)
          setKept(chooseTimeZone(now))
        }}
      />
      {!kept && <NotKept />}
    </div>
  )
}
