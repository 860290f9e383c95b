/** Requests, public keys, parameters and keys of every kind, under every label and in every container. */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { derLabel } from '../../crypto/der-label.ts'
import { readPem } from '../../crypto/pem.ts'
import { createPause } from '../../lib/pause.ts'
import { toPem } from './armour.ts'
import { checkReading } from '../check-reading.ts'
import { otherAnswer } from './other-der.ts'
import { WHOLE } from './read-armour.ts'
import { readMaterial } from './read-material.ts'

const check = async (content: string | Uint8Array, password?: string) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const reading = await readMaterial({ name: 'a.txt', bytes, size: bytes.length }, password, createPause())
  return checkReading(reading, { cas: [], unread: [], complete: true }, new Date(), createPause())
}

const folder = mkdtempSync(join(tmpdir(), 'kinds-'))
const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const bytesOf = (pem: string) => Buffer.from(pem.replaceAll(/-----[^\n]*\n?/g, ''), 'base64')

writeFileSync(
  join(folder, 'ca.cnf'),
  '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=number\ndefault_md=sha256\ndefault_crl_days=30\n',
)
writeFileSync(join(folder, 'index.txt'), '')
writeFileSync(join(folder, 'number'), '01\n')
openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=x')
openssl('pkcs12', '-export', '-in', 'ca.pem', '-inkey', 'ca.key', '-passout', 'pass:secret1', '-out', 'a.p12')

/** By the label that their bytes call for. */
const OTHERS: Readonly<Record<string, Uint8Array>> = {
  'CERTIFICATE REQUEST': bytesOf(openssl('req', '-new', '-key', 'ca.key', '-subj', '/CN=x')),
  'X509 CRL': bytesOf(
    openssl('ca', '-gencrl', '-config', 'ca.cnf', '-keyfile', 'ca.key', '-cert', 'ca.pem').replace(
      /^[\s\S]*?(?=-----)/,
      '',
    ),
  ),
  'PUBLIC KEY': bytesOf(openssl('pkey', '-in', 'ca.key', '-pubout')),
  'RSA PUBLIC KEY': bytesOf(openssl('rsa', '-in', 'ca.key', '-RSAPublicKey_out')),
  'DH PARAMETERS': bytesOf(openssl('genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048')),
  'X9.42 DH PARAMETERS': bytesOf(openssl('genpkey', '-genparam', '-algorithm', 'DHX', '-pkeyopt', 'group:dh_2048_256')),
  'EC PARAMETERS': bytesOf(openssl('ecparam', '-name', 'prime256v1')),
  PKCS12: readFileSync(join(folder, 'a.p12')),
}

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe.each(Object.entries(OTHERS))('%s', (label, bytes) => {
  const own = otherAnswer(label)

  it('is known by its bytes', () => {
    expect(derLabel(bytes)).toBe(label)
  })

  it.each(['CERTIFICATE', 'PRIVATE KEY', 'PUBLIC KEY', 'CERTIFICATE REQUEST', 'X509 CRL', 'DH PARAMETERS', label])(
    'is named under the label %s, and neither called intact nor damaged',
    async (written) => {
      const { answers, reading } = await check(toPem(written, bytes))
      expect(answers).toContainEqual(own)
      expect(answers).not.toContain(WHOLE)
      expect(answers.filter(({ tone }) => tone === 'bad')).toEqual(own?.tone === 'bad' ? [own] : [])
      expect(reading.repaired).toBeUndefined()
    },
  )

  it.each([
    ['DER', bytes],
    ['base64', Buffer.from(bytes).toString('base64')],
  ])('is named as %s', async (_, content) => {
    // A store is opened; what begins with a name of its own is too little to be sure of.
    if (label === 'PKCS12' || label === 'EC PARAMETERS') return
    expect((await check(content)).answers).toContainEqual(own)
  })
})

describe('a certificate or a key under the label of something else', () => {
  it.each(['PUBLIC KEY', 'CERTIFICATE REQUEST', 'X509 CRL', 'DH PARAMETERS', 'PKCS7'])('%s', async (label) => {
    const certificate = await check(toPem(label, readPem(corpusPem('client'))[0]?.der ?? new Uint8Array()))
    expect(certificate.reading.certificates).toHaveLength(1)
    expect(certificate.reading.repaired?.text).toBe(corpusPem('client'))
    const key = await check(toPem(label, bytesOf(readFileSync(join(folder, 'ca.key'), 'utf8'))))
    expect(key.reading.keys.map((held) => held.key.type)).toEqual(['RSA'])
  })
})

/** Kinds of keys, and the forms that each has. */
const KEYS: readonly { readonly type: string; readonly key: KeyObject; readonly other?: 'pkcs1' | 'sec1' }[] = [
  { type: 'RSA', key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, other: 'pkcs1' },
  { type: 'RSA-PSS', key: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey },
  { type: 'DSA', key: generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey },
  { type: 'EC', key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, other: 'sec1' },
  { type: 'EC', key: generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey, other: 'sec1' },
  { type: 'Ed25519', key: generateKeyPairSync('ed25519').privateKey },
  { type: 'Ed448', key: generateKeyPairSync('ed448').privateKey },
  { type: 'X25519', key: generateKeyPairSync('x25519').privateKey },
]

const inLines = (pem: string, mark: string) => pem.trimEnd().replaceAll(/^/gm, mark)
/** What a key may stand in. */
const CONTAINERS: Readonly<Record<string, (pem: string) => string | Uint8Array>> = {
  PEM: (pem) => pem,
  DER: (pem) => bytesOf(pem),
  'base64 of DER': (pem) => bytesOf(pem).toString('base64'),
  'base64 of DER in a variable': (pem) => `KEY=${bytesOf(pem).toString('base64')}\nA=b`,
  'base64 of PEM': (pem) => Buffer.from(pem).toString('base64'),
  hexadecimal: (pem) => bytesOf(pem).toString('hex'),
  'hexadecimal with colons': (pem) => (bytesOf(pem).toString('hex').match(/../g) ?? []).join(':'),
  'one line': (pem) => JSON.stringify({ key: pem }),
  'a list of YAML': (pem) => `key:\n${inLines(pem, '  - ')}\n`,
  'a list of YAML at its left': (pem) => `key:\n${inLines(pem, '- ')}\n`,
  'a list of YAML in quotes': (pem) => `key:\n${inLines(pem, '  - "').replaceAll(/$/gm, '"')}\n`,
  'a list with dots': (pem) => inLines(pem, '• '),
  'a list of JSON': (pem) => JSON.stringify(pem.trimEnd().split('\n'), undefined, 2),
  'the label of a certificate': (pem) => pem.replaceAll(/(?<=BEGIN |END )[A-Z ]+(?=-)/g, 'CERTIFICATE'),
}

describe.each(KEYS)('a key of type $type', ({ type, key, other }) => {
  const forms = [
    key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...(other ? [key.export({ type: other, format: 'pem' }).toString()] : []),
  ]
  it.each(Object.entries(CONTAINERS))('is read from %s', async (_, container) => {
    for (const pem of forms) {
      const { reading } = await check(container(pem))
      expect(reading.keys.map((held) => held.key.type)).toEqual([type])
      if (reading.repaired) expect(reading.repaired.text).toBe(pem)
    }
  })

  it('is opened with its password', async () => {
    const pem = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret1' }).toString()
    for (const content of [pem, bytesOf(pem)])
      expect((await check(content, 'secret1')).reading.keys.map((held) => held.key.type)).toEqual([type])
  })
})
