import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from 'node:tls'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readCertificates } from '../../crypto/files.ts'
import { HAVE, run } from '../../crypto/key-stores/testing/programs.ts'
import { makeAuthority, type TestAuthority, type TestPair } from '../../crypto/key-stores/testing/test-pki.ts'
import { fingerprint } from '../../crypto/x509.ts'
import type { ConnectionFacts, Guide } from '../guide.ts'
import { GUIDES } from '../guides.ts'
import { bundleFiles, type BundleMaterial } from './bundle.ts'

let own: TestAuthority
let rogue: TestAuthority
let client: TestPair
const servers: Server[] = []

beforeAll(async () => {
  ;[own, rogue] = await Promise.all([makeAuthority('project CA', 'ec'), makeAuthority('project CA', 'ec')])
  client = await own.sign('avnadmin', { kind: 'ec' })
})

afterAll(() => {
  for (const server of servers) server.close()
})

const connectionFacts = (facts: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  project: 'demo-shop',
  service: 'events',
  protocol: 'kafka',
  component: 'kafka',
  host: 'localhost',
  port: 1,
  user: 'avnadmin',
  authentication: 'certificate',
  trust: 'project-ca',
  directory: '/somewhere/else',
  password: 'the-secret-of-the-login',
  ...facts,
})

const named = async (pem: string) =>
  Promise.all(
    readCertificates(pem).map(async (certificate) => ({ certificate, sha256: await fingerprint(certificate) })),
  )

const materialOf = async (caPem: string): Promise<BundleMaterial> => {
  const [certificate] = await named(client.certificatePem)
  if (!certificate) throw new Error('no certificate')
  return { caPem, authorities: await named(caPem), client: { ...certificate, username: 'avnadmin', ...client } }
}

const guideOf = (id: string): Guide => {
  const guide = GUIDES.find((each) => each.id === id)
  if (!guide) throw new Error(`no guide ${id}`)
  return guide
}

const STORE_PASSWORD = 'password-of-the-stores'

const bundle = async (id: string, facts: ConnectionFacts, caPem = own.pem, system: 'linux' | 'windows' = 'linux') =>
  bundleFiles({
    facts,
    guide: guideOf(id),
    system,
    material: await materialOf(caPem),
    storePassword: STORE_PASSWORD,
    now: new Date('2026-11-23T12:00:00Z'),
  })

const MODES = { file: 0o644, secret: 0o600, program: 0o755 } as const

/** Unpacks a bundle, as unzip does. */
const unpack = async (...args: Parameters<typeof bundle>) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  for (const { name, content, kind } of await bundle(...args)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
    chmodSync(join(folder, name), MODES[kind])
  }
  return folder
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    servers.push(server)
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })

const quiet = (socket: Socket) => socket.on('error', () => undefined)

const identity = async (
  authority: TestAuthority,
  options: { host?: string; days?: number } = {},
): Promise<TlsOptions> => {
  const { certificatePem, keyPem } = await authority.sign('server', { kind: 'ec', ...options })
  return { cert: certificatePem, key: keyPem }
}

const tlsServer = async (options: TlsOptions) => {
  const server = createTlsServer(options, (socket) => quiet(socket).end('hello'))
  server.on('tlsClientError', () => undefined)
  return listen(server)
}

/** The first words of PostgreSQL and MySQL, then TLS: as much as openssl needs. */
const GREETING = Buffer.from('\x0a8.0.0\x00\x01\x00\x00\x00abcdefgh\x00\xff\xff\x21\x02\x00\xff\xff\x15', 'latin1')
const starttlsServer = async (protocol: 'postgresql' | 'mysql', options: TlsOptions) =>
  listen(
    createTcpServer((socket) => {
      const begin = () => {
        // No byte more: what follows may be TLS already, and is for the one who speaks it.
        if (socket.read(protocol === 'mysql' ? 36 : 8) === null) return
        socket.off('readable', begin)
        if (protocol === 'postgresql') socket.write('S')
        quiet(new TLSSocket(socket, { isServer: true, ...options }))
      }
      quiet(socket).on('readable', begin)
      const greeting = Buffer.concat([
        GREETING,
        Buffer.from('\x00'.repeat(10) + 'abcdefghijkl\x00mysql_native_password\x00', 'latin1'),
      ])
      if (protocol === 'mysql') socket.write(Buffer.concat([Buffer.from([greeting.length, 0, 0, 0]), greeting]))
    }),
  )

