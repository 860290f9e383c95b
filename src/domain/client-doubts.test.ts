import { beforeAll, describe, expect, it } from 'vitest'

import { assessClient, isDoubtful } from './client-doubts.ts'
import { readCertificates } from '../crypto/files.ts'
import { makeAuthority, type TestAuthority } from '../crypto/key-stores/testing/test-pki.ts'
import type { Certificate } from '../crypto/x509.ts'

const read = (pem: string): Certificate => {
  const [certificate] = readCertificates(pem)
  if (!certificate) throw new Error('no certificate')
  return certificate
}

let own: TestAuthority
let next: TestAuthority
let stranger: TestAuthority

beforeAll(async () => {
  ;[own, next, stranger] = await Promise.all([
    makeAuthority('ca', 'ec'),
    makeAuthority('ca', 'ec'),
    makeAuthority('ca', 'ec'),
  ])
})

describe('assessClient', () => {
  it('has no doubt about a good certificate, whichever CA of a rotation signed it', async () => {
    const { certificatePem } = await next.sign('user', { kind: 'ec' })
    const doubts = await assessClient(read(certificatePem), [read(own.pem), read(next.pem)], new Date())
    expect(doubts).toEqual({ expired: false, early: false, unchecked: false })
    expect(isDoubtful(doubts)).toBe(false)
  })

  it('refuses what no CA of the project has signed, even under the same name', async () => {
    const { certificatePem } = await stranger.sign('user', { kind: 'ec' })
    await expect(assessClient(read(certificatePem), [read(own.pem), read(next.pem)], new Date())).rejects.toMatchObject(
      {
        fault: 'not-signed',
      },
    )
    await expect(assessClient(read(certificatePem), [], new Date())).rejects.toMatchObject({ fault: 'not-signed' })
  })

  it('says that it has ended, or has not begun', async () => {
    const certificate = read((await own.sign('user', { kind: 'ec', days: -3 })).certificatePem)
    expect(await assessClient(certificate, [read(own.pem)], new Date())).toMatchObject({ expired: true, early: false })
    expect(await assessClient(certificate, [read(own.pem)], new Date(0))).toMatchObject({ expired: false, early: true })
  })
})
