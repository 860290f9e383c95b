import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { safeReturn, tokenIn } from './sign-in.ts'

const ORIGIN = 'https://console.example.com'

describe('tokenIn', () => {
  it.each([
    ['abc123', 'abc123'],
    ['  abc123\n', 'abc123'],
    ['aivenv1 abc123', 'abc123'],
    ['Bearer abc123', 'abc123'],
    ['Authorization: aivenv1 abc123', 'abc123'],
    ['export AIVEN_TOKEN="abc123"', 'abc123'],
    ["AIVEN_AUTH_TOKEN='abc+/=123'", 'abc+/=123'],
  ])('finds the token in %j', (pasted, token) => {
    expect(tokenIn(pasted)).toBe(token)
  })

  it.each(['', '  ', 'two words', 'abc\u00e9', 'abc\u200b', 'a\nb'])('finds none in %j', (pasted) => {
    expect(tokenIn(pasted)).toBeUndefined()
  })

  it('never returns a text that no header can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pasted) => {
        const token = tokenIn(pasted)
        return token === undefined || new Headers({ authorization: `aivenv1 ${token}` }).get('authorization') !== null
      }),
    )
  })
})

describe('safeReturn', () => {
  it.each([
    ['/project/p/services?search=x', '/project/p/services?search=x'],
    ['/project/a%2Fb/services', '/project/a%2Fb/services'],
    [null, '/'],
    ['', '/'],
    ['//evil.example.com/x', '/'],
    ['/\\evil.example.com', '/'],
    ['https://evil.example.com/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?return=/sign-in', '/'],
  ])('%j leads to %j', (wanted, path) => {
    expect(safeReturn(wanted, ORIGIN)).toBe(path)
  })

  it('never leaves the console', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new URL(safeReturn(`/${text}`, ORIGIN), ORIGIN).origin).toBe(ORIGIN)
      }),
    )
  })
})
