import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rankMatches } from './match.ts'

const entries = ['orders-db', 'new-orders-db', 'events', 'Download CA for demo-shop', 'Certificate requirements'].map(
  (label) => ({ label }),
)
const find = (typed: string) => rankMatches(entries, typed, 10).map(({ label }) => label)

describe('best', () => {
  it.each([
    ['orders', 'orders-db'],
    ['new', 'new-orders-db'],
    ['nodb', 'new-orders-db'],
    ['EV', 'events'],
    ['ca demo', 'Download CA for demo-shop'],
    ['req', 'Certificate requirements'],
  ])('%s finds %s first', (typed, label) => {
    expect(find(typed)[0]).toBe(label)
  })

  it('matches letters with gaps only in names, not in the words around them', () => {
    const name = 'demo-restricted'
    const download = { label: `Download CA for ${name}`, name }
    const matches = (typed: string) => rankMatches([download], typed, 1).length > 0
    expect(['orders', 'dca', 'loaf', 'fordemo'].filter(matches)).toEqual([])
    const found = ['download ca restr', 'dres', 'ca for demo', 'load']
    expect(found.filter(matches)).toEqual(found)
  })

  it('keeps the order without input, finds nothing if letters are missing, and stops at the limit', () => {
    expect(find('')).toEqual(entries.map(({ label }) => label))
    expect(find('xyz')).toEqual([])
    expect(rankMatches(entries, '', 2)).toHaveLength(2)
  })

  it('finds every text by itself, and by its letters with gaps', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), (label, seed) => {
        const letters = Array.from(label)
          .filter((_, index) => ((seed >> (index % 30)) & 1) === 1)
          .join('')
        expect(rankMatches([{ label }], label, 1)).toHaveLength(1)
        expect(rankMatches([{ label }], letters, 1)).toHaveLength(1)
      }),
    )
  })
})
