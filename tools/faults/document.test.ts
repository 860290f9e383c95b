import { describe, expect, it } from 'vitest'

import { readDocument, renderDocument, type Row } from './document.ts'

const row = (outcome: string, rest: Partial<Row> = {}): Row => ({
  action: 'Open a door',
  outcome,
  sees: 'It | is <stuck>.',
  reason: `Status ${outcome}`,
  nextStep: 'Retry',
  ...rest,
})

const ROWS = [
  row('400'),
  row('404', { sees: 'Not found', nextStep: 'Go back' }),
  row('500'),
  row('slow', { reason: '' }),
]

describe('the table of faults', () => {
  it('merges outcomes with the same result', () => {
    expect(renderDocument(ROWS)).toContain(String.raw`| Open a door | 400, 500, slow | It \| is \<stuck\>. | Retry |`)
  })

  it('is read as it was written, whatever the padding', () => {
    const claims = readDocument(renderDocument(ROWS).replaceAll(' | ', '    |  '))
    expect(claims.cases.toSorted()).toEqual(ROWS.map(({ outcome }) => `Open a door / ${outcome}`))
    expect(ROWS.map((one) => claims.difference(one))).toEqual(ROWS.map(() => undefined))
  })

  it('reports another message, another next step, another reason, and a missing case', () => {
    const { difference } = readDocument(renderDocument(ROWS))
    expect(difference(row('400', { sees: 'Oh' }))).toMatch(
      /says "It \| is <stuck>\. \(Retry\)", but it is "Oh \(Retry\)"/,
    )
    expect(difference(row('400', { nextStep: 'Wait' }))).toMatch(/but it is/)
    expect(difference(row('400', { reason: 'Bad luck' }))).toMatch(/does not know the reason "Bad luck"/)
    expect(difference(row('500', { reason: 'Status 400' }))).toMatch(/does not know/)
    expect(difference(row('401'))).toMatch(/says "nothing"/)
  })
})
