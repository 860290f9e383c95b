import { beforeAll, describe, expect, it } from 'vitest'

import { readCertificates } from '../crypto/files.ts'
import { makeAuthority, type TestAuthority } from '../crypto/key-stores/testing/test-pki.ts'
import type { Certificate } from '../crypto/x509.ts'
import { pairDoubts, signatureDoubts, validityDoubts } from './file-doubts.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const from = (begins: number, ends: number) => ({ notBefore: inDays(begins), notAfter: inDays(ends) })
const CA = { kind: 'ca', name: 'demo' } as const

describe('validityDoubts', () => {
  it.each([
    ['one that is valid', [from(-9, 9)], []],
    ['a rotation', [from(-9, 9), from(-1, 99)], []],
    ['an old one that ended beside a new one', [from(-9, -1), from(-2, 99)], []],
    ['one that ended', [from(-9, -1)], [{ ...CA, id: 'expired', at: inDays(-1) }]],
    ['both ended: the later end', [from(-9, -4), from(-9, -1)], [{ ...CA, id: 'expired', at: inDays(-1) }]],
    ['one that begins later', [from(1, 9)], [{ ...CA, id: 'early', at: inDays(1) }]],
    ['none at all', [], []],
  ])('%s', (_, certificates, expected) => {
    expect(validityDoubts(CA, certificates, NOW)).toEqual(expected)
  })
})

it('a pair that has ended and does not match is doubted twice', () => {
  const pair = { certificate: from(-9, -1), matches: false }
  expect(pairDoubts('u', pair, NOW).map(({ id }) => id)).toEqual(['expired', 'not-a-pair'])
  expect(pairDoubts('u', { certificate: from(-9, 1), matches: true }, NOW)).toEqual([])
})

describe('signatureDoubts', () => {
  let own: TestAuthority
  let next: TestAuthority
  let stranger: TestAuthority

  const read = (pem: string): Certificate => {
    const [certificate] = readCertificates(pem)
    if (!certificate) throw new Error('no certificate')
    return certificate
  }

  beforeAll(async () => {
    ;[own, next, stranger] = await Promise.all([
      makeAuthority('ca', 'ec'),
      makeAuthority('ca', 'ec'),
      makeAuthority('ca', 'ec'),
    ])
  })

  it('has none about a good certificate, whichever CA of a rotation signed it', async () => {
    const { certificatePem } = await next.sign('user', { kind: 'ec' })
    expect(await signatureDoubts('u', read(certificatePem), [read(own.pem), read(next.pem)])).toEqual([])
  })

  it('refuses what no CA of the project has signed, even under the same name', async () => {
    const { certificatePem } = await stranger.sign('user', { kind: 'ec' })
    for (const authorities of [[read(own.pem), read(next.pem)], []])
      await expect(signatureDoubts('u', read(certificatePem), authorities)).rejects.toMatchObject({
        fault: 'not-signed',
      })
  })
})
