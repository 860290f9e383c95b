import { X509Certificate } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { corpusNames, corpusPem } from './corpus/read-corpus.ts'
import { isSignedBy } from './issuer.ts'
import { readPem } from './pem.ts'
import { readCertificate } from './x509.ts'

const read = (name: string) => {
  const pem = corpusPem(name)
  return { ours: readCertificate(readPem(pem)[0]?.der ?? new Uint8Array()), node: new X509Certificate(pem) }
}

/** Node verifies these; WebCrypto has no such algorithm or curve, or no longer takes the key. */
const BEYOND_WEB_CRYPTO = /brainpool|secp256k1|ed448|rsa-pss/

const verifies = (certificate: X509Certificate, issuer: X509Certificate): boolean => {
  try {
    return certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

describe('isSignedBy, against Node', () => {
  const certificates = corpusNames.map((name) => ({ name, ...read(name) }))

  it.each(certificates)('$name and every other', async ({ name, ours, node }) => {
    for (const issuer of certificates) {
      const found = await isSignedBy(ours, issuer.ours)
      if (found === undefined) expect(`${name} ${issuer.name}`).toMatch(BEYOND_WEB_CRYPTO)
      else expect(found, `${name} by ${issuer.name}`).toBe(verifies(node, issuer.node))
    }
  })

  it('a byte that was changed is seen', async () => {
    const { ours } = read('ec-p256')
    expect(await isSignedBy(ours, ours)).toBe(true)
    const der = Uint8Array.from(ours.der)
    // A digit of a date: still a certificate, and not what was signed.
    const at = der.indexOf(0x17) + 2
    der[at] = (der[at] ?? 0) ^ 1
    expect(await isSignedBy(readCertificate(der), ours)).toBe(false)
  })

  it('a signature that is no signature is none', async () => {
    const { ours } = read('ec-p256')
    const der = Uint8Array.from(ours.der)
    der.fill(0xff, der.length - 60)
    expect(await isSignedBy({ ...ours, der }, ours)).toBe(false)
  })
})
