import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { STORES } from '../../crypto/key-stores/testing/bouncy-castle-stores.ts'
import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { MAX_BYTES } from './limits.ts'
import { createPause } from '../../lib/pause.ts'
import { readMaterial } from './read-material.ts'
import { plain } from '../words.ts'

const PEM = corpusPem('rsa-3072-sha384')
const CA = corpusPem('bundle')
const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
const DER = new Uint8Array(Buffer.from(PEM.replace(/-----.*\n/g, ''), 'base64'))

const read = (content: string | Uint8Array, name = 'ca.pem', size?: number) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return readMaterial({ name, bytes, size: size ?? bytes.length }, undefined, createPause())
}
const said = async (content: string | Uint8Array) =>
  (await read(content)).answers.map(({ words }) => plain(words)).join(' ')

describe('readMaterial: damaged PEM', () => {
  it.each([
    ['CRLF', PEM.replaceAll('\n', '\r\n'), /CRLF/],
    ['literal \\n', `CA_CERT="${PEM.replaceAll('\n', '\\n')}"`, /written as \\n/],
    ['JSON', JSON.stringify({ ca: PEM }), /written as \\n/],
    ['a byte-order mark', `\ufeff${PEM}`, /byte-order mark/],
    ['YAML', `ca: |\n${PEM.replace(/^/gm, '  ')}`, /indented/],
    ['one line', PEM.replaceAll('\n', ' '), /on one line/],
    ['missing last line', PEM.replace(/-----END.*\n/, ''), /END\) is missing/],
    ['missing first line', PEM.replace(/-----BEGIN.*\n/, ''), /BEGIN\) is missing/],
    ['typographic dashes', PEM.replaceAll('-----', '——'), /dashes/],
    ['quoted mail', PEM.replace(/^/gm, '> '), /Each line starts/],
    ['a web page around', `<html><pre>${PEM}</pre></html>`, /inside a web page/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(PEM, 'utf16le')]), /UTF-16/],
    ['base64', btoa(PEM), /base64/],
    ['a Kubernetes secret', `data:\n  ca.crt: ${btoa(PEM)}\n`, /base64/],
    ['DER', DER, /binary form/],
    ['DER in base64', Buffer.from(DER).toString('base64'), /binary form/],
  ])('%s is named and repaired, byte for byte', async (_, content, words) => {
    const { repaired, certificates, answers } = await read(content)
    expect(answers.map((answer) => plain(answer.words)).join(' ')).toMatch(words)
    expect(certificates).toHaveLength(1)
    expect(repaired?.text).toBe(PEM)
  })

  it.each([
    `Error: unable to parse PEM: '-----BEGIN CERTIFICATE-----' not found in file`,
    'PEM lib: no start line: Expecting: “-----BEGIN CERTIFICATE-----”',
    String.raw`error: could not load "-----BEGIN CERTIFICATE-----\nMIIB..." from env`,
    'got -----BEGIN RSA PRIVATE KEY-----\nMIIE… and no password',
  ])('reads no file from a message that quotes a PEM mark: %s', async (text) => {
    const { form, certificates, keys, answers } = await read(text)
    expect({ form, certificates, keys, answers }).toEqual({ form: 'Text', certificates: [], keys: [], answers: [] })
  })

  it.each([
    ['a certificate and a key', `${PEM.trimEnd()}${String(KEY)}`, /lost between two files/],
    ['lines that end as on old Macs', PEM.replaceAll('\n', '\r'), /CR only/],
    ['nothing between the marks', PEM.replace(/\n[^-]*\n/, '\n'), /nothing between/],
  ])('is called what it is: %s', async (_, text, words) => {
    expect(await said(text)).toMatch(words)
  })

  it('two files that were joined without a line end', async () => {
    const { repaired, certificates } = await read(PEM.trimEnd() + PEM)
    expect(certificates).toHaveLength(2)
    expect(repaired?.text).toBe(PEM + PEM)
  })

  it.each([
    ['cut off', PEM.slice(0, 900), /cut off: its last lines are missing/],
    ['cut within a line', PEM.slice(0, 901), /cut off/],
    ['a character that is none', PEM.replace(/\nMI/, '\n!I'), /“!” .*base64/],
    ['nothing inside', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', /nothing between/],
    ['DER that is cut off', DER.subarray(0, 700), /bytes are missing at its end/],
    ['a sign-in page', '<!DOCTYPE html><html><body>Sign in', /web page, not a certificate/],
    ['empty', '', /empty/],
    ['white space', ' \n\t\n', /white space/],
    ['a request', '-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n', /CSR/],
    ['binary junk', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), /neither text nor/],
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /ZIP archive/],
  ])('%s is named, and not repaired', async (_, content, words) => {
    expect(await said(content)).toMatch(words)
    expect((await read(content)).repaired).toBeUndefined()
  })

  it('a good file is called good, and needs no repair', async () => {
    expect(await said(CA)).toBe('The file is intact.')
    expect((await read(CA)).repaired).toBeUndefined()
  })

  it('tells which variable a certificate is assigned to', async () => {
    const { certificates } = await read(`A=1\nCA_CERT="${PEM.replaceAll('\n', '\\n')}"\n`)
    expect(certificates[0]?.label).toBe('CA_CERT')
  })
})

