/** Figures with units, and their formatting. */
type Unit = 'ms' | 'bytes' | 'times' | 'percent' | 'count' | 'shift'

export interface Figure {
  readonly value: number
  readonly unit: Unit
}

/** A table cell. */
export type Cell = string | Figure

const of =
  (unit: Unit) =>
  (value: number): Figure => ({ value, unit })

export const ms = of('ms')
export const bytes = of('bytes')
export const times = of('times')
export const percent = of('percent')
export const count = of('count')
export const shift = of('shift')

/** The median, or the lower of the two middle values; NaN for none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const signed = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

const FORMATS: Record<Unit, (value: number) => string> = {
  ms: (value) => `${value < 10_000 ? whole.format(value) : whole.format(Math.round(value / 100) * 100)} ms`,
  bytes: (value) => whole.format(value),
  times: (value) => `${value.toFixed(value < 10 ? 2 : 0)} ×`,
  percent: (value) => `${signed.format(value)} %`,
  count: (value) => whole.format(value),
  shift: (value) => value.toFixed(3),
}

export const format = (cell: Cell): string => (typeof cell === 'string' ? cell : FORMATS[cell.unit](cell.value))
