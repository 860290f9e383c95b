import { X509Certificate } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { corpusNames, corpusPem } from './corpus/read-corpus.ts'
import { DerError } from './der.ts'
import { readPem } from './pem.ts'
import {
  daysLeft,
  fingerprint,
  formatHex,
  formatKey,
  formatName,
  nameAttribute,
  readCertificate,
  type Certificate,
} from './x509.ts'

const SINGLE = corpusNames.filter((name) => name !== 'bundle')

const first = (pem: string): Certificate => {
  const [block] = readPem(pem)
  if (!block) throw new Error('no block')
  return readCertificate(block.der)
}

/** An attribute that the reader has no short name for keeps its OID. */
const UNNAMED_HERE = '2.5.4.15'

/** Node prints one attribute a line, `TYPE=value`, with OpenSSL's names and escapes; several of one RDN with ` + `. */
const asNode = (name: Certificate['subject']) =>
  name.map(({ type, value }) => `${type === UNNAMED_HERE ? 'businessCategory' : type}=${value}`).toSorted()

const nodeName = (text: string) => {
  const unescaped = text.replace(/\\([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const plain = unescaped.replace(/\\(.)/g, '$1')
  return plain.split('\n').toSorted()
}

const CURVE_NAMES: Record<string, string> = {
  'P-256': 'prime256v1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
  secp256k1: 'secp256k1',
}

describe('readCertificate, against Node on certificates made by OpenSSL', () => {
  it.each(SINGLE)('%s: dates, serial number, CA flag', (name) => {
    const ours = first(corpusPem(name))
    const theirs = new X509Certificate(corpusPem(name))
    expect(ours.notBefore.getTime()).toBe(Date.parse(theirs.validFrom))
    expect(ours.notAfter.getTime()).toBe(Date.parse(theirs.validTo))
    expect(ours.serial).toBe(theirs.serialNumber.toLowerCase())
    expect(ours.isCa).toBe(theirs.ca)
  })

  it.each(SINGLE.filter((name) => !['multi-valued-rdn', 'odd-names'].includes(name)))('%s: names', (name) => {
    const ours = first(corpusPem(name))
    const theirs = new X509Certificate(corpusPem(name))
    expect(asNode(ours.subject)).toEqual(nodeName(theirs.subject))
    expect(asNode(ours.issuer)).toEqual(nodeName(theirs.issuer))
  })

  it.each(SINGLE)('%s: fingerprint and public key', async (name) => {
    const ours = first(corpusPem(name))
    const theirs = new X509Certificate(corpusPem(name))
    expect(await fingerprint(ours)).toBe(theirs.fingerprint256)
    expect(Buffer.from(ours.spki)).toEqual(theirs.publicKey.export({ type: 'spki', format: 'der' }))
    const { asymmetricKeyType, asymmetricKeyDetails } = theirs.publicKey
    expect(ours.publicKey.type.toLowerCase()).toBe(asymmetricKeyType)
    if (asymmetricKeyDetails?.modulusLength !== undefined) {
      expect(ours.publicKey.size).toBe(asymmetricKeyDetails.modulusLength)
    }
    if (asymmetricKeyDetails?.namedCurve !== undefined && ours.publicKey.size !== undefined) {
      expect(CURVE_NAMES[ours.publicKey.curve ?? '']).toBe(asymmetricKeyDetails.namedCurve)
    }
  })

  it('reads names in every script and with every delimiter, as they are', () => {
    expect(formatName(first(corpusPem('odd-names')).subject)).toBe(
      'C=FI, ST=Uusimaa, L=Helsinki, O=Åkerström & Söhne, quoted, <b>markup</b>, OU=部門 שלום 🦀, CN=a name, with commas = and equals + plus, emailAddress=someone@example.com',
    )
    expect(formatName(first(corpusPem('bmp-string')).subject)).toBe('CN=Žluťoučký kůň')
  })

  it('reads every attribute of a part with several', () => {
    expect(asNode(first(corpusPem('multi-valued-rdn')).subject)).toEqual(['CN=three', 'O=one', 'OU=two'])
  })

  it.each([
    ['rsa-3072-sha384', 'RSA 3072 bit', 'sha384WithRSAEncryption'],
    ['rsa-1024-sha1', 'RSA 1024 bit', 'sha1WithRSAEncryption'],
    ['rsa-pss', 'RSA-PSS 2048 bit', 'rsassaPss'],
    ['ec-p256', 'EC P-256', 'ecdsa-with-SHA256'],
    ['ec-p521', 'EC P-521', 'ecdsa-with-SHA512'],
    ['ec-brainpool', 'EC 1.3.36.3.3.2.8.1.1.7', 'ecdsa-with-SHA256'],
    ['ed25519', 'Ed25519', 'Ed25519'],
    ['ed448', 'Ed448', 'Ed448'],
  ])('%s: key and signature in words', (name, key, signature) => {
    const certificate = first(corpusPem(name))
    expect(formatKey(certificate.publicKey)).toBe(key)
    expect(certificate.signatureAlgorithm).toBe(signature)
  })

  it('reads every certificate of a bundle, in order', () => {
    const subjects = readPem(corpusPem('bundle')).map(({ der }) => formatName(readCertificate(der).subject))
    expect(subjects.map((subject) => subject.slice(-10))).toEqual(['Project CA', 'CN=p256', 'CN=ed25519'])
  })
})

describe('readCertificate on bytes that are none', () => {
  const { der } = readPem(corpusPem('rsa-3072-sha384'))[0] ?? { der: new Uint8Array() }

  it('refuses every prefix of a certificate, and bytes after its end', () => {
    for (let length = 0; length < der.length; length++) {
      expect(() => readCertificate(der.subarray(0, length))).toThrow(DerError)
    }
    expect(() => readCertificate(Uint8Array.from([...der, 0]))).toThrow(DerError)
  })

  it.each(['251301000000Z', '250230000000Z', '250101240000Z', '250101126000Z', '250101120060Z', '250101120000+'])(
    'refuses a time that does not exist: %s',
    (time) => {
      const bytes = Buffer.from(der)
      // The tag and length of a UTCTime.
      const at = bytes.indexOf(Buffer.from([0x17, time.length])) + 2
      expect(at).toBeGreaterThan(1)
      bytes.write('250101120059Z', at, 'latin1')
      expect(readCertificate(bytes).notBefore).toEqual(new Date('2025-01-01T12:00:59Z'))
      bytes.write(time, at, 'latin1')
      expect(() => readCertificate(bytes)).toThrow(DerError)
    },
  )

  it('answers 10,000 mutations with facts or a DerError, and never reads out of bounds', () => {
    const outcomes = { read: 0, refused: 0 }
    const mutation = fc.record({
      name: fc.constantFrom(...SINGLE),
      edits: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
    })
    fc.assert(
      fc.property(mutation, ({ name, edits }) => {
        const bytes = Uint8Array.from(readPem(corpusPem(name))[0]?.der ?? [])
        for (const [at, value] of edits) bytes[at % Math.min(bytes.length, 1200)] = value
        try {
          const certificate = readCertificate(bytes)
          expect(Number.isNaN(certificate.notAfter.getTime())).toBe(false)
          outcomes.read++
        } catch (error) {
          expect(error).toBeInstanceOf(DerError)
          outcomes.refused++
        }
      }),
      { seed: 20261123, numRuns: 10_000 },
    )
    expect(outcomes.read).toBeGreaterThan(100)
    expect(outcomes.refused).toBeGreaterThan(100)
  })
})

describe('words', () => {
  it('counts whole days, and below zero once a certificate has ended', () => {
    const { notAfter } = first(corpusPem('dates-of-utctime'))
    expect(daysLeft(notAfter, new Date('2049-12-30T00:00:00Z'))).toBe(1)
    expect(daysLeft(notAfter, new Date('2049-12-31T12:00:00Z'))).toBe(0)
    expect(daysLeft(notAfter, new Date('2050-01-02T00:00:00Z'))).toBe(-1)
  })

  it('writes hex as openssl does', () => {
    expect(formatHex('0aff')).toBe('0A:FF')
    expect(formatHex('01')).toBe('01')
  })
})

it('gives an attribute of a name by its type; of several, the last', () => {
  const name = [
    { type: 'O', value: 'events' },
    { type: 'CN', value: 'first' },
    { type: 'CN', value: 'avnadmin' },
  ]
  expect(['O', 'CN', 'OU'].map((type) => nameAttribute(name, type))).toEqual(['events', 'avnadmin', undefined])
})
