import { describe, expect, it } from 'vitest'

import { formatMetric, orderMetrics } from '../../../domain/metrics.ts'
import { periodFor, readPeriod, shownInterval } from './period.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 23, 12)
const metric = (...times: number[]) => ({ name: 'cpu_usage', title: undefined, times, series: [] })

describe('the stretch of time that is shown', () => {
  it('ends now, so that missing data at the end is visible', () => {
    expect(shownInterval([metric(NOW - HOUR + 30_000, NOW - HOUR / 2)], 'hour', NOW)).toEqual({
      from: NOW - HOUR,
      to: NOW,
    })
    expect(shownInterval([metric(NOW - 60_000)], 'hour', NOW)).toEqual({ from: NOW - HOUR, to: NOW })
    expect(shownInterval([metric(), metric()], 'hour', NOW)).toEqual({ from: NOW - HOUR, to: NOW })
  })

  it.each([-HOUR, HOUR])('follows the points if a clock is off by %d ms', (wrong) => {
    const last = NOW + wrong
    expect(shownInterval([metric(last - HOUR + 30_000, last)], 'hour', NOW)).toEqual({ from: last - HOUR, to: last })
  })
})

describe('periods', () => {
  it('are read from the URL, and found for a moment', () => {
    expect([readPeriod('week'), readPeriod('century'), readPeriod(null)]).toEqual(['week', 'hour', 'hour'])
    expect([0.5, 3, 100, 400, 4000, 9000].map((hours) => periodFor(NOW - hours * HOUR, NOW))).toEqual([
      'hour',
      'day',
      'week',
      'month',
      'year',
      undefined,
    ])
    expect(periodFor(NOW + 1, NOW)).toBeUndefined()
  })
})

describe('metrics', () => {
  it('stand in a fixed order, unknown ones last as they came', () => {
    const names = ['zz', 'net_send', 'disk_usage', 'aa', 'cpu_usage', 'toString']
    expect(orderMetrics(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
      'cpu_usage',
      'disk_usage',
      'net_send',
      'zz',
      'aa',
      'toString',
    ])
  })

  it.each([
    [41.234, 'percent', '41.2 %'],
    [0, 'percent', '0 %'],
    [0.256, 'plain', '0.26'],
    [117, 'iops', '117 IOPS'],
    [1_234_567, 'iops', '1.23 M IOPS'],
    [1e12, 'plain', '1 T'],
    [1e21, 'plain', '1.00e+21'],
    [-1500, 'plain', '-1500'],
    [412 * 1024, 'bytes', '412 KiB/s'],
    [999, 'bytes', '999 B/s'],
  ] as const)('%d %s is %s', (value, unit, words) => {
    expect(formatMetric(value, unit)).toBe(words)
  })
})
