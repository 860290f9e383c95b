import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { corpusPem } from '../crypto/corpus/read-corpus.ts'
import { readPkcs12 } from '../crypto/key-stores/read-pkcs12.ts'
import { STORES } from '../crypto/key-stores/testing/bouncy-castle-stores.ts'
import { conversionCommands, type Conversion } from './openssl.ts'
import { argv } from '../../tools/argv.ts'

const PASSWORD = 'secret-1'
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const OPENSSL = has('openssl', 'version')
const KEYTOOL = has('keytool', '-help')
/** Where the library of Bouncy Castle lies; without it, its stores aren't converted here. */
const LIBRARY = process.env['BCPROV_JAR'] ?? ''

let folder = ''
const at = (name: string) => join(folder, name)
const keytool = (...args: string[]) =>
  execFileSync('keytool', [...args, '-storepass', PASSWORD], { cwd: folder, stdio: 'pipe' })
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

/** Runs what the page shows, as it stands, and answers the questions for passwords. */
const run = (conversion: Conversion, file: string, index = 0) => {
  const command = conversionCommands('sh', conversion, file)[index]?.text ?? ''
  const asks = command.startsWith('openssl')
  const passwords = command.includes('-topk8') ? ` -passin pass:${PASSWORD} -passout pass:${PASSWORD}` : ''
  const both = command.includes('pkcs12 -legacy') ? ` -passin pass:${PASSWORD} -passout pass:${PASSWORD}` : passwords
  const { status, stderr } = spawnSync('sh', ['-c', command + (asks ? both : '')], {
    cwd: folder,
    input: `${PASSWORD}\n`.repeat(4),
    encoding: 'utf8',
  })
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
}

const entries = (store: string) =>
  execFileSync('keytool', ['-list', '-keystore', store, '-storepass', PASSWORD], { cwd: folder, encoding: 'utf8' })
const contents = (store: string) => readPkcs12(Uint8Array.from(readFileSync(at(store))), PASSWORD)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'conversions-'))
  writeFileSync(at('ca.pem'), corpusPem('ec-p256'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe.skipIf(!OPENSSL || !KEYTOOL)('conversions, by the tools that they name (openssl and keytool)', () => {
  it('an old PKCS#12 store of trusted certificates stays one', async () => {
    keytool(...argv`-J-Dkeystore.pkcs12.legacy -importcert -noprompt -alias ca -file ca.pem -keystore old.p12`)
    run('pkcs12-legacy', 'old.p12')
    expect(entries('new-old.p12')).toContain('trustedCertEntry')
    expect((await contents('new-old.p12')).certificates).toMatchObject([{ trusted: true }])
    run('pkcs12-legacy', 'old.p12', 1)
    expect(readFileSync(at('old.p12.pem'), 'utf8')).toContain('BEGIN CERTIFICATE')
  })

  it('an old PKCS#12 store with a key keeps it', async () => {
    openssl(...argv`req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=user -days 9`)
    openssl(...argv`pkcs12 -export -legacy -in c.pem -inkey k.pem -out key.p12 -passout pass:${PASSWORD}`)
    run('pkcs12-legacy', 'key.p12')
    expect(entries('new-key.p12')).toContain('PrivateKeyEntry')
    expect((await contents('new-key.p12')).keys).toHaveLength(1)
    run('pkcs12-legacy', 'key.p12', 1)
    expect(readFileSync(at('key.p12.pem'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  })

  it('a JCEKS store becomes PKCS#12', async () => {
    keytool(...argv`-importcert -noprompt -alias ca -file ca.pem -keystore ${'my store.jceks'} -storetype JCEKS`)
    run('jceks', 'my store.jceks')
    expect((await contents('my store.jceks.p12')).certificates).toMatchObject([{ trusted: true }])
  })

  it('a key with a header of its own is written anew', () => {
    openssl('genrsa', '-out', 'plain.key', '2048')
    openssl('rsa', '-aes128', '-traditional', '-in', 'plain.key', '-out', '-old.key', '-passout', `pass:${PASSWORD}`)
    expect(readFileSync(at('-old.key'), 'utf8')).toContain('Proc-Type: 4,ENCRYPTED')
    run('key-legacy', '-old.key')
    expect(readFileSync(at('-old.key.new'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  })
})

describe.skipIf(!KEYTOOL || !existsSync(LIBRARY))('stores of Bouncy Castle (its library in BCPROV_JAR)', () => {
  it.each(Object.entries(STORES))('%s becomes PKCS#12', async (kind, bytes) => {
    copyFileSync(LIBRARY, at('bcprov.jar'))
    writeFileSync(at(`t.${kind}`), bytes)
    run(kind as keyof typeof STORES, `t.${kind}`)
    expect((await contents(`t.${kind}.p12`)).certificates).toMatchObject([{ trusted: true }])
  })
})
