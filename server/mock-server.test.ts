import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { RunningServer } from './listen.ts'
import { serveMockApi, type MockServerOptions } from './mock-server.ts'
import { sendRaw } from '../tools/testing/send-raw.ts'
import { addressOf, endOf, endPrograms, startScript } from '../tools/testing/processes.ts'

const TOKEN = 'token-of-the-test'

/** As avn sends a request: these headers, no include_secrets. */
const askAsAvn = async (origin: string, path: string, token = TOKEN) => {
  const { status, headers, text } = await sendRaw(origin, `/v1${path}`, {
    headers: {
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      authorization: `aivenv1 ${token}`,
      connection: 'keep-alive',
      'content-type': 'application/octet-stream',
      'user-agent': 'aiven-client/4.16.0',
    },
  })
  return { status, headers, body: JSON.parse(text) }
}

const running: RunningServer[] = []
const serve = async (options: Partial<MockServerOptions> = {}) => {
  const server = await serveMockApi({ port: 0, ...options })
  running.push(server)
  return server
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

describe('the requests of avn', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await serveMockApi({ port: 0, token: TOKEN })
  })
  afterAll(() => server.close())

  it('project list: the full project is first', async () => {
    const { status, body } = await askAsAvn(server.origin, '/project')
    expect(status).toBe(200)
    expect(body.projects[0]).toMatchObject({ project_name: 'demo-shop', default_cloud: expect.any(String) })
  })

  it('service list and service get: with every key that it reads', async () => {
    const { body } = await askAsAvn(server.origin, '/project/demo-shop/service')
    const one = await askAsAvn(server.origin, '/project/demo-shop/service/events')
    for (const service of [...body.services, one.body.service])
      for (const key of ['service_name', 'service_type', 'state', 'cloud_name', 'plan', 'create_time', 'update_time'])
        expect(service).toHaveProperty(key, expect.any(String))
  })

  it('user-list and user-creds-download: users with key and certificate, without include_secrets', async () => {
    const { body } = await askAsAvn(server.origin, '/project/demo-shop/service/events')
    const ca = (await askAsAvn(server.origin, '/project/demo-shop/kms/ca')).body.certificate
    const user = body.service.users.find(({ username }: { username: string }) => username === 'avnadmin')
    expect(user).toMatchObject({ type: 'primary', password: expect.stringMatching(/^AVNS_/) })
    expect(user.access_key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
    expect(new X509Certificate(user.access_cert).checkIssued(new X509Certificate(ca))).toBe(true)
    const same = (await askAsAvn(server.origin, '/project/demo-shop/service/events/user/avnadmin')).body.user
    expect([same.access_cert, same.access_key]).toEqual([user.access_cert, user.access_key])
  })

  it('user info', async () => {
    const { body } = await askAsAvn(server.origin, '/me')
    expect(body.user).toMatchObject({ user: expect.any(String), token_validity_begin: expect.any(String) })
  })

  it('missing, forbidden and unknown requests get errors in the shape of the API', async () => {
    for (const [path, token, status, message] of [
      ['/project/demo-shop/service/nowhere', TOKEN, 404, 'Service does not exist'],
      ['/project/nowhere/service', TOKEN, 404, 'Project does not exist'],
      ['/project', 'another', 403, 'Invalid token'],
      ['/unheard/of', TOKEN, 404, 'The requested resource does not exist'],
    ] as const) {
      const answer = await askAsAvn(server.origin, path, token)
      expect(answer.status).toBe(status)
      expect(answer.headers['content-type']).toBe('application/json')
      expect(answer.body).toEqual({ errors: [{ message, status }], message })
    }
  })

  it.each(['HEAD', 'DELETE', 'PATCH'])('%s of a known path: 405', async (method) => {
    const { status, text } = await sendRaw(server.origin, '/v1/project', { method })
    expect(status).toBe(405)
    if (method === 'HEAD') expect(text).toBe('')
    else expect(JSON.parse(text)).toMatchObject({ message: 'Method Not Allowed' })
  })

  it('invalid requests get an answer, and the server keeps running', async () => {
    for (const path of ['//', '/%', '*', 'http://elsewhere.example/v1/project', `/${'a'.repeat(8000)}`]) {
      expect([400, 401, 404]).toContain((await sendRaw(server.origin, path)).status)
    }
    expect((await sendRaw(server.origin, '/v1/project', { method: 'TRACE' })).status).toBe(400)
    expect((await askAsAvn(server.origin, '/project')).status).toBe(200)
  })
})

describe('serveMockApi', () => {
  it('keeps its certificates as long as it runs, past midnight too', async () => {
    let now = new Date('2026-11-23T23:59:00Z')
    const { origin } = await serve({ clock: () => now })
    const read = async () => {
      const { certificate } = (await askAsAvn(origin, '/project/demo-shop/kms/ca')).body
      const { user } = (await askAsAvn(origin, '/project/demo-shop/service/events/user/avnadmin')).body
      return [certificate, user.access_cert, user.access_cert_not_valid_after_time]
    }
    const before = await read()
    now = new Date('2026-11-26T12:00:00Z')
    expect(await read()).toEqual(before)
  })

  it('plays a scenario', async () => {
    const { origin } = await serve({ scenario: '429' })
    const { status, headers } = await askAsAvn(origin, '/project/demo-shop/service')
    expect([status, headers['retry-after']]).toEqual([429, '1'])
  })

  it('breaks off a connection if the scenario does', async () => {
    const { origin } = await serve({ scenario: 'broken-off' })
    await expect(askAsAvn(origin, '/project/demo-shop/service')).rejects.toThrow(/aborted|ECONNRESET|hang up/)
  })
})

describe('npm run mock-api', () => {
  const start = (...args: string[]) => startScript('mock-api', args)
  afterEach(endPrograms)

  it('prints its address on its own line, how to use it, and takes the next port if one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const program = start('--port', String(port), '--token', TOKEN, '--scenario', '503-once')
    const url = await addressOf(program)
    other.close()
    expect(Number(new URL(url).port)).toBeGreaterThan(port)
    await expect.poll(program.output).toContain(`AIVEN_WEB_URL=${url} AIVEN_AUTH_TOKEN=${TOKEN} avn project list`)
    expect(program.output()).toContain(`Port ${String(port)} is taken`)
    expect((await askAsAvn(url, '/project')).status).toBe(503)
    expect((await askAsAvn(url, '/project')).body.projects[0].project_name).toBe('demo-shop')
    expect((await askAsAvn(url, '/project', 'another')).status).toBe(403)
  })

  it.each([
    [['--port', 'http'], '--port must be a number from 0 to 65535, but is "http"'],
    [['--port', '70000'], '--port must be a number'],
    [['--scenario', 'nonsense'], 'There is no scenario "nonsense".'],
    [['--token', 'two words'], '--token must be visible ASCII'],
    [['--tokn', 'x'], "Unknown option '--tokn'"],
  ])('%j: says what is wrong, and how it is used', async (args, message) => {
    const { code, output } = await endOf(start(...args))
    expect(code).toBe(1)
    expect(output).toContain(message)
    expect(output).toContain('Usage: npm run mock-api')
  })
})
