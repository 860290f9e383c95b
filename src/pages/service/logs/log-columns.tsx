import type { LogLine } from '../../../api/logs.ts'
import { lookup } from '../../../lib/lookup.ts'
import { visibleText } from '../../../lib/visible-text.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { formatInstant, formatSecond, otherZone } from '../../../ui/time-zone.ts'
import type { TimeZone } from '../../../lib/wall-clock.ts'

/** A row of the table: a line, or a gap. */
export type LogRow =
  | { readonly kind: 'line'; readonly line: LogLine }
  | { readonly kind: 'gap'; readonly offset: string | undefined; readonly key: string }

export const keyOfRow = (row: LogRow): string => (row.kind === 'line' ? row.line.key : row.key)

/** Longest text in the table; opening a longer line shows more. */
const SHOWN = 2000

export const formatLength = (length: number): string =>
  length < 1_000_000
    ? `${String(Math.round(length / 1000))} thousand characters`
    : `${(length / 1_000_000).toFixed(1)} million characters`

const SEVERITY_LOOKS: Readonly<Record<string, string>> = {
  emerg: 'font-semibold text-bad',
  alert: 'font-semibold text-bad',
  crit: 'font-semibold text-bad',
  err: 'font-medium text-bad',
  warning: 'font-medium text-required',
}

interface ColumnsOf {
  readonly zone: TimeZone
  readonly wraps: boolean
  readonly opened: string | undefined
  readonly onOpen: (line: LogLine) => void
  /** The gaps that are being filled. */
  readonly filling: ReadonlySet<string | undefined>
  readonly onFill: (offset: string) => void
}

const timeText = ({ at, time }: LogLine, zone: TimeZone): string =>
  at === undefined ? (time === undefined ? 'No time' : visibleText(time)) : formatSecond(new Date(at), zone)

const Message = ({ msg, wraps }: { msg: string; wraps: boolean }) => (
  <code className={`font-mono text-xs ${wraps ? 'wrap-anywhere whitespace-pre-wrap' : 'block truncate'}`}>
    {visibleText(msg.slice(0, SHOWN))}
    {msg.length > SHOWN && `… (${formatLength(msg.length)}: open the line)`}
  </code>
)

/** As few elements as can be: hundreds of lines may be in sight. */
export const logColumns = ({ zone, wraps, opened, onOpen, filling, onFill }: ColumnsOf): readonly Column<LogRow>[] => [
  {
    id: 'time',
    header: 'Time',
    weight: 19,
    cell: (row) =>
      row.kind === 'gap' ? (
        'Gap'
      ) : (
        <button
          type="button"
          // All lines are one tab stop (LineKeys); the open one is a stop before its details.
          tabIndex={row.line.key === opened ? 0 : -1}
          aria-expanded={row.line.key === opened}
          title={row.line.at === undefined ? undefined : formatInstant(new Date(row.line.at), otherZone(zone))}
          onClick={() => {
            onOpen(row.line)
          }}
          className="rounded-md text-left text-xs text-accent underline decoration-transparent hover:decoration-current"
        >
          {timeText(row.line, zone)}
        </button>
      ),
  },
  {
    id: 'severity',
    header: 'Severity',
    weight: 11,
    cell: (row) => {
      const severity = row.kind === 'line' ? (row.line.severity ?? '') : ''
      return (
        <span className={`text-xs ${lookup(SEVERITY_LOOKS, severity) ?? 'text-muted'}`}>{visibleText(severity)}</span>
      )
    },
  },
  {
    id: 'unit',
    header: 'Unit',
    weight: 20,
    cell: (row) => (
      <span className="text-xs text-muted">{row.kind === 'line' ? visibleText(row.line.unit ?? '') : ''}</span>
    ),
  },
  {
    id: 'message',
    header: 'Message',
    weight: 54,
    stacked: 'line',
    cell: (row) =>
      row.kind === 'line' ? (
        <Message msg={row.line.msg} wraps={wraps} />
      ) : (
        <span className="flex flex-wrap items-center gap-3">
          Lines are missing here: they came faster than they were read.
          {row.offset !== undefined && (
            <Button
              busy={filling.has(row.offset)}
              onClick={() => {
                if (row.offset !== undefined) onFill(row.offset)
              }}
            >
              Load
            </Button>
          )}
        </span>
      ),
  },
]
