import { useState } from 'react'

import { Choice } from './choice.tsx'
import { NotStored } from './not-stored.tsx'
import { chooseTimeZone, formatInstant, formatSecond, otherZone, useTimeZone, zoneName } from './time-zone.ts'
import type { TimeZone } from '../lib/wall-clock.ts'

/** A moment in the chosen time zone, with its name; the other zone on hover. Unreadable input is shown unchanged. */
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
  /** Called before the choice takes effect. */
  onChange?: (now: TimeZone, before: TimeZone) => void
}

/** The choice of local time or UTC, for every `Moment` on every page. */
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
      {!kept && <NotStored />}
    </div>
  )
}
