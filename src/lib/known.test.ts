import { expect, it } from 'vitest'

import { known } from './known.ts'

it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'other'])('knows nothing of "%s"', (word) => {
  expect(known({ primary: 'Primary' }, word)).toBeUndefined()
})

it('knows what the table has', () => {
  expect(known({ primary: 'Primary' }, 'primary')).toBe('Primary')
})
