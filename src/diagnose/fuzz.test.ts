import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { corpusNames, corpusPem } from '../crypto/corpus/read-corpus.ts'
import { KeyStoreError } from '../crypto/key-stores/key-store-error.ts'
import { makeJksTrustStore } from '../crypto/key-stores/jks.ts'
import { readJks } from '../crypto/key-stores/read-jks.ts'
import { readPkcs12 } from '../crypto/key-stores/read-pkcs12.ts'
import { readPem } from '../crypto/pem.ts'
import { altNames, authorityKeyId, extendedKeyUsage, keyUsage, subjectKeyId } from '../crypto/x509-extensions.ts'
import { checkReading } from './check-reading.ts'
import { findConnections } from './connections.ts'
import { maskSecrets } from './mask/mask-secrets.ts'
import { explainErrors } from './messages/explain.ts'
import { readHandshake } from './servers/handshake.ts'
import { createPause } from '../lib/pause.ts'
import { readMaterial } from './material/read-material.ts'

/** Seeded, so that what fails once fails again; 10,000 mutations in all. */
const SEED = 20261125

const PEM = corpusPem('client')
const der = () => Uint8Array.from(readPem(PEM)[0]?.der ?? [])
const encode = (text: string) => new TextEncoder().encode(text)

/** A key store of OpenSSL's with one round of derivation each, so that thousands can be opened: password "password". */
const KEY_STORE =
  'MIIELwIBAzCCA+kGCSqGSIb3DQEHAaCCA9oEggPWMIID0jCCAnEGCSqGSIb3DQEHBqCCAmIwggJeAgEAMIICVwYJKoZIhvcNAQcBMFYGCSqGSI' +
  'b3DQEFDTBJMCgGCSqGSIb3DQEFDDAbBAgZH9g0ObogEwIBATAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQ/0H/xLTZnNRzLDIc6lzRcYCC' +
  'AfAHmfZVvpO8X3zxEIPakaAImh0xUnvYj408cDp4aB7ugkW1sbUVehXmFAm/F0oovsPySZT7v2mHwOg335p3LAmdJYkRXYqFW59bu1EJ+TUcZY' +
  'LeGApValrcZ579gFLY/UhiRdo9L0ETuARxu32Jmxmt0G/4fakL+6JdUVw9+1nUPa4CSwOhJWpWKXdo4G4n9zC6pJCuVYdNHJeGYU103nmv9RMe' +
  'FSXO0XZ1/ZNnBinj8gPGCGpgpcW0p+1pI6DJdafMYvxP7OACTEy5IbXzVIIbA5iHfdRzgLW7xiFX0/zsH1TKaNzRADyOJ1Sq+iIiCdOCOvy8Sa' +
  '+YNDLRolvX1lJWqkgrMxWmbz7DSRFeWrN/89wm+6ry/r9M0ZpPDDkyRxipoT58neF8wkE1kUsAROGespZwx5UQVbO0Ec5oZeXeRn58Zsuwg1Ci' +
  'cl1EHdMVweMsJ5gd4e9ss9QTizN1k96RyMSZcNciTZ2I/6gOGhX5oYx1NIMNntF4aZukT/7ufdKdnnhsyhhKtldRI66R3srilyWBcN1uv287Cv' +
  'QYdp+BIiZSdtAULDU+f2VsN5YDY4wZBuxEnZc+x/Yv5d8Ib6yUxgRCQEcVmQ214YXfj563sfei0HpVJRFeYeKv2kg5VAGY3pJTGpy/VtYFdLPF' +
  'pe9mMIIBWQYJKoZIhvcNAQcBoIIBSgSCAUYwggFCMIIBPgYLKoZIhvcNAQwKAQKgge4wgeswVgYJKoZIhvcNAQUNMEkwKAYJKoZIhvcNAQUMMB' +
  'sECNYwhTUfigBSAgEBMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBB7TKAVqqeEsixI2PNYuR7eBIGQBGO2A626RKGO4pqT4ADIdt/b7SBl' +
  'VVFDmcjrWG56nXACeDMxhxADGrQMikEvK0+k3LLL506/wRWCOtaIZpRrPr7RBxv9dWqxmvrvrq+vkOF1kBO1l61xWi/W2InI8+l1N8LOmW53ND' +
  '/9hfEGQWwh7aPIiRUlEBHYt8su59clZkabCwN4HamTQZg4lgIseRCyMT4wFwYJKoZIhvcNAQkUMQoeCAB1AHMAZQByMCMGCSqGSIb3DQEJFTEW' +
  'BBTWEPSHx620FWm90UFvGvoFmPuiVDA9MDEwDQYJYIZIAWUDBAIBBQAEIJrPkHySf+wJkfvMuCI1mEGzxpM+SctBX5CUm+1GSZl4BAiB/Jg7he' +
  'RiVA=='

