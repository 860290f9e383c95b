import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { KeyStoreError } from './key-store-error.ts'
import { makeJksTrustStore } from './jks.ts'
import { makeKeyStore, makeTrustStore } from './pkcs12.ts'
import { javaStoreKind, readJks } from './read-jks.ts'
import { isPkcs12, readPkcs12 } from './read-pkcs12.ts'
import { argv } from '../../../tools/argv.ts'

const there = (command: string, argument: string) => spawnSync(command, [argument]).status === 0
const OPENSSL = there('openssl', 'version')
const KEYTOOL = there('keytool', '-help')
const PASSWORD = 'pässwörd-1'

let folder = ''
const path = (name: string) => join(folder, name)
const bytes = (name: string) => new Uint8Array(readFileSync(path(name)))
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
const keytool = (...args: string[]) =>
  execFileSync('keytool', ['-J-Dfile.encoding=UTF-8', ...args], { cwd: folder, stdio: 'pipe' })

const fault = async (work: Promise<unknown>) => {
  try {
    await work
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(KeyStoreError)
    return (error as KeyStoreError).fault
  }
}

beforeAll(() => {
  if (!OPENSSL) return
  folder = mkdtempSync(join(tmpdir(), 'stores-'))
  openssl(...argv`req -x509 -nodes -newkey rsa:2048 -keyout k.pem -out c.pem -subj /CN=one -days 9`)
  openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'k.pem', '-outform', 'DER', '-out', 'k.der')
  openssl('x509', '-in', 'c.pem', '-outform', 'DER', '-out', 'c.der')
})
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true })
})