const BODY = PEM.replaceAll(/-----[^\n]*\n/g, '').trimEnd()
const LINE = BODY.replaceAll('\n', '')
const HEX = Buffer.from(DER).toString('hex')
const perLine = (change: (line: string) => string) => BODY.split('\n').map(change).join('\n')

/** The base64 of a certificate without BEGIN and END, as people cut it out. */
const BARE: Readonly<Record<string, string>> = {
  'on one line': LINE,
  wrapped: BODY,
  'with CRLF': BODY.replaceAll('\n', '\r\n'),
  'lines of 76': LINE.replaceAll(/.{76}/g, '$&\n'),
  'without padding': LINE.replaceAll('=', ''),
  base64url: LINE.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  'URL-encoded': encodeURIComponent(LINE),
  'a data URI': `data:application/x-x509-ca-cert;base64,${LINE}`,
  JSON: JSON.stringify({ ca: LINE }),
  'JSON with line ends': JSON.stringify({ ca: `${BODY}\n`, next: 'x' }),
  'JSON of PHP': JSON.stringify({ ca: LINE }).replaceAll('/', String.raw`\/`),
  'JSON, line by line': JSON.stringify({ ca: BODY.split('\n') }, undefined, 2),
  'a JSON web key': JSON.stringify({ keys: [{ kty: 'RSA', x5c: [LINE] }] }),
  YAML: `ca: ${LINE}\nnext: abcd`,
  'a block of YAML': `ca: |\n${perLine((line) => `  ${line}`)}\nnext: abcd`,
  'a folded block of YAML': `ca: >-\n${perLine((line) => `    ${line}`)}\nnext: abcd`,
  'a Kubernetes secret': `kind: Secret\ndata:\n  ca.crt: ${LINE}\n  tls.crt: abcd\n`,
  'a Kubernetes secret, twice': `kind: Secret\ndata:\n  ca.crt: ${btoa(BODY)}\n  tls.crt: abcd\n`,
  'an .env file': `A=1\nCA_CERT="${BODY.replaceAll('\n', '\\n')}"\nB=2\n`,
  'an .env file over lines': `A=1\nCA_CERT="${BODY}"\nB=2\n`,
  XML: `<ds:X509Certificate>\n${BODY}\n</ds:X509Certificate>`,
  'XML with entities': `<c>${BODY.replaceAll('\n', '&#13;\n')}</c>`,
  HTML: BODY.replaceAll('\n', '<br>\n'),
  'JavaScript, per line': perLine((line) => `'${line}\\n' +`),
  'properties continuation': `ca=${BODY.replaceAll('\n', ' \\\n  ')}`,
  'spaces for line ends': BODY.replaceAll('\n', ' '),
  'quoted mail': perLine((line) => `> ${line}`),
  'a patch': perLine((line) => `+${line}`),
  'line numbers': perLine((line) => `  7  ${line}`),
  'empty lines between': BODY.replaceAll('\n', '\n\n'),
  prose: `here is my CA:\n\n${BODY}\n\nthanks`,
  hexadecimal: HEX,
  'hexadecimal of a database': `\\x${HEX}`,
  'hexadecimal with colons': HEX.replaceAll(/..(?=.)/g, '$&:'),
}

