/**
 * Tests the impostors, because "refused" proves something only if they detect leaks: they must get the login of clients that
 * don't verify the server, and none of clients that do.
 */
import https from 'node:https'
import { connect } from 'node:net'

import { Redis } from 'ioredis'
import { Kafka, logLevel } from 'kafkajs'
import mysql from 'mysql2/promise'
// @ts-ignore -- it brings no types, and is one call here
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'

import { newAuthority, newIdentities, type Identities } from '../identities.ts'
import { httpsServer } from './https.ts'
import { kafkaImpostor } from './kafka.ts'
import { mysqlImpostor } from './mysql.ts'
import { postgresqlImpostor } from './postgresql.ts'
import { redisImpostor } from './redis.ts'
import type { ServerOptions, TestServer } from './test-server.ts'

const HOST = 'localhost'
const USER = 'avnadmin'
const PASSWORD = 'a secret'

interface Tls {
  readonly ca: string
  readonly rejectUnauthorized?: boolean
}

/** Logs in, or fails to; resolves when the client is done. */
type Login = (port: number, ssl: Tls | undefined) => Promise<unknown>

/** A new object each time, because kafkajs modifies it. */
const sasl = (password: string) => ({ mechanism: 'scram-sha-256', username: USER, password }) as const

const LOGINS: Record<string, { server: (options: ServerOptions) => Promise<TestServer>; login: Login }> = {
  postgresql: {
    server: postgresqlImpostor,
    login: async (port, ssl) => {
      const client = new pg.Client({ host: HOST, port, user: USER, password: PASSWORD, ssl: ssl ?? false })
      client.on('error', () => undefined)
      await client.connect().finally(() => client.end())
    },
  },
  mysql: {
    server: mysqlImpostor,
    login: async (port, ssl) => {
      const tls = ssl && { ssl: { ...ssl, verifyIdentity: ssl.rejectUnauthorized !== false } }
      await mysql.createConnection({ host: HOST, port, user: USER, password: PASSWORD, ...tls })
    },
  },
  redis: {
    server: redisImpostor,
    login: async (port, tls) => {
      const once = { lazyConnect: true, retryStrategy: () => null, ...(tls && { tls }) }
      const redis = new Redis({ host: HOST, port, username: USER, password: PASSWORD, ...once })
      redis.on('error', () => undefined)
      await redis.connect().finally(() => {
        redis.disconnect()
      })
    },
  },
  https: {
    server: httpsServer,
    login: (port, ssl) =>
      new Promise((resolve, reject) => {
        const request = https.get({ host: HOST, port, auth: `${USER}:${PASSWORD}`, ...ssl }, (response) => {
          response.resume()
          response.on('end', resolve)
        })
        request.on('error', reject)
      }),
  },
  kafka: {
    server: kafkaImpostor,
    login: async (port, ssl) => {
      const quiet = { logLevel: logLevel.NOTHING, retry: { retries: 0 } }
      const admin = new Kafka({
        brokers: [`${HOST}:${String(port)}`],
        sasl: sasl(PASSWORD),
        ...(ssl && { ssl }),
        ...quiet,
      }).admin()
      await admin.connect()
      await admin.disconnect()
    },
  },
}

let ca = ''
let identities: Identities
const started: TestServer[] = []

const start = async (protocol: string, options: Omit<ServerOptions, 'host'>): Promise<TestServer> => {
  const server = await LOGINS[protocol]?.server({ host: HOST, ...options })
  if (!server) throw new Error(protocol)
  started.push(server)
  return server
}

const tryLogin = (protocol: string, port: number, ssl: Tls | undefined) =>
  LOGINS[protocol]?.login(port, ssl).catch((error: unknown) => error)

beforeAll(async () => {
  const project = await newAuthority('CN=Project CA')
  ca = project.pem
  identities = await newIdentities(project, await newAuthority('CN=Rogue CA'), HOST)
})

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()))
})

describe.each(Object.keys(LOGINS))('the %s impostor', (protocol) => {
  test.each(['right', 'rogue', 'wrongHost', 'expired'] as const)(
    'sees the login of a client that skips the verification (%s)',
    async (identity) => {
      const server = await start(protocol, { identity: identities[identity] })
      await tryLogin(protocol, server.port, { ca, rejectUnauthorized: false })
      expect(server.seen.logins).not.toEqual([])
    },
  )

  test.each(['rogue', 'wrongHost', 'expired'] as const)(
    'gets nothing from one that verifies (%s)',
    async (identity) => {
      const server = await start(protocol, { identity: identities[identity] })
      expect(await tryLogin(protocol, server.port, { ca })).toBeInstanceOf(Error)
      expect(server.seen.shown).toBeGreaterThan(0)
      expect(server.seen.logins).toEqual([])
    },
  )

  test('sees the login of a verifying client, with the right certificate', async () => {
    const server = await start(protocol, { identity: identities.right })
    await tryLogin(protocol, server.port, { ca })
    expect(server.seen.logins).not.toEqual([])
  })
})

describe.each(['postgresql', 'mysql'])('the %s impostor that says that it has no TLS', (protocol) => {
  test('sees the login of a client that goes on without', async () => {
    const server = await start(protocol, { identity: identities.rogue, withoutTls: true })
    await tryLogin(protocol, server.port, undefined)
    expect(server.seen.logins).not.toEqual([])
  })

  test('gets nothing from a client that requires TLS', async () => {
    const server = await start(protocol, { identity: identities.rogue, withoutTls: true })
    await tryLogin(protocol, server.port, { ca })
    expect(server.seen).toMatchObject({ shown: 1, logins: [] })
  })
})

test('a message in several pieces is put together', async () => {
  const server = await start('postgresql', { identity: identities.right })
  const socket = connect({ host: HOST, port: server.port })
  for (const piece of ['00000009', '00030000', '00', '70', '000000', '0b', '7365', '63726574', '00']) {
    socket.write(Buffer.from(piece, 'hex'))
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  await new Promise((resolve) => {
    socket.on('close', resolve).resume()
  })
  expect(server.seen.logins).toEqual(['password secret'])
})

test('the kafka impostor accepts nobody without a certificate of the project', async () => {
  const server = await kafkaImpostor({ host: HOST, identity: identities.right, clientCa: ca })
  started.push(server)
  const stranger = await newAuthority('CN=Stranger')
  const { right } = await newIdentities(stranger, stranger, HOST)
  for (const pair of [{}, { cert: right.certificate, key: right.key }]) {
    const quiet = { logLevel: logLevel.NOTHING, retry: { retries: 0 } }
    const kafka = new Kafka({ brokers: [`${HOST}:${String(server.port)}`], ssl: { ca, ...pair }, ...quiet })
    await expect(kafka.admin().connect()).rejects.toThrow()
  }
  expect(server.seen.logins).toEqual([])
})
