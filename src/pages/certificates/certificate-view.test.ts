import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { CertificateRow } from '../../domain/certificate-row.ts'
import { EXPIRY_STATES } from '../../domain/expiry.ts'
import { applyView, parseView, SORTS, viewParams, WITHIN } from './certificate-view.ts'
import { monthEnds } from './timeline.ts'

const row = (username: string, day: string | undefined, more: Partial<CertificateRow> = {}): CertificateRow => {
  const deadline = day === undefined ? undefined : new Date(day)
  const base = { kind: 'user', id: username, project: 'demo', service: 'events', username, state: 'valid' } as const
  return { ...base, ends: deadline, deadline, usedBy: ['events'], sha256: undefined, next: false, ...more }
}

const NOW = new Date('2026-11-23T12:00:00Z')

const view = (search: string) => parseView(new URLSearchParams(search))

describe('the view', () => {
  it('a URL brings back every view', () => {
    const any = fc.record({
      search: fc.string(),
      state: fc.constantFrom('' as const, 'attention' as const, ...WITHIN, ...EXPIRY_STATES),
      kind: fc.constantFrom('' as const, 'ca' as const, 'user' as const),
      project: fc.string(),
      month: fc.constantFrom('', '2026-12', '2027-01'),
      column: fc.constantFrom(...SORTS),
      descending: fc.boolean(),
    })
    fc.assert(
      fc.property(any, (wanted) => {
        expect(parseView(new URLSearchParams(viewParams(wanted)))).toEqual(wanted)
      }),
    )
  })

  it.each(['sort=nonsense', 'sort=-', 'state=broken', 'kind=x', 'month=2026-13', 'sort=-nonsense'])(
    '%s is the usual view',
    (search) => {
      expect(view(search)).toEqual(view(''))
    },
  )

  it('sorts by deadline, unknown ends first', () => {
    const rows = [row('b', '2027-01-02'), row('c', '2027-01-01'), row('d', undefined), row('a', '2027-01-02')]
    expect(applyView(rows, view(''), NOW).map(({ username }) => username)).toEqual(['d', 'c', 'a', 'b'])
    expect(applyView(rows, view('sort=-deadline'), NOW).map(({ username }) => username)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('finds every word, in names, projects, services and fingerprints', () => {
    const ca = row('x', '2030-01-01', { kind: 'ca', sha256: 'AB:CD', usedBy: ['warehouse'] })
    const rows = [row('loader', '2027-01-01'), ca]
    expect(applyView(rows, view('search=WAREHOUSE+ab:cd'), NOW)).toEqual([ca])
    expect(applyView(rows, view('search=loader+warehouse'), NOW)).toEqual([])
    expect(applyView(rows, view('kind=ca'), NOW)).toEqual([ca])
    expect(applyView(rows, view('project=other'), NOW)).toEqual([])
  })
})

describe('what ends', () => {
  const rows = [row('ended', '2026-11-20'), row('soon', '2026-12-13'), row('later', '2027-02-01'), row('x', undefined)]
  it.each([
    ['state=within-30', ['soon']],
    ['state=within-60', ['soon']],
    ['state=within-90', ['soon', 'later']],
    ['search=expires:<60d', ['ended', 'soon']],
    ['search=expires:expired', ['ended']],
    ['search=expires:>30d', ['later']],
    ['search=expires:soon', []],
    ['month=2026-12', ['soon']],
    ['month=2026-11', ['ended']],
  ])('%s', (search, expected) => {
    expect(applyView(rows, view(search), NOW).map(({ username }) => username)).toEqual(expected)
  })
})

describe('the timeline', () => {
  it('counts ends in each of 24 months, from this month on', () => {
    const rows = [
      row('ended', '2026-11-20'),
      row('this month', '2026-11-30T23:59:59Z'),
      row('december', '2026-12-01T00:00:00Z'),
      row('last', '2028-10-31T23:59:59Z'),
      row('too far', '2028-11-01T00:00:00Z'),
      row('unknown', undefined),
      row('ca', '2027-01-22', { kind: 'ca' }),
    ]
    const months = monthEnds(rows, NOW)
    expect(months).toHaveLength(24)
    const busy = months.flatMap(({ begins, users, cas }) =>
      users + cas > 0 ? [[begins.toISOString().slice(0, 7), users, cas]] : [],
    )
    expect(busy).toEqual([
      ['2026-11', 1, 0],
      ['2026-12', 1, 0],
      ['2027-01', 0, 1],
      ['2028-10', 1, 0],
    ])
  })
})