const HANDSHAKE = `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = db\n   i:CN = CA\n${PEM}---\nNew, TLSv1.3, Cipher is X\nVerify return code: 19 (x)\n`
const TEXTS = [
  PEM,
  HANDSHAKE,
  `CA_CERT="${PEM.replaceAll('\n', '\\n')}"`,
  btoa(PEM),
  'postgres://u:p@h:1/d?sslmode=require;sslrootcert=ca.pem&x=%zz',
  'jdbc:mysql://h:1/d?sslMode=REQUIRED',
  'host=h port=1 dbname=d sslmode=require password=x',
  'bootstrap.servers=h:1\nsecurity.protocol=SASL_SSL\nsasl.jaas.config=x password="p";\nssl.truststore.location=C:\\x\\y.jks\n',
  "new Kafka({ brokers: ['h:1'], ssl: { rejectUnauthorized: false } })",
  'psql: error: SSL error: certificate verify failed',
]

interface Edit {
  readonly at: number
  readonly byte: number
  readonly what: 'set' | 'cut' | 'repeat'
}

const edits = fc.array(
  fc.record({
    at: fc.nat(100_000),
    byte: fc.nat(255),
    what: fc.constantFrom<Edit['what']>('set', 'set', 'set', 'cut', 'repeat'),
  }),
  { minLength: 1, maxLength: 6 },
)

const mutate = (original: Uint8Array, changes: readonly Edit[]): Uint8Array => {
  let bytes = Uint8Array.from(original)
  for (const { at, byte, what } of changes) {
    const place = at % Math.max(1, bytes.length)
    if (what === 'set') bytes[place] = byte
    else if (what === 'cut') bytes = bytes.slice(0, place)
    else bytes = Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(Math.max(0, place - byte))])
  }
  return bytes
}

const known = { cas: [], complete: true, unread: [] }

/** Everything that the page does with a file. */
const checkAll = async (bytes: Uint8Array) => {
  const pauseIfDue = createPause()
  const reading = await readMaterial({ name: 'x', bytes, size: bytes.length }, 'password', pauseIfDue)
  const checked = await checkReading(reading, known, new Date(0), pauseIfDue)
  expect(checked.answers.length + (reading.locked ? 1 : 0)).toBeGreaterThan(0)
  for (const { certificate } of reading.certificates) {
    for (const read of [altNames, authorityKeyId, extendedKeyUsage, keyUsage, subjectKeyId]) read(certificate)
  }
  return reading
}

describe('10,000 mutations: answers, and never an exception or a standstill', () => {
  it('4,000 of texts: PEM, handshakes, settings, connection strings, messages', async () => {
    const forms = new Set<string>()
    const property = fc.asyncProperty(fc.constantFrom(...TEXTS), edits, async (text, changes) => {
      forms.add((await checkAll(mutate(encode(text), changes))).form)
    })
    await fc.assert(property, { seed: SEED, endOnFailure: true, numRuns: 4000 })
    expect(forms.size).toBeGreaterThan(2)
  }, 120_000)

  it('3,000 of certificates in DER, through everything that is made of them', async () => {
    const outcomes = { read: 0, refused: 0 }
    const names = corpusNames.filter((name) => !['bundle', 'rsa-8192'].includes(name))
    const property = fc.asyncProperty(fc.constantFrom(...names), edits, async (name, changes) => {
      const bytes = mutate(Uint8Array.from(readPem(corpusPem(name))[0]?.der ?? []), changes)
      const { certificates } = await checkAll(bytes)
      outcomes[certificates.length > 0 ? 'read' : 'refused']++
    })
    await fc.assert(property, { seed: SEED, endOnFailure: true, numRuns: 3000 })
    expect(outcomes.read).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(50)
  }, 120_000)

  it('2,000 of key stores: contents, or a KeyStoreError', async () => {
    const entry = [{ alias: 'ca', der: der() }]
    const stores = [
      { read: readPkcs12, bytes: Uint8Array.from(Buffer.from(KEY_STORE, 'base64')) },
      { read: readJks, bytes: await makeJksTrustStore(entry, 'password', new Date(0)) },
      {
        read: (data: Uint8Array) => readJks(data, undefined),
        bytes: await makeJksTrustStore(entry, 'password', new Date(0)),
      },
    ]
    const outcomes = new Map<string, number>()
    const count = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
    const property = fc.asyncProperty(fc.constantFrom(...stores), edits, async ({ read, bytes }, changes) => {
      try {
        await read(mutate(bytes, changes), 'password')
        count('read')
      } catch (error) {
        expect(error).toBeInstanceOf(KeyStoreError)
        count((error as KeyStoreError).fault)
      }
    })
    await fc.assert(property, { seed: SEED, endOnFailure: true, numRuns: 2000 })
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['broken', 'wrong-password']))
  }, 240_000)

  it('1,000 texts of any characters, and long ones made of signs that patterns look for', async () => {
    const pieces = [
      'sslmode=',
      '://',
      'postgres',
      'mysql:',
      'host=',
      'password',
      '-p',
      ' curl ',
      '.',
      '=',
      '@',
      ':',
      '"',
      '\\',
      'a',
      '-',
      '\n',
      ' ',
      'ssl.',
      'BEGIN ',
      '\ufeff',
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 800 }), async (parts, times) => {
        const long = parts
          .join('')
          .repeat(times)
          .slice(0, 64 * 1024)
        for (const read of [maskSecrets, explainErrors, readHandshake]) read(long)
        await findConnections(long)
      }),
      { seed: SEED, endOnFailure: true, numRuns: 1000 },
    )
  }, 240_000)
})