/** What verify.sh says and ends with, run from another folder. */
const verify = async (port: number, facts: Partial<ConnectionFacts> = {}, env: Record<string, string> = {}) => {
  const folder = await unpack(
    facts.protocol === 'postgresql' ? 'psql' : facts.protocol === 'mysql' ? 'mariadb' : 'kcat',
    connectionFacts({ port, ...facts }),
  )
  try {
    return { status: 0, said: await run('sh', [join(folder, 'verify.sh')], env) }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { status: code, said: stdout }
  }
}

describe.skipIf(!HAVE.openssl)('verify.sh (skipped without openssl)', () => {
  it('verifies the right server, one that demands a client certificate too', async () => {
    const said = expect.stringMatching(/^Verified: .*localhost.*demo-shop/) as string
    expect(await verify(await tlsServer(await identity(own)))).toEqual({ status: 0, said })
    const demanding = { ...(await identity(own)), requestCert: true, rejectUnauthorized: true, ca: [own.pem] }
    expect(await verify(await tlsServer(demanding))).toEqual({ status: 0, said })
  })

  it.each([
    ['a rogue CA of the same name', () => identity(rogue)],
    ['a certificate for another name', () => identity(own, { host: 'elsewhere.example.com' })],
    ['an expired certificate', () => identity(own, { days: -2 })],
  ])('refuses %s', async (_, makeIdentity) => {
    const { status, said } = await verify(await tlsServer(await makeIdentity()))
    expect(said).toMatch(/^\s*REJECTED: /m)
    expect(status).toBe(1)
  })

  it('refuses a rogue CA even where the system trusts it', async () => {
    const trusted = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'trusted.pem')
    writeFileSync(trusted, rogue.pem)
    const port = await tlsServer(await identity(rogue))
    expect((await verify(port, {}, { SSL_CERT_FILE: trusted })).status).toBe(1)
    // The same system, and a bundle for a public CA: so the variable does what this test believes.
    const publicCa = {
      protocol: 'https',
      component: 'schema_registry',
      trust: 'public-ca',
      authentication: 'password',
    } as const
    const folder = await unpack('curl', connectionFacts({ port, ...publicCa }))
    expect(await run('sh', [join(folder, 'verify.sh')], { SSL_CERT_FILE: trusted })).toContain('Verified: ')
  })

  it.each(['postgresql', 'mysql'] as const)('speaks the first words of %s', async (protocol) => {
    const facts = { protocol, authentication: 'password', database: 'defaultdb' } as const
    const component = protocol === 'mysql' ? 'mysql' : 'pg'
    const right = await starttlsServer(protocol, await identity(own))
    expect(await verify(right, { ...facts, component })).toMatchObject({ status: 0 })
    const wrong = await starttlsServer(protocol, await identity(rogue))
    expect(await verify(wrong, { ...facts, component })).toMatchObject({ status: 1 })
  })

  it('says that it could not find out', async () => {
    const plain = await listen(createTcpServer((socket) => quiet(socket).end('no TLS here\n')))
    for (const port of [plain, 1]) {
      const { status, said } = await verify(port)
      expect(said).toMatch(/^\s*Not checked: .*localhost/m)
      expect(status).toBe(2)
    }
    const folder = await unpack('kcat', connectionFacts())
    await expect(run('/bin/sh', [join(folder, 'verify.sh')], { PATH: join(folder, 'nothing') })).rejects.toMatchObject({
      code: 2,
    })
  })
})

const VARIANTS: Partial<ConnectionFacts>[] = [
  {},
  { authentication: 'sasl', mechanism: 'SCRAM-SHA-256' },
  { authentication: 'sasl', mechanism: 'SCRAM-SHA-512', trust: 'public-ca' },
  { protocol: 'postgresql', component: 'pg', authentication: 'password', database: 'defaultdb' },
  { protocol: 'mysql', component: 'mysql', authentication: 'password', database: 'defaultdb' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'schema_registry', authentication: 'password', trust: 'public-ca' },
]

