import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { handshakeCommand } from '../../snippets/openssl.ts'
import { readCaCertificates } from '../../crypto/files.ts'
import { judgeHandshake, readHandshake } from './handshake.ts'
import { createPause } from '../../lib/pause.ts'
import { readMaterial } from '../material/read-material.ts'
import { plain } from '../words.ts'
import { argv } from '../../../tools/argv.ts'

const OPENSSL = spawnSync('openssl', ['version']).status === 0
let folder = ''
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
const file = (name: string) => readFileSync(join(folder, name), 'utf8')

beforeAll(() => {
  if (!OPENSSL) return
  folder = mkdtempSync(join(tmpdir(), 'handshake-'))
  for (const ca of ['project', 'other']) {
    openssl(...argv`req -x509 -nodes -newkey rsa:2048 -keyout ${ca}.key -out ${ca}.pem -subj /CN=${`${ca} CA`}`)
  }
  writeFileSync(join(folder, 'ext'), 'subjectAltName=DNS:localhost\n')
  openssl('req', '-new', '-nodes', '-newkey', 'rsa:2048', '-keyout', 's.key', '-out', 's.csr', '-subj', '/CN=localhost')
  openssl(
    ...argv`x509 -req -in s.csr -CA project.pem -CAkey project.key -CAcreateserial -days 30 -extfile ext -out s.pem`,
  )
})
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true })
})

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })

/** Runs the very command that the page shows, against a real server. */
const look = async (withServer: boolean) => {
  const port = await freePort()
  const server =
    withServer &&
    spawn(
      'openssl',
      ['s_server', '-accept', String(port), '-cert', 's.pem', '-key', 's.key', '-cert_chain', 'project.pem', '-quiet'],
      { cwd: folder },
    )
  const { text } = handshakeCommand('sh', { host: 'localhost', port })
  let output = ''
  for (let tried = 0; tried < 20; tried++) {
    output = spawnSync('sh', ['-c', `${text} 2>&1`], { encoding: 'utf8' }).stdout
    if (!withServer || output.includes('BEGIN CERTIFICATE')) break
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  if (server) server.kill()
  return output
}

const judge = async (output: string, ca: string | undefined, host: string, now = new Date()) => {
  const handshake = readHandshake(output)
  if (!handshake) throw new Error(`not recognised: ${output}`)
  const bytes = new TextEncoder().encode(output)
  const { certificates } = await readMaterial({ name: '', bytes, size: bytes.length }, undefined, createPause())
  const cas = ca === undefined ? [] : [{ project: 'demo', certificates: readCaCertificates(ca) }]
  const verdict = await judgeHandshake(
    handshake,
    certificates.map(({ certificate }) => certificate),
    { cas, complete: true, unread: [] },
    { host, project: 'demo' },
    now,
  )
  return { ...verdict, words: verdict.answers.map(({ words }) => plain(words)).join(' ') }
}

describe.skipIf(!OPENSSL)('the command of the page, against a real server', () => {
  it('ends at the project CA, or not; name and dates fit, or not', async () => {
    const output = await look(true)
    const good = await judge(output, file('project.pem'), 'localhost')
    expect(good).toMatchObject({ end: 'project', project: 'demo', sound: true })
    expect(good.words).toContain('TLSv1.3')
    const rogue = await judge(output, file('other.pem'), 'localhost')
    expect(rogue).toMatchObject({ end: 'unknown', sound: false })
    expect(rogue.words).toContain('not the CA of project demo')
    expect((await judge(output, file('project.pem'), 'db.example.com')).words).toContain('for db.example.com but')
    const later = new Date(Date.now() + 40 * 86_400_000)
    expect(await judge(output, file('project.pem'), 'localhost', later)).toMatchObject({ sound: false })
    // Return code 0 says that OpenSSL was given the CA, not that the CA is public.
    const verified = output.replace(/Verify return code: \d+ .*/g, 'Verify return code: 0 (ok)')
    const trusted = await judge(verified, undefined, 'localhost')
    expect(trusted).toMatchObject({ end: 'unknown', sound: false })
    expect(trusted.words).not.toContain('need no CA file')
  })

  it('says why there is no certificate', async () => {
    const { words, sound } = await judge(await look(false), undefined, 'localhost')
    expect(sound).toBe(false)
    expect(words).toContain('Nothing listens at this host and port')
  })
})

describe('readHandshake', () => {
  it('takes nothing else for an output', () => {
    expect(readHandshake('hello')).toBeUndefined()
    expect(readHandshake('postgres://u:p@h/d')).toBeUndefined()
  })
})

describe('handshakeCommand', () => {
  it('switches to TLS where the protocol does, in both shells', () => {
    const target = { host: 'db.example.com', port: 20984, starttls: 'postgres' as const }
    expect(handshakeCommand('sh', target).text).toBe(
      'openssl s_client -connect db.example.com:20984 -servername db.example.com -showcerts -starttls postgres </dev/null',
    )
    expect(handshakeCommand('powershell', target).text).toMatch(
      /^'Q' \| openssl s_client '-connect'|^'Q' \| openssl s_client -connect/,
    )
  })
})

describe('a return code 0 of OpenSSL', () => {
  const issuedBy = async (organisation: string) => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const certificate = await x509.X509CertificateGenerator.create({
      subject: 'CN=h.example.com',
      issuer: `O=${organisation}, CN=X`,
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      publicKey: keys.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    })
    return `CONNECTED(00000003)\n---\nCertificate chain\n${certificate.toString('pem')}\n---\nVerify return code: 0 (ok)\n`
  }

  it.each([
    ["Let's Encrypt", '', 'public'],
    ['Google Trust Services LLC', '', 'public'],
    ['Example Corp', '', 'unknown'],
    ["Let's Encrypt", 'openssl s_client -connect h.example.com:1 -CAfile ca.pem\n', 'unknown'],
    ['Example Corp', 'openssl s_client -connect h.example.com:1 -CAfile ca.pem\n', 'unknown'],
  ])('of an issuer called %s, after “%s”: %s', async (organisation, command, end) => {
    const verdict = await judge(command + (await issuedBy(organisation)), undefined, 'h.example.com')
    expect(verdict.end).toBe(end)
    expect(verdict.words.includes('need no CA file')).toBe(end === 'public')
  })
})
