import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { readPem } from '../../crypto/pem.ts'
import { createPause } from '../../lib/pause.ts'
import { scanArmour, toPem } from './armour.ts'
import { checkReading } from '../check-reading.ts'
import { readMaterial } from './read-material.ts'
import { WHOLE } from './read-armour.ts'
import { nameText } from './text-kinds.ts'
import { plain } from '../words.ts'

const CA = corpusPem('rsa-3072-sha384')
const LEAF = corpusPem('client')
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const PKCS1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const ENCRYPTED = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
const PUBLIC = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
const bytesOf = (pem: string) => readPem(pem)[0]?.der ?? new Uint8Array()
const CA_BYTES = bytesOf(CA)

const check = async (content: string | Uint8Array, name = 'a.txt') => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const reading = await readMaterial({ name, bytes, size: bytes.length }, undefined, createPause())
  return checkReading(reading, { cas: [], unread: [], complete: true }, new Date(), createPause())
}
const relabel = (pem: string, label: string) => pem.replaceAll(/(?<=BEGIN |END )[A-Z ]+(?=-)/g, label)

describe('a block under another label', () => {
  it.each([
    ['a PKCS#1 key as PKCS#8', PKCS1, 'PRIVATE KEY'],
    ['a PKCS#8 key as PKCS#1', PKCS8, 'RSA PRIVATE KEY'],
    ['an RSA key as EC', PKCS1, 'EC PRIVATE KEY'],
    ['a key as a certificate', PKCS8, 'CERTIFICATE'],
    ['a certificate as a key', CA, 'PRIVATE KEY'],
    ['a key as an encrypted one', PKCS8, 'ENCRYPTED PRIVATE KEY'],
  ])('is never called whole, and is offered under its own: %s', async (_, pem, label) => {
    const { reading } = await check(relabel(pem, label), 'a.pem')
    expect(reading.answers).not.toContain(WHOLE)
    expect(reading.repaired?.text).toBe(pem)
    expect(reading.certificates.length + reading.keys.length).toBe(1)
  })

  it('is unlocked where it is an encrypted key', async () => {
    const { reading } = await check(relabel(ENCRYPTED, 'PRIVATE KEY'))
    expect(reading.locked?.what).toBe('private key')
  })

  it.each([PKCS1, PKCS8, CA])('is not said of what has its own', async (pem) => {
    const { reading } = await check(pem)
    expect(reading.answers).toContain(WHOLE)
    expect(reading.repaired).toBeUndefined()
  })
})

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const rows = (write: (row: string, at: string) => string) =>
  (hex(CA_BYTES).match(/.{1,32}/g) ?? [])
    .map((row, at) => write(row, (at * 16).toString(16).padStart(8, '0')))
    .join('\n')
const pairs = (row: string) => (row.match(/../g) ?? []).join(' ')

describe('a line of base64 that begins with two slashes', () => {
  const bytes = new Uint8Array(480).map((_, index) => (index === 144 || index === 145 ? 0xff : index % 251))
  const pem = toPem('CERTIFICATE', bytes)

  it('is no comment', () => {
    expect(pem).toContain('\n//')
    const [block] = scanArmour(pem)
    expect(block?.damage).toEqual([])
    expect(block?.der).toEqual(bytes)
  })

  it('is read behind the slashes of a comment too', () => {
    const [block] = scanArmour(pem.replaceAll(/^(?=.)/gm, '// '))
    expect(block?.damage).toEqual(['line-prefix'])
    expect(block?.der).toEqual(bytes)
  })
})

describe('what has happened to the lines of a block', () => {
  const pem = toPem('CERTIFICATE', CA_BYTES)
  it.each([
    ['blank-lines', pem.replaceAll('\n', '\n\n')],
    ['indented', pem.replaceAll(/^(?!-)/gm, '  ')],
    ['one-line', pem.replaceAll('\n', ' ')],
    ['cr', pem.replaceAll('\n', '\r')],
    ['crlf', pem.replaceAll('\n', '\r\n')],
    ['quotes', pem.replaceAll(/^(.+)$/gm, '"$1"')],
    ['markup', pem.replaceAll('\n', '<br>')],
    ['base64url', pem.replaceAll(/^(?!-).*/gm, (line) => line.replaceAll('+', '-').replaceAll('/', '_'))],
  ])('%s, and nothing else, is named', (damage, text) => {
    expect(text).not.toBe(pem)
    expect([...scanArmour(text)].map((block) => block.damage)).toEqual([[damage]])
  })
})

describe('a certificate in other writings', () => {
  it.each([
    ['UTF-16 without a mark', Buffer.from(CA, 'utf16le')],
    ['UTF-16, big end first, without a mark', Buffer.from(CA, 'utf16le').swap16()],
    ['base64 of UTF-16', Buffer.from(CA, 'utf16le').toString('base64')],
    ['xxd', rows((row, at) => `${at}: ${(row.match(/.{1,4}/g) ?? []).join(' ')}  0..b0...a`)],
    ['hexdump -C', rows((row, at) => `${at}  ${pairs(row.slice(0, 16))}  ${pairs(row.slice(16))}  |0..b0...a|`)],
    ['RTF', `{\\rtf1\\ansi ${CA.replaceAll('\n', '\\par\n')}}`],
  ])('is read, and offered as PEM: %s', async (_, content) => {
    const { reading } = await check(content)
    expect(reading.certificates.map(({ certificate }) => hex(certificate.der))).toEqual([hex(CA_BYTES)])
    expect(reading.repaired).toEqual({ name: 'ca.pem', text: CA })
  })
})