describe('every bundle', () => {
  const all = VARIANTS.flatMap((variant) => {
    const facts = connectionFacts(variant)
    return GUIDES.filter((guide) => guide.applies(facts) && guide.language !== 'form').map(
      (guide) => [`${guide.id}, ${facts.protocol}, ${facts.authentication}, ${facts.trust}`, guide.id, facts] as const,
    )
  })

  it.each(all)("%s: whole, without the login's password, and right by its own digests", async (_, id, facts) => {
    const files = await bundle(id, facts)
    const names = files.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['verify.sh', 'verify.ps1', 'README.txt', '.gitignore', 'SHA256SUMS']))
    expect(new Set(names).size).toBe(names.length)
    if (facts.trust === 'project-ca') expect(files.find(({ name }) => name === 'ca.pem')?.content).toBe(own.pem)
    for (const { name, content, kind } of files) {
      const text = Buffer.from(content).toString('latin1')
      expect(text).not.toContain('the-secret-of-the-login')
      expect(text).not.toContain('/somewhere/else')
      if (/PRIVATE KEY-----/.test(text) || text.includes(STORE_PASSWORD)) expect([name, kind]).toEqual([name, 'secret'])
    }
    const folder = await unpack(id, facts)
    expect(
      await run('sh', ['-c', 'cd "$1" && sha256sum -c SHA256SUMS && sh -n verify.sh && sh -n run.sh', 'sh', folder]),
    ).not.toContain('FAILED')
  })

  it('names certificates, their ends and fingerprints, both of a rotation', async () => {
    const folder = await unpack('kcat', connectionFacts(), own.pem + rogue.pem)
    const text = readFileSync(join(folder, 'README.txt'), 'utf8')
    expect(text.match(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/g)).toHaveLength(3)
    expect(text.match(/valid from \d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d/g)).toHaveLength(3)
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe(own.pem + rogue.pem)
  })

  it('runs the client in its own folder, and asks for the variable that it needs', async () => {
    const guide: Guide = {
      id: 'cat',
      name: 'cat',
      language: 'sh',
      applies: () => true,
      load: () =>
        Promise.resolve({
          render: () => ({
            needs: [{ role: 'ca', name: 'ca.pem' }],
            install: { what: 'It is there.' },
            files: [],
            environment: [{ name: 'CAT_PASSWORD', what: 'password of avnadmin', value: undefined }],
            run: { language: 'sh', text: 'cat ca.pem && echo "$CAT_PASSWORD"' },
            notes: [],
          }),
        }),
    }
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
    const options = {
      facts: connectionFacts(),
      guide,
      material: await materialOf(own.pem),
      storePassword: STORE_PASSWORD,
      now: new Date(),
    }
    for (const { name, content } of await bundleFiles({ ...options, system: 'linux' }))
      writeFileSync(join(folder, name), content)
    await expect(run('sh', [join(folder, 'run.sh')])).rejects.toMatchObject({
      stderr: expect.stringContaining('README.txt'),
    })
    expect(await run('sh', [join(folder, 'run.sh')], { CAT_PASSWORD: 'x' })).toBe(`${own.pem}x\n`)
    const windows = await bundleFiles({ ...options, system: 'windows' })
    expect(String(windows.find(({ name }) => name === 'run.ps1')?.content)).toContain('if (-not $env:CAT_PASSWORD)')
  })

  it('holds stores that go with the configuration, whose password nobody else has', async () => {
    const files = await bundle('java-keystore', connectionFacts())
    const { content, kind } = files.find(({ name }) => name === 'client.properties') ?? {}
    expect([kind, String(content).match(/password-of-the-stores/g)?.length]).toEqual(['secret', 3])
    expect(files.find(({ name }) => name === 'client.keystore.p12')?.kind).toBe('secret')
    expect(String(files.find(({ name }) => name === 'README.txt')?.content)).toContain('client.keystore.p12')
  })

  it('names of projects and users can do nothing to the scripts and the words', async () => {
    const evil = `x'; touch hacked; echo "$(touch hacked)" \`touch hacked\`\n# heading`
    const folder = await unpack('kcat', connectionFacts({ project: evil, service: evil, user: evil }))
    await expect(
      run('sh', ['-c', 'cd "$1" && sh verify.sh; status=$?; ls; exit $status', 'sh', folder]),
    ).rejects.toMatchObject({
      code: 2,
      stdout: expect.not.stringContaining('hacked\n'),
    })
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).not.toMatch(/^# heading/m)
  })
})
