import { createPrivateKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { TAG } from './der.ts'
import { element, integer, octetString, sequence } from './der-write.ts'
import { rsaNumbersFit } from './rsa-numbers.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const jwk = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' })

const NUMBERS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const satisfies readonly (keyof JsonWebKey)[]

/** A key in PKCS#8, with some of its numbers in hexadecimal changed. */
const keyWith = (changed: Partial<Record<(typeof NUMBERS)[number], string>> = {}): Uint8Array => {
  const numbers = NUMBERS.map(
    (name) => changed[name] ?? `00${Buffer.from(jwk[name] ?? '', 'base64url').toString('hex')}`,
  )
  const pkcs1 = sequence(integer(0), ...numbers.map((hex) => element(TAG.integer, Buffer.from(hex, 'hex'))))
  return sequence(integer(0), sequence(), octetString(pkcs1))
}

describe('the numbers of an RSA key', () => {
  it('fit in a key that is whole', () => {
    expect(rsaNumbersFit(keyWith())).toBe(true)
  })

  it.each(NUMBERS)('don’t fit when %s is another', (name) => {
    expect(rsaNumbersFit(keyWith({ [name]: '0101010101' }))).toBe(false)
  })

  it.each(NUMBERS.flatMap((name) => [[name, '00'] as const, [name, '01'] as const]))(
    'don’t tell anything when %s is %s: a key that has only some of them',
    (name, value) => {
      expect(rsaNumbersFit(keyWith({ [name]: value }))).toBeUndefined()
    },
  )
})
