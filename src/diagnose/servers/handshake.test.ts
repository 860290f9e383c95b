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
import { checkReading } from '../check-reading.ts'
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

/** What OpenSSL's own check may come to, in its words. */
const CHECKS: readonly (readonly [code: number, words: string, id: string])[] = [
  [2, 'unable to get issuer certificate', 'untrusted'],
  [9, 'certificate is not yet valid', 'not-yet-valid'],
  [10, 'certificate has expired', 'expired'],
  [18, 'self-signed certificate', 'self-signed'],
  [19, 'self-signed certificate in certificate chain', 'untrusted'],
  [20, 'unable to get local issuer certificate', 'untrusted'],
  [21, 'unable to verify the first certificate', 'untrusted'],
  [26, 'unsuitable certificate purpose', 'purpose'],
  [62, 'hostname mismatch', 'wrong-host'],
  [64, 'IP address mismatch', 'wrong-host'],
]

describe('output without a certificate', () => {
  const check = async (text: string) => {
    const bytes = new TextEncoder().encode(text)
    const reading = await readMaterial({ name: 'a.txt', bytes, size: bytes.length }, undefined, createPause())
    return checkReading(reading, { cas: [], unread: [], complete: true }, new Date(), createPause())
  }

  it.each(
    CHECKS.flatMap(([code, words, id]) =>
      [
        `Verify return code: ${String(code)} (${words})`,
        `CONNECTED(00000003)\ndepth=1 CN = x\nverify error:num=${String(code)}:${words}\nverify return:1`,
        `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = a\n   i:CN = b\n---\nVerification error: ${words}\n---`,
      ].map((text) => [id, text] as const),
    ),
  )('tells what its check came to: %s: %s', async (id, text) => {
    const { explanations, answers } = await check(text)
    expect(explanations.map((one) => one.id)).toEqual([id])
    expect(answers.map(({ words }) => plain(words))).toEqual(explanations.map(({ cause }) => cause))
  })

  it('isn’t bad where the check succeeded, nor good: that’s known only with the certificates', async () => {
    const { explanations, answers } = await check('Verify return code: 0 (ok)')
    expect(explanations).toEqual([])
    expect(answers.map(({ tone }) => tone)).toEqual(['attention'])
  })

  it('explains the alert that ended it', async () => {
    const { explanations } = await check(
      'CONNECTED(00000003)\n40A7:error:0A000412:SSL routines:ssl3_read_bytes:ssl/tls alert bad certificate:x.c:907:SSL alert number 42\n---\nno peer certificate available',
    )
    expect(explanations.map(({ id }) => id)).toEqual(['client-refused'])
  })
})
