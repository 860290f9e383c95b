import type { CertificateRow } from '../../domain/certificate-row.ts'
import { monthYear } from '../../lib/date-format.ts'
import { formatCount } from '../../lib/format-number.ts'
import { monthOf } from './certificate-view.ts'
import { monthEnds, MONTHS, type MonthEnds } from './timeline.ts'

const HEIGHT = 72
/** Space for numbers above the highest column. */
const TOP = 18
/** Width of a month in percent of the timeline, with a gap to the next. */
const STEP = 100 / MONTHS
const BAR = STEP * 0.62

/** "Dec" */
const shortMonth = (date: Date) => monthYear(date).slice(0, 3)

const percent = (value: number) => `${String(Math.round(value * 1000) / 1000)}%`

const total = ({ cas, users }: MonthEnds) => cas + users

const inWords = (months: readonly MonthEnds[]): string => {
  const busy = months.filter((month) => total(month) > 0)
  const sum = busy.reduce((count, month) => count + total(month), 0)
  if (sum === 0) return 'None of the certificates shown ends in the coming two years.'
  const list = busy.map((month) => `${monthYear(month.begins)}: ${String(total(month))}`)
  return `${formatCount(sum, 'certificate')} end in the coming two years. ${list.join(', ')}.`
}

/** A certificate that ends is a block: user certificates below, CAs, which concern whole projects, on top of them. */
const Column = ({ month, index, scale }: { month: MonthEnds; index: number; scale: number }) => {
  const left = index * STEP + (STEP - BAR) / 2
  const users = month.users * scale
  const cas = month.cas * scale
  const base = TOP + HEIGHT
  const center = percent(index * STEP + STEP / 2)
  // The year is shown at January, and at the first month if there is room for both.
  const named = month.begins.getUTCMonth() === 0 || (index === 0 && month.begins.getUTCMonth() < 10)
  return (
    <g>
      {month.users > 0 && (
        <rect x={percent(left)} y={base - users} width={percent(BAR)} height={users} className="fill-accent" />
      )}
      {month.cas > 0 && (
        <rect x={percent(left)} y={base - users - cas} width={percent(BAR)} height={cas} className="fill-required" />
      )}
      {total(month) > 0 && (
        <text x={center} y={base - users - cas - 5} textAnchor="middle" className="fill-text text-xs">
          {total(month)}
        </text>
      )}
      <text
        x={center}
        y={base + 16}
        textAnchor="middle"
        className={`fill-muted text-xs ${index % 6 === 0 ? '' : index % 3 === 0 ? 'max-sm:hidden' : 'max-lg:hidden'}`}
      >
        {shortMonth(month.begins)}
      </text>
      {named && (
        <text x={center} y={base + 32} textAnchor="middle" className="fill-muted text-xs font-medium">
          {month.begins.getUTCFullYear()}
        </text>
      )}
    </g>
  )
}

interface ExpiryTimelineProps {
  rows: readonly CertificateRow[]
  /** The month that the table is narrowed down to, "2026-12"; '' for none. */
  month: string
  onMonth: (month: string) => void
}

/**
 * Filters the table to a month, by a button over the month's column. On phones, columns are narrower than a finger, so
 * use the filters there.
 */
const MonthButtons = ({
  months,
  month,
  onMonth,
}: Pick<ExpiryTimelineProps, 'month' | 'onMonth'> & { months: readonly MonthEnds[] }) => (
  <div role="group" aria-label="Months" className="max-sm:hidden print:hidden">
    {months.map((one, index) => {
      if (total(one) === 0) return null
      const own = monthOf(one.begins)
      return (
        <button
          key={own}
          type="button"
          aria-label={`${monthYear(one.begins)}: ${formatCount(total(one), 'certificate')}`}
          aria-pressed={own === month}
          onClick={() => {
            onMonth(own === month ? '' : own)
          }}
          style={{ left: percent(index * STEP), width: percent(STEP), height: TOP + HEIGHT }}
          className="absolute top-0 rounded-sm border border-transparent hover:border-control aria-pressed:border-2 aria-pressed:border-accent"
        />
      )
    })}
  </div>
)

/** A timeline of the shown certificates' ends over the next two years, matching the table. */
export const ExpiryTimeline = ({ rows, month, onMonth }: ExpiryTimelineProps) => {
  const months = monthEnds(rows, new Date())
  const highest = Math.max(1, ...months.map(total))
  // Blocks are at least a few pixels high to be visible, and never fill the whole timeline.
  const scale = Math.min(24, HEIGHT / highest)
  return (
    <figure className="rounded-lg border border-border bg-surface p-4">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="font-medium">Ends in the coming two years</span>
        <span className="flex gap-4 text-xs text-muted">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 bg-accent forced-color-adjust-none" />
            User certificates
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5 bg-required forced-color-adjust-none" />
            Project CAs
          </span>
        </span>
      </figcaption>
      <div className="relative">
        <svg
          role="img"
          aria-label={inWords(months)}
          width="100%"
          height={TOP + HEIGHT + 36}
          className="overflow-visible"
        >
          <line x1="0" x2="100%" y1={TOP + HEIGHT} y2={TOP + HEIGHT} className="stroke-control" />
          {months.map((one, index) => (
            <Column key={one.begins.getTime()} month={one} index={index} scale={scale} />
          ))}
        </svg>
        <MonthButtons months={months} month={month} onMonth={onMonth} />
      </div>
    </figure>
  )
}
