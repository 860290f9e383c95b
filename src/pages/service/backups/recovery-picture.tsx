import type { Backup } from '../../../api/backups.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { Moment } from '../../../ui/moment.tsx'
import { placeBetween, type RecoveryRange } from './recovery.ts'

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`

const DAY_MS = 86_400_000

/** How long the range is, in its largest whole unit. */
const lengthOf = ({ start, end }: RecoveryRange): string => {
  const days = (end.getTime() - start.getTime()) / DAY_MS
  return days >= 1 ? formatCount(Math.floor(days), 'day') : formatCount(Math.floor(days * 24), 'hour')
}

interface RecoveryPictureProps {
  range: RecoveryRange
  backups: readonly Backup[]
  now: Date
  /** The service no longer changes, so its last state is in the past. */
  isOff: boolean
}

/** The range of moments that can be restored: a bar with a mark for every backup, and the same in words. */
export const RecoveryPicture = ({ range, backups, now, isOff }: RecoveryPictureProps) => {
  // Two backups at one moment show as one line.
  const times = [...new Set(backups.map(({ backup_time: time }) => Date.parse(time)))].filter(
    (time) => !Number.isNaN(time),
  )
  const from = new Date(Math.min(range.start.getTime(), ...times))
  const place = (date: Date) => percent(placeBetween(from, now, date))
  return (
    <figure aria-labelledby="recovery-words" className="space-y-2">
      <div aria-hidden="true" className="relative h-9 forced-color-adjust-auto">
        <div className="absolute inset-x-0 top-4 h-1 rounded-full bg-sunken forced-colors:border" />
        <div
          className="absolute top-3 h-3 rounded-full border border-accent bg-accent-soft"
          style={{ left: place(range.start), right: percent(1 - placeBetween(from, now, range.end)) }}
        />
        {times.map((time) => (
          <div
            key={time}
            className="absolute top-2 h-5 w-0 border-l-2 border-accent"
            style={{ left: place(new Date(time)) }}
          />
        ))}
      </div>
      <figcaption id="recovery-words" className="space-y-1">
        <p>
          Any moment from <Moment iso={range.start.toISOString()} /> to{' '}
          {range.open ? isOff ? 'the last change' : 'now' : <Moment iso={range.end.toISOString()} />} ({lengthOf(range)}
          ). To the second.
        </p>
        <p className="text-xs text-muted">
          Left: {range.start.getTime() > from.getTime() ? 'the oldest backup' : 'the earliest moment'}. Right: now. Each
          line is a backup.
        </p>
      </figcaption>
    </figure>
  )
}
