import { memo, useMemo, type KeyboardEvent, type PointerEvent } from 'react'

import { useCursorTime, type Cursor } from './cursor.ts'
import { lineStyle } from './line-style.tsx'
import { HEIGHT, linePath, nearestIndex, shareOf, usualStep, WIDTH, type Interval, type ValueScale } from './scale.ts'
import type { Tick } from './time-ticks.ts'

export interface ChartSeries {
  readonly label: string
  readonly values: readonly (number | undefined)[]
}

export interface ChartData {
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[]
  readonly series: readonly ChartSeries[]
}

interface Axes {
  readonly x: Interval
  readonly y: ValueScale
  readonly xTicks: readonly Tick[]
  readonly formatValue: (value: number) => string
  /** Values at which a threshold line is drawn. */
  readonly thresholds: readonly number[]
  /** Moments at which something happened. */
  readonly marks: readonly Tick[]
}

interface LineChartProps extends ChartData, Axes {
  /** Name of the slider that the keyboard moves: "Moment in CPU usage %". */
  label: string
  /** Id of the element that describes the chart in words. */
  describedBy: string
  cursor: Cursor
  /** Describes a point in words: its time and every value. */
  valueText: (index: number) => string
  /** Called with the chosen moment; undefined releases it. */
  onKeep: (time: number | undefined) => void
}

const percent = (share: number) => `${String(Math.round(share * 10_000) / 100)}%`

/** Lines, grid, thresholds and marks, rendered again only when the data changes. */
const Drawing = memo(({ times, series, x, y, xTicks, thresholds, marks }: ChartData & Axes) => {
  const step = usualStep(times)
  const atX = (time: number) => WIDTH * shareOf(time, x)
  const atY = (value: number) => HEIGHT * (1 - shareOf(value, y))
  return (
    <svg
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full overflow-visible *:[vector-effect:non-scaling-stroke]"
    >
      <path
        className="fill-none stroke-border forced-colors:stroke-[GrayText] forced-colors:opacity-50"
        d={y.ticks.map((value) => `M0 ${String(atY(value))}H${String(WIDTH)}`).join('')}
      />
      <path
        className="fill-none stroke-control forced-colors:stroke-[CanvasText]"
        d={xTicks.map(({ at }) => `M${String(atX(at))} ${String(HEIGHT)}v-3`).join('')}
      />
      {marks.length > 0 && (
        <path
          className="fill-none stroke-muted forced-colors:stroke-[CanvasText]"
          strokeDasharray="2 3"
          d={marks.map(({ at }) => `M${String(atX(at))} 0V${String(HEIGHT)}`).join('')}
        />
      )}
      {thresholds.map((value) => (
        <path
          key={value}
          className="fill-none stroke-bad forced-colors:stroke-[CanvasText]"
          strokeDasharray="8 3"
          d={`M0 ${String(atY(value))}H${String(WIDTH)}`}
        />
      ))}
      {series.map(({ values }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line's style depends on its index
        <path key={index} {...lineStyle(index)} d={linePath({ times, values }, x, y, step)} />
      ))}
    </svg>
  )
})

const LABEL = 'absolute text-xs leading-none text-muted whitespace-nowrap'

/** Labels around the drawing; hidden from assistive technology, which gets the description instead. */
const Labels = memo(({ x, y, xTicks, formatValue, thresholds, marks }: Axes) => (
  <div aria-hidden="true" className="pointer-events-none absolute inset-0">
    {y.ticks.map((value) => (
      <span
        key={value}
        className={`${LABEL} right-full mr-1.5 -translate-y-1/2`}
        style={{ top: percent(1 - shareOf(value, y)) }}
      >
        {formatValue(value)}
      </span>
    ))}
    {thresholds.map((value, index) => (
      <span
        key={value}
        // The last label is above its line, the others below: labels close together don't overlap.
        className={`absolute right-0 text-xs leading-none text-bad ${index === thresholds.length - 1 ? '-translate-y-full pb-0.5' : 'pt-0.5'}`}
        style={{ top: percent(1 - shareOf(value, y)) }}
      >
        {formatValue(value)}
      </span>
    ))}
    {xTicks.map(({ at, label }, index) => (
      <span
        key={at}
        className={`${LABEL} top-full mt-2 -translate-x-1/2 ${index % 2 === 1 ? '@max-md/figure:hidden' : ''}`}
        style={{ left: percent(shareOf(at, x)) }}
      >
        {label}
      </span>
    ))}
    {marks.map(({ at, label }, index) => (
      <span
        // oxlint-disable-next-line react/no-array-index-key -- two may happen at one moment
        key={index}
        title={label}
        className="absolute bottom-full -translate-x-1/2 text-[0.625rem] leading-none text-muted"
        style={{ left: percent(shareOf(at, x)) }}
      >
        ▼
      </span>
    ))}
  </div>
))

