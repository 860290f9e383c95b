import { describe, expect, it } from 'vitest'

import { bytes, count, format, median, ms, percent, times } from './figures.ts'
import { toDocument, toText, type Outcome } from './report.ts'
import { isMet } from './section.ts'

const outcome: Outcome = {
  title: 'Scale',
  about: 'What is measured.',
  machine: '2 × a processor',
  measured: '2026-11-25',
  seconds: 61.2,
  tables: [
    { title: 'The list', columns: ['', 'opened'], rows: [['1,000', ms(1234.5)]] },
    { title: 'Nothing', columns: ['', ''], rows: [] },
  ],
  targets: [
    { what: 'Script', measured: bytes(124_000), most: 125_000 },
    { what: 'Score', measured: count(94), least: 95 },
  ],
  skipped: ['avn is not on this machine.'],
}

describe('figures', () => {
  it('are written with their unit', () => {
    expect(
      [ms(12.4), ms(12_345), bytes(124_000), times(1.169), times(41.3), percent(-0.04), percent(3.14)].map(format),
    ).toEqual(['12 ms', '12,300 ms', '124,000', '1.17 ×', '41 ×', '0 %', '+3.1 %'])
  })

  it('have a median that was measured', () => {
    expect(median([5, 1, 9])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2)
    expect(median([])).toBeNaN()
  })
})

describe('targets', () => {
  it('are met exactly at their limit, and never without a measurement', () => {
    expect(isMet({ what: '', measured: times(2), most: 2 })).toBe(true)
    expect(isMet({ what: '', measured: times(2.01), most: 2 })).toBe(false)
    expect(isMet({ what: '', measured: count(95), least: 95 })).toBe(true)
    expect(isMet({ what: '', measured: count(NaN), most: 2 })).toBe(false)
    expect(isMet({ what: '', measured: count(NaN), least: 2 })).toBe(false)
  })
})

describe('the report', () => {
  it('lists missed and skipped targets, in the terminal and in the document', () => {
    for (const text of [toText(outcome), toDocument({ scale: outcome })]) {
      expect(text).toMatch(/Script +\|? +at most 125,000 +\|? +124,000 +\|? +met/)
      expect(text).toMatch(/Score +\|? +at least 95 +\|? +94 +\|? +\*\*missed\*\*/)
      expect(text).toMatch(/skipped: avn is not on this machine\./i)
      expect(text).not.toContain('Nothing')
    }
  })

  it('says on which machine and when each section was measured', () => {
    expect(toDocument({ scale: outcome })).toContain('Measured on 2026-11-25, in 62 seconds, on 2 × a processor.')
  })
})
