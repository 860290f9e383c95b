import { useState } from 'react'

import type { LogLine } from '../../../api/logs.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { Outcome } from '../../../ui/outcome.tsx'
import { SaveButton } from '../../../ui/save-button.tsx'
import { formatInstant, useTimeZone } from '../../../ui/time-zone.ts'
import type { LogRow } from './log-columns.tsx'
import { toJsonLines, toLog } from './log-files.ts'

interface SaveLogsProps {
  service: string
  /** The shown lines, which are saved. */
  rows: readonly LogRow[]
  hasGaps: boolean
}

const linesOf = (rows: readonly LogRow[]): readonly LogLine[] =>
  rows.flatMap((row) => (row.kind === 'line' ? [row.line] : []))

/** Saves the shown lines as files, and says which period they cover. */
export const SaveLogs = ({ service, rows, hasGaps }: SaveLogsProps) => {
  const zone = useTimeZone()
  const [saved, setSaved] = useState<string>()
  const say = () => {
    const lines = linesOf(rows)
    const times = lines.flatMap(({ at }) => (at === undefined ? [] : [at]))
    const [from, to] = [times.at(-1), times[0]]
    const span =
      from === undefined || to === undefined
        ? ''
        : `, from ${formatInstant(new Date(from), zone)} to ${formatInstant(new Date(to), zone)}`
    setSaved(`Saved ${formatCount(lines.length, 'line')}${span}${hasGaps ? ', with gaps' : ''}.`)
  }
  return (
    <>
      <Outcome testId="saved">{saved}</Outcome>
      <SaveButton
        label=".log: download the lines that are shown"
        name={`${service}.log`}
        content={() => toLog(linesOf(rows))}
        type="text/plain"
        onSaved={say}
      >
        .log
      </SaveButton>
      <SaveButton
        label=".jsonl: download the lines that are shown"
        name={`${service}.jsonl`}
        content={() => toJsonLines(linesOf(rows))}
        type="application/jsonl"
        onSaved={say}
      >
        .jsonl
      </SaveButton>
    </>
  )
}