describe.skipIf(!OPENSSL)('PKCS#12 that OpenSSL wrote', () => {
  it.each([
    ['as it is by default', []],
    ['AES-128, SHA-512', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512']],
    ['with the seal of old', ['-macalg', 'sha1']],
    ['certificate not encrypted', ['-certpbe', 'NONE']],
    ['nothing encrypted', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
    ['no seal', ['-nomac']],
  ])('%s', async (_, options) => {
    openssl(...argv`pkcs12 -export -in c.pem -inkey k.pem -name user -out s.p12 -passout pass:${PASSWORD}`, ...options)
    expect(isPkcs12(bytes('s.p12'))).toBe(true)
    const { certificates, keys } = await readPkcs12(bytes('s.p12'), PASSWORD)
    expect(certificates).toEqual([{ alias: 'user', der: bytes('c.der'), trusted: false }])
    expect(keys).toEqual([{ alias: 'user', pkcs8: bytes('k.der') }])
    expect(await fault(readPkcs12(bytes('s.p12'), 'another'))).toBe('wrong-password')
  })

  it('an empty password opens a store that has one', async () => {
    openssl('pkcs12', '-export', '-in', 'c.pem', '-inkey', 'k.pem', '-out', 'e.p12', '-passout', 'pass:')
    expect((await readPkcs12(bytes('e.p12'), '')).keys).toHaveLength(1)
  })

  it('RC2 and 3DES are named; what the page advises converts them', async () => {
    const legacy = ['-legacy', '-in', 'c.pem', '-inkey', 'k.pem', '-passout', `pass:${PASSWORD}`]
    openssl('pkcs12', '-export', ...legacy, '-out', 'old.p12')
    expect(await fault(readPkcs12(bytes('old.p12'), PASSWORD))).toBe('old-cipher')
    openssl('pkcs12', '-legacy', '-in', 'old.p12', '-nodes', '-passin', `pass:${PASSWORD}`, '-out', 'plain.pem')
    openssl('pkcs12', '-export', '-in', 'plain.pem', '-out', 'new.p12', '-passout', `pass:${PASSWORD}`)
    expect((await readPkcs12(bytes('new.p12'), PASSWORD)).keys).toEqual([{ alias: undefined, pkcs8: bytes('k.der') }])
  })

  it('more rounds than one would wait for are refused', async () => {
    openssl(...argv`pkcs12 -export -in c.pem -inkey k.pem -out s.p12 -passout pass:x -iter 70000 -nomac`)
    const store = bytes('s.p12')
    // 70,000 rounds become 8,327,536, wherever they stand.
    for (let at = 0; at < store.length - 4; at++) {
      if (store[at] === 2 && store[at + 1] === 3 && store[at + 2] === 1 && store[at + 3] === 0x11) store[at + 2] = 0x7f
    }
    expect(await fault(readPkcs12(store, 'x'))).toBe('too-slow')
  })

  it('a store in BER is named', async () => {
    const ber = Uint8Array.from([0x30, 0x80, 2, 1, 3, 0x30, 0x80, 0, 0, 0, 0])
    expect(isPkcs12(ber)).toBe(true)
    expect(await fault(readPkcs12(ber, 'x'))).toBe('not-der')
  })
})

describe.skipIf(!KEYTOOL || !OPENSSL)('stores that keytool wrote', () => {
  it('a PKCS#12 trust store, with the mark of trust', async () => {
    keytool(...argv`-importcert -noprompt -alias ca -file c.pem -keystore t.p12 -storepass secret-1`)
    const { certificates } = await readPkcs12(bytes('t.p12'), 'secret-1')
    expect(certificates).toEqual([{ alias: 'ca', der: bytes('c.der'), trusted: true }])
  })

  it('a JKS trust store: certificates without the password, and the seal with it', async () => {
    keytool(...argv`-importcert -noprompt -alias ca -file c.pem -keystore t.jks -storetype JKS -storepass secret-1`)
    expect(javaStoreKind(bytes('t.jks'))).toBe('JKS')
    const expected = { certificates: [{ alias: 'ca', der: bytes('c.der'), trusted: true }], keys: [] }
    expect(await readJks(bytes('t.jks'), undefined)).toEqual(expected)
    expect(await readJks(bytes('t.jks'), 'secret-1')).toEqual(expected)
    expect(await fault(readJks(bytes('t.jks'), 'secret-2'))).toBe('wrong-password')
  })

  it('a JKS key store: the key opens with the password', async () => {
    openssl(...argv`pkcs12 -export -in c.pem -inkey k.pem -name user -out k.p12 -passout pass:secret-1`)
    keytool(
      ...argv`-importkeystore -srckeystore k.p12 -srcstorepass secret-1 -destkeystore k.jks -deststoretype JKS -deststorepass secret-1`,
    )
    const { certificates, keys } = await readJks(bytes('k.jks'), 'secret-1')
    expect(certificates).toEqual([{ alias: 'user', der: bytes('c.der'), trusted: false }])
    expect(keys).toHaveLength(1)
    writeFileSync(path('got.der'), keys[0]?.pkcs8 ?? new Uint8Array())
    const modulus = (file: string) => openssl('rsa', '-inform', 'DER', '-in', file, '-noout', '-modulus').toString()
    expect(modulus('got.der')).toBe(modulus('k.der'))
  })

  it('a JKS trust store of version 1, which names no type before a certificate', async () => {
    const store = await makeJksTrustStore([{ alias: 'ca', der: bytes('c.der') }], PASSWORD, new Date())
    const type = Buffer.from(store).indexOf('X.509') - 2
    const old = Uint8Array.from([...store.subarray(0, type), ...store.subarray(type + 2 + 'X.509'.length)])
    old[7] = 1
    const expected = [{ alias: 'ca', der: bytes('c.der'), trusted: true }]
    expect((await readJks(old, undefined)).certificates).toEqual(expected)
  })

  it('a JCEKS store is named', async () => {
    keytool(...argv`-importcert -noprompt -alias ca -file c.pem -keystore t.jceks -storetype JCEKS -storepass secret-1`)
    expect(javaStoreKind(bytes('t.jceks'))).toBe('JCEKS')
    expect(await fault(readJks(bytes('t.jceks'), 'secret-1'))).toBe('old-cipher')
  })
})

describe.skipIf(!OPENSSL)('stores that the console wrote', () => {
  it('come back as they went in', async () => {
    const der = bytes('c.der')
    const pkcs8 = bytes('k.der')
    const entry = { alias: 'user', pkcs8, certificate: der, chain: [{ alias: 'ca', der }] }
    const keyStore = await readPkcs12(await makeKeyStore(entry, PASSWORD), PASSWORD)
    expect(keyStore.keys).toEqual([{ alias: 'user', pkcs8 }])
    expect(keyStore.certificates.map(({ alias }) => alias)).toEqual(['user', 'ca'])
    const trusted = { certificates: [{ alias: 'ca', der, trusted: true }], keys: [] }
    expect(await readPkcs12(await makeTrustStore([{ alias: 'ca', der }], PASSWORD), PASSWORD)).toEqual(trusted)
    expect(await readJks(await makeJksTrustStore([{ alias: 'ca', der }], PASSWORD, new Date()), PASSWORD)).toEqual(
      trusted,
    )
  })
})