describe('what is offered', () => {
  it('is the key where DER of a key says so', async () => {
    const { reading } = await check(bytesOf(PKCS8))
    expect(reading.repaired).toEqual({ name: 'service.key', text: PKCS8 })
    expect((await check(bytesOf(PKCS1))).reading.repaired?.text).toBe(PKCS1)
  })

  it.each([
    ['a request', toPem('CERTIFICATE REQUEST', Uint8Array.of(0x30, 0))],
    ['a public key', PUBLIC],
    ['a list of what was revoked', toPem('X509 CRL', Uint8Array.of(0x30, 0))],
    ['an SSH key', toPem('OPENSSH PRIVATE KEY', Uint8Array.of(0x30, 0))],
    ['what only says that it is an encrypted key', toPem('ENCRYPTED PRIVATE KEY', Uint8Array.of(0x30, 0))],
  ])('is never %s, alone or beside others', async (_, pem) => {
    for (const text of [
      `text\n${pem}`,
      pem.replaceAll(/^(?=.)/gm, '  '),
      `text\n${pem}${LEAF}`,
      `text\n${PKCS8}${pem}`,
    ])
      expect((await check(text)).reading.repaired).toBeUndefined()
  })

  it('is named after all that is in it, an encrypted key too', async () => {
    const named = async (text: string) => (await check(text)).reading.repaired
    expect(await named(`text\n${ENCRYPTED}`)).toEqual({ name: 'service.key', text: ENCRYPTED })
    expect(await named(`text\n${LEAF}${ENCRYPTED}`)).toEqual({ name: 'bundle.pem', text: LEAF + ENCRYPTED })
    expect(await named(`text\n${LEAF}${PKCS8}`)).toEqual({ name: 'bundle.pem', text: LEAF + PKCS8 })
    expect(await named(`a: ${btoa(` ${LEAF}`)}\nb: ${btoa(` ${ENCRYPTED}`)}\n`)).toBeUndefined()
    expect(await named(`a: ${btoa(LEAF + ENCRYPTED)}\n`)).toBeUndefined()
  })

  it('is called a client’s certificate only where that comes first', async () => {
    expect((await check(`text\n${LEAF}${CA}`)).reading.repaired?.name).toBe('service.cert')
    expect((await check(`text\n${CA}${LEAF}`)).reading.repaired?.name).toBe('bundle.pem')
  })

  it('comes with a warning where a CA is before it', async () => {
    const says = async (text: string) =>
      (await check(text)).answers.some(({ words }) => plain(words).includes('comes first'))
    expect(await says(CA + LEAF)).toBe(true)
    expect(await says(LEAF + CA)).toBe(false)
    expect(await says(CA + CA)).toBe(false)
    // Files of their own, in one text.
    expect(await says(JSON.stringify({ ca_cert: CA, access_cert: LEAF }))).toBe(false)
    expect(await says(`data:\n  ca.crt: ${btoa(CA)}\n  tls.crt: ${btoa(LEAF)}\n`)).toBe(false)
    expect(await says(`CA="${CA.replaceAll('\n', '\\n')}"\nCERT="${LEAF.replaceAll('\n', '\\n')}"\n`)).toBe(false)
    expect(await says(`ca.pem:\n${CA}\nservice.cert:\n${LEAF}`)).toBe(false)
  })
})

describe('what isn’t a certificate', () => {
  it.each([
    ['bad', JSON.stringify({ message: 'Authentication failed', errors: [] })],
    ['attention', '<redacted>'],
    ['attention', '{"users": [{"access_key": "<redacted>"}]}'],
    ['attention', 'Certificate:\n    Data:\n        Version: 3 (0x2)\n'],
    ['attention', 'Keystore type: PKCS12\nKeystore provider: SUN\n\nYour keystore contains 1 entry\n'],
    ['attention', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH me@h'],
    ['attention', '{"keys": [{"kty": "RSA"}]}'],
    ['bad', JSON.stringify({ message: 'Not found', status: 404 })],
    ['info', '-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: x\n\nmQINBGV=\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----'],
  ])('is named, not called damaged or unknown: %s: %s', async (tone, text) => {
    const { answers } = await check(text)
    const unknown = (await check('the weather is fine')).answers
    expect(answers.map((answer) => answer.tone)).toEqual([tone])
    expect(answers).not.toEqual(unknown)
  })
})

describe('JSON that only looks like it', () => {
  it.each([
    { message: 'User logged in', status: 'ok' },
    { message: 'Deployed', status: 200, error: null },
    { message: 'The queue is full', status: 500, level: 'error' },
    { keys: ['a', 'b'] },
    { keys: [{ name: 'ssl' }], values: [] },
    { keys: [] },
  ])('is not recognised: %j', async (value) => {
    const unknown = (await check('the weather is fine')).answers
    expect((await check(JSON.stringify(value))).answers).toEqual(unknown)
  })
})

describe('a text of empty lines', () => {
  it('is looked at once: for each line, this takes hours', () => {
    expect(nameText('\n'.repeat(1_000_000))).toBeUndefined()
  })
})

describe('a log with a control character', () => {
  it('is read as text', async () => {
    const { explanations } = await check('JedisConnectionException: Unknown reply: \u0015')
    expect(explanations.map(({ id }) => id)).toEqual(['without-tls'])
  })
})
