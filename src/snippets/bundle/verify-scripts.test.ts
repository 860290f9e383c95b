import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer, TLSSocket, type TlsOptions } from 'node:tls'

import { afterAll, describe, expect, it } from 'vitest'

import { HAVE, run } from '../../crypto/key-stores/testing/programs.ts'
import type { TestAuthority } from '../../crypto/key-stores/testing/test-pki.ts'
import type { ConnectionFacts } from '../guide.ts'
import { connectionFacts, own, rogue, unpack } from './testing/unpack.ts'

const servers: Server[] = []

afterAll(() => {
  for (const server of servers) server.close()
})

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