describe('readMaterial: a certificate without BEGIN and END', () => {
  it.each(Object.entries(BARE))('%s: read, named, and offered as PEM, byte for byte', async (_, text) => {
    const { certificates, repaired, answers } = await read(text)
    expect(certificates).toHaveLength(1)
    expect(repaired?.text).toBe(PEM)
    expect(answers.map(({ words }) => plain(words)).join(' ')).toMatch(/Written in (?:base64|hexadecimal)/)
  })

  it('tells what it is assigned to, and makes one file of several', async () => {
    const { certificates, repaired } = await read(`data:\n  ca.crt: ${LINE}\n  old.crt: ${LINE}\n`)
    expect(certificates.map(({ label }) => label)).toEqual(['ca.crt', 'old.crt'])
    expect(repaired?.text).toBe(PEM + PEM)
  })

  it.each([700, 701, 703])('cut off behind %i characters: named, and not repaired', async (length) => {
    const { certificates, repaired, answers } = await read(LINE.slice(0, length))
    expect(certificates).toEqual([])
    expect(repaired).toBeUndefined()
    expect(answers.map(({ words }) => plain(words)).join(' ')).toMatch(/cut off/)
  })

  it('comes to an end with many that only begin like one', async () => {
    const { certificates } = await read('MIIEAzCC x '.repeat(100_000))
    expect(certificates).toEqual([])
  })
})

describe('readMaterial: values, labels and stores', () => {
  const KEY_LINES = `data:\n  KAFKA_ACCESS_CERT: ${btoa(PEM).replaceAll('=', '')}\n  KAFKA_CA_CERT: ${btoa(CA)}\n`

  it('a value ends with its line: the next key is none of it', async () => {
    const { certificates } = await read(KEY_LINES)
    expect(certificates).toHaveLength(1 + CA.split('BEGIN').length - 1)
  })

  it('a trusted certificate is the certificate before its notes on trust', async () => {
    const trusted = Buffer.concat([DER, Buffer.from('300c300a06082b06010505070301', 'hex')]).toString('base64')
    const text = `-----BEGIN TRUSTED CERTIFICATE-----\n${trusted.replaceAll(/.{64}/g, '$&\n')}\n-----END TRUSTED CERTIFICATE-----\n`
    const { certificates, repaired } = await read(text)
    expect(certificates).toHaveLength(1)
    expect(repaired?.text).toBe(PEM)
  })

  it('EC PARAMETERS before a key are skipped, and named', async () => {
    expect(await said('-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n')).toMatch(
      /EC parameters/,
    )
  })

  it.each(Object.entries(STORES))('%s of Bouncy Castle is named, with the conversion', async (kind, bytes) => {
    const { form, convert } = await read(bytes)
    expect([form, convert]).toEqual([`${kind} store`, kind])
  })

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)('PKCS7 in armour holds certificates', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'pkcs7-')), 'ca.pem')
    writeFileSync(path, CA)
    const { stdout } = spawnSync('openssl', ['crl2pkcs7', '-nocrl', '-certfile', path], { encoding: 'utf8' })
    rmSync(dirname(path), { recursive: true })
    const { certificates, repaired } = await read(stdout)
    expect(certificates.length).toBe(CA.split('BEGIN').length - 1)
    expect(repaired?.text).toBe(CA)
    // OpenSSL reads it under the label of a certificate too.
    const relabelled = await read(stdout.replaceAll('PKCS7', 'CERTIFICATE'))
    expect(relabelled.certificates).toHaveLength(certificates.length)
    expect(relabelled.repaired?.text).toBe(CA)
    expect(await said(stdout.replaceAll('PKCS7', 'CERTIFICATE'))).toMatch(/PKCS7/)
  })

  it('a certificate with its key is not called service.cert', async () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n'
    expect((await read(`\ufeff${PEM}${key}`, 'x.txt')).repaired?.name).toBe('bundle.pem')
  })
})

describe('readMaterial: much of it', () => {
  it.each([
    ['10,000 certificates', PEM.repeat(10_000).slice(0, MAX_BYTES)],
    ['32 MB of dashes', '-'.repeat(MAX_BYTES)],
    ['32 MB of first lines', '-----BEGIN CERTIFICATE-----\n'.repeat(1_100_000).slice(0, MAX_BYTES)],
    ['32 MB of last lines', '-----END CERTIFICATE-----\n'.repeat(1_200_000).slice(0, MAX_BYTES)],
    ['32 MB that looks like base64', 'MIIA'.repeat(MAX_BYTES / 4)],
  ])('%s: comes to an end, and claims no certificate that is not there', async (_, content) => {
    const { certificates } = await read(content)
    expect(certificates.length > 0).toBe(content.includes(PEM))
  })

  it('says what was not read', async () => {
    expect(await said(PEM.repeat(1500))).toMatch(/first 1,000 .*500 more/)
    const { answers, repaired } = await read(`\ufeff${PEM}`, 'big.pem', 50 * 1024 * 1024)
    expect(plain(answers[0]?.words ?? [])).toBe('Only the first 32 MB of its 50 MB were read.')
    expect(repaired).toBeUndefined()
  })
})
