import { expect, it } from 'vitest'

import { addressFault, tagFault } from './line-faults.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `2001:db8::${index.toString(16)}`).join('\n')

it.each([
  ['', undefined],
  ['10.0.0.0/8\n10.0.0.0/8 twice\n# a comment', undefined],
  [lines(8000), undefined],
  [lines(8001), /^8,001 addresses: .*8,000/],
  ['10.20.3.4/16', /^10\.20\.3\.4\/16 .*10\.20\.0\.0\/16 or 10\.20\.3\.4\/32\.$/],
  ['nowhere\nno/where\n10.0.0.300', /^nowhere .* 2 more/],
  ['x'.repeat(9000), /^x{60}\u2026/],
])('addresses %#', (text, expected) => {
  if (expected) expect(addressFault(text)).toMatch(expected)
  else expect(addressFault(text)).toBeUndefined()
})

it.each([
  ['env: prod\nteam=orders', undefined],
  ['9lives: x\n<b>: y', /^.9lives: x.: .* 1 more/],
  ['env: a\nenv: b', /^.env: b.: /],
])('tags %#', (text, expected) => {
  if (expected) expect(tagFault(text)).toMatch(expected)
  else expect(tagFault(text)).toBeUndefined()
})