/** The highlighted moment, and each line's value at it. */
const Pointer = ({ times, series, x, y, cursor }: ChartData & Pick<Axes, 'x' | 'y'> & { cursor: Cursor }) => {
  const time = useCursorTime(cursor)
  if (time === undefined || time < x.from || time > x.to) return null
  const index = nearestIndex(times, time, usualStep(times))
  return (
    <div
      aria-hidden="true"
      data-testid="cursor"
      className="pointer-events-none absolute inset-y-0 border-l border-text forced-colors:border-[Highlight]"
      style={{ left: percent(shareOf(time, x)) }}
    >
      {index !== undefined &&
        series.map(({ values, label }) => {
          const value = values[index]
          return (
            value !== undefined && (
              <span
                key={label}
                className="absolute -left-px size-2 -translate-1/2 rounded-full border-2 border-text bg-surface"
                style={{ top: percent(1 - shareOf(value, y)) }}
              />
            )
          )
        })}
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

/** Keyboard control: one tab stop, a slider whose value is the highlighted moment. */
const useKeys = ({ times, cursor, onKeep }: Pick<LineChartProps, 'times' | 'cursor' | 'onKeep'>) => {
  return (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Escape') {
      cursor.set(undefined)
      onKeep(undefined)
      return
    }
    if (key === 'Enter' || key === ' ') {
      event.preventDefault()
      const time = cursor.get()
      if (time !== undefined) onKeep(time)
      return
    }
    const step = STEPS[key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const time = cursor.get()
    const last = times.length - 1
    const now = time === undefined ? undefined : nearestIndex(times, time)
    // The first key press selects the newest value.
    const next = now === undefined ? (key === 'Home' ? 0 : last) : Math.max(0, Math.min(last, now + step))
    cursor.set(times[next])
  }
}

/**
 * A line chart over time. It fills its parent by stretching the drawing, so nothing is measured and nothing moves. The
 * pointer or arrow keys set the cursor that all charts share; a click or Enter keeps the moment.
 */
export const LineChart = (props: LineChartProps) => {
  const { label, describedBy, cursor, valueText, onKeep, times, series, x, y } = props
  const { xTicks, formatValue, thresholds, marks } = props
  const axes = useMemo(
    () => ({ x, y, xTicks, formatValue, thresholds, marks }),
    [x, y, xTicks, formatValue, thresholds, marks],
  )
  const time = useCursorTime(cursor)
  const index = time === undefined ? undefined : nearestIndex(times, time, usualStep(times))
  const onKeyDown = useKeys({ times, cursor, onKeep })
  const timeAt = ({ currentTarget, clientX }: PointerEvent | React.MouseEvent): number | undefined => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const nearest = nearestIndex(times, x.from + ((clientX - left) / width) * (x.to - x.from))
    return nearest === undefined ? undefined : times[nearest]
  }
  return (
    <div className="relative mt-3 mr-3 mb-7 ml-16 h-40">
      <Drawing times={times} series={series} {...axes} />
      <Labels {...axes} />
      <Pointer {...{ times, series, x, y, cursor }} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, times.length - 1)}
        aria-valuenow={index ?? Math.max(0, times.length - 1)}
        // Without a moment it has no value text: otherwise screen readers would announce every refresh.
        aria-valuetext={index === undefined ? 'No moment chosen' : valueText(index)}
        className="absolute inset-0 cursor-crosshair touch-pan-y"
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          cursor.set(timeAt(event))
        }}
        onPointerLeave={() => {
          cursor.set(undefined)
        }}
        onBlur={() => {
          cursor.set(undefined)
        }}
        onClick={(event) => {
          onKeep(timeAt(event))
        }}
      />
    </div>
  )
}
