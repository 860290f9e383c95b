import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readWireTime } from '../domain/wire-time.ts'
import { readMetrics } from './metrics.ts'

const answer = (rows: readonly unknown[], cols: readonly unknown[] = [{ label: 'time' }, { label: 'node-1' }]) => ({
  metrics: { cpu_usage: { data: { cols, rows }, hints: { title: 'CPU usage %' } } },
})
const read = (...of: Parameters<typeof answer>) => readMetrics(answer(...of)).items[0]

const TEN = Date.UTC(2026, 6, 22, 10)

describe('times on the wire', () => {
  it.each([
    ['2026-07-22T10:00:00Z', TEN],
    ['2026-07-22T10:00:00.000+00:00', TEN],
    ['2026-07-22T12:00:00+02:00', TEN],
    // Without a zone it's UTC, whatever the browser's clock is set to.
    ['2026-07-22T10:00:00', TEN],
    ['2026-07-22 10:00', TEN],
    ['Date(2026,6,22,10,0,0)', TEN],
    ['Date(2026, 6, 22, 10)', TEN],
    ['Date(2026,6,22,10,0,0,250)', TEN + 250],
    ['Date(2026,6)', Date.UTC(2026, 6)],
    ['time', undefined],
    ['2026-99-99', undefined],
    ['Date()', undefined],
    ['10', undefined],
    [10, undefined],
    [null, undefined],
  ])('%j', (text, time) => {
    expect(readWireTime(text)).toBe(time)
  })

  it('are the same however they are written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const parts = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()]
          const google = `Date(${[...parts, date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCMilliseconds()].join(',')})`
          expect(readWireTime(google)).toBe(date.getTime())
          expect(readWireTime(date.toISOString())).toBe(date.getTime())
        },
      ),
    )
  })
})

describe('metrics', () => {
  it('omit rows without a time, and sort the others, each time once', () => {
    const metric = read([
      ['time', 'node-1'],
      ['2026-07-22T10:01:00Z', 2],
      'nonsense',
      ['Date(2026,6,22,10,0,0)', 1],
      [null, 9],
      ['2026-07-22T10:01:00Z', 3],
    ])
    expect(metric?.times).toEqual([TEN, TEN + 60_000])
    expect(metric?.series).toEqual([{ label: 'node-1', values: [1, 3] }])
  })

  it('accept only finite numbers as values', () => {
    const at = (minute: number) => `Date(2026,6,22,10,${String(minute)},0)`
    const metric = read([[at(0), null], [at(1), 'NaN'], [at(2), Number.NaN], [at(3)], [at(4), 1e12], [at(5), 0]])
    expect(metric?.series[0]?.values).toEqual([undefined, undefined, undefined, undefined, 1e12, 0])
  })

  it('have a series per column, with a made-up name if the API sends none', () => {
    const cols = [{ label: 'time' }, ...Array.from({ length: 19 }, (_, index) => ({ label: `n-${String(index)}` })), {}]
    expect(read([], cols)?.series.map(({ label }) => label)).toEqual([
      ...Array.from({ length: 19 }, (_, index) => `n-${String(index)}`),
      'Series 20',
    ])
  })

  it('do not affect others if they are broken', () => {
    const good = answer([]).metrics.cpu_usage
    const { items, problems } = readMetrics({ metrics: { a: good, b: null, c: { data: 1 }, d: { data: good.data } } })
    expect(items.map(({ name, title }) => [name, title])).toEqual([
      ['a', 'CPU usage %'],
      ['d', undefined],
    ])
    expect(problems).toHaveLength(2)
    expect(readMetrics({ metrics: {} })).toEqual({ items: [], problems: [] })
  })

  it('that are missing, or have no times, are a broken answer, not an empty one', () => {
    for (const body of [{}, { metrics: null }, { metrics: 'none' }])
      expect(() => readMetrics(body)).toThrow(/metrics|object|Object/i)
    const { items, problems } = readMetrics(
      answer([
        [1, 2],
        [2, 3],
      ]),
    )
    expect([items.length, problems.length]).toEqual([0, 1])
  })
})
