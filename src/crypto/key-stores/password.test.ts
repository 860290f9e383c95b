import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { generatePassword, passwordProblem } from './password.ts'

describe('passwords of key stores', () => {
  it('are made long, plain and never twice', () => {
    const made = Array.from({ length: 200 }, generatePassword)
    expect(new Set(made).size).toBe(200)
    for (const password of made) expect(password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{24}$/)
  })

  it('may hold every printable character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }), (password) => {
        fc.pre(!/\p{Cc}|\p{Cs}/u.test(password))
        expect(passwordProblem(password)).toBeUndefined()
      }),
    )
  })

  it.each(['', 'short', 'changeit', 'ChangeIt', 'with\nnewline', 'with\u0000zero', 'half \ud83d pair'])(
    'refuses %j with a sentence',
    (password) => {
      expect(passwordProblem(password)).toMatch(/\.$/)
    },
  )
})
