import { expect, it } from 'vitest'

import { lookup } from './lookup.ts'

it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'other'])('knows nothing of "%s"', (word) => {
  expect(lookup({ primary: 'Primary' }, word)).toBeUndefined()
})

it('knows what the table has', () => {
  expect(lookup({ primary: 'Primary' }, 'primary')).toBe('Primary')
})
