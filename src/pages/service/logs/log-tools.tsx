import { useState } from 'react'

import { SEVERITIES, type Severity } from '../../../api/logs.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { useTimeZone } from '../../../ui/time-zone.ts'
import type { TimeZone } from '../../../lib/wall-clock.ts'

/** "Error and worse": the API filters by lowest severity. */
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  emerg: 'Emergency (emerg)',
  alert: 'Alert and worse',
  crit: 'Critical (crit) and worse',
  err: 'Error (err) and worse',
  warning: 'Warning and worse',
  notice: 'Notice and worse',
  info: 'Info and worse',
  debug: 'All',
}

interface SeverityChoiceProps {
  value: Severity | undefined
  onChange: (severity: Severity | undefined) => void
}

export const SeverityChoice = ({ value, onChange }: SeverityChoiceProps) => (
  <Select
    label="Severity"
    value={value ?? 'debug'}
    options={SEVERITIES.toReversed().map((severity) => ({ value: severity, label: SEVERITY_WORDS[severity] }))}
    onChange={(chosen) => {
      onChange(SEVERITIES.find((severity) => severity === chosen && severity !== 'debug'))
    }}
  />
)

/** Turns a local time field into a moment, using its zone. */
const toMoment = (text: string, zone: TimeZone): number => Date.parse(zone === 'utc' ? `${text}Z` : text)

/** A moment to go to, in the zone that is chosen. */
export const GoToMoment = ({ busy, onGo }: { busy: boolean; onGo: (moment: number) => void }) => {
  const zone = useTimeZone()
  const [text, setText] = useState('')
  const moment = toMoment(text, zone)
  return (
    <form
      className="flex min-w-0 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!Number.isNaN(moment)) onGo(moment)
      }}
    >
      <label className="block min-w-0">
        <span className="block text-xs text-muted">Go to a moment{zone === 'utc' && ' (UTC)'}</span>
        <input
          type="datetime-local"
          step={1}
          required
          value={text}
          onChange={(event) => {
            setText(event.target.value)
          }}
          className="min-h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2 py-1"
        />
      </label>
      <Button submit busy={busy}>
        Go
      </Button>
    </form>
  )
}
