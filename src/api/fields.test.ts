import * as v from 'valibot'
import { expect, it } from 'vitest'

import { shownFlag, shownNumber, shownText } from './fields.ts'
import { readableItems } from './parse.ts'

it.each([
  ['a flag', shownFlag, false],
  ['a number', shownNumber, 0],
  ['a text', shownText, ''],
] as const)(
  '%s for display is shown as it came, and left out where it is missing or something else',
  (_, schema, fit) => {
    const read = (item: unknown) => v.parse(v.object({ shown: schema }), item).shown
    expect(read({ shown: fit })).toBe(fit)
    for (const item of [{}, { shown: null }, { shown: ['x'] }, { shown: {} }]) expect(read(item)).toBeUndefined()
  },
)

it('items that don’t fit a schema are left out, the others stay in order', () => {
  const schema = v.object({ name: v.string() })
  expect(readableItems(schema, [{ name: 'b' }, null, { name: 1 }, 'c', { name: 'a' }])).toEqual([
    { name: 'b' },
    { name: 'a' },
  ])
})
