import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, describe, expect, it } from 'vitest'

import type { RunningServer } from './listen.ts'
import { sendRaw } from '../tools/testing/send-raw.ts'
import { enterDesk } from '../tools/testing/enter-desk.ts'
import { addressOf, endOf, endPrograms, startScript } from '../tools/testing/processes.ts'
import { serveTls } from '../tools/tls-upstream.ts'

const TOKEN = 'token-that-nobody-must-see'
const folder = mkdtempSync(join(tmpdir(), 'anchor-live-'))
const running: RunningServer[] = []
afterEach(async () => {
  await endPrograms()
  for (const server of running.splice(0)) await server.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const live = (environment: Record<string, string>, ...args: string[]) => startScript('live', args, environment)

/** An API with a certificate for these names, and the file with its CA. */
const serveApi = async (names: readonly string[]) => {
  const authorizations: (string | undefined)[] = []
  const listener: RequestListener = (request, response) => {
    authorizations.push(request.headers.authorization)
    response.setHeader('content-type', 'application/json').end('{"good":true}')
  }
  const server = await serveTls(names, listener)
  running.push(server)
  const caFile = join(folder, `ca-${String(server.port)}.pem`)
  writeFileSync(caFile, server.caPem)
  return {
    authorizations,
    environment: { AIVEN_WEB_URL: `https://localhost:${String(server.port)}`, NODE_EXTRA_CA_CERTS: caFile },
  }
}

/** Opens the link, and sends requests as the browser would. */
const openLink = async (link: string) => (await enterDesk({ origin: loopback(link), link })).ask
const loopback = (link: string) => `http://127.0.0.1:${new URL(link).port}`

it('no test sees a token of the environment', () => {
  expect(Object.keys(process.env).filter((name) => /^AIVEN_(AUTH_)?TOKEN$/.test(name))).toEqual([])
})

describe('npm run live', () => {
  it('connects to an API with a configured CA and the token, which is nowhere else; takes the next port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { authorizations, environment } = await serveApi(['localhost'])
    const program = live({ ...environment, AIVEN_TOKEN: TOKEN, PORT: String(port) })
    const link = await addressOf(program)
    other.close()
    expect(Number(new URL(link).port)).toBeGreaterThan(port)
    const asUser = await openLink(link)
    const answers = [
      await asUser('/v1/me'),
      await asUser('/'),
      await asUser('/v1/me?x=1'),
      await sendRaw(loopback(link), '/'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401])
    expect(answers[1]?.text).toContain(`content="${environment.AIVEN_WEB_URL}" data-token="desk"`)
    expect(authorizations).toEqual([`aivenv1 ${TOKEN}`, `aivenv1 ${TOKEN}`])
    expect(JSON.stringify(answers)).not.toContain(TOKEN)
    expect(program.output()).not.toContain(TOKEN)
    expect(program.output()).toContain(`Port ${String(port)} is taken`)
    if (process.platform === 'linux') {
      const { pid = 0 } = program.child
      expect(execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })).not.toContain(TOKEN)
      expect(readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')).toContain('live.ts')
    }
  })

  it('changes nothing with --read-only, and says so', async () => {
    const { authorizations, environment } = await serveApi(['localhost'])
    const program = live({ ...environment, AIVEN_TOKEN: TOKEN, PORT: '0' }, '--read-only')
    const asUser = await openLink(await addressOf(program))
    expect(program.output()).toContain('read-only')
    const answers = [
      await asUser('/v1/project/p/service/s'),
      await asUser('/v1/project/p/service/s', { method: 'PUT', body: '{}', headers: { 'content-length': 2 } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 403])
    expect(authorizations).toHaveLength(1)
  })

  it('refuses an API whose certificate is for another name, even with a known CA', async () => {
    const { authorizations, environment } = await serveApi(['api.example.com'])
    const asUser = await openLink(await addressOf(live({ ...environment, AIVEN_AUTH_TOKEN: TOKEN, PORT: '0' })))
    const { status, text } = await asUser('/v1/me')
    expect(status).toBe(502)
    expect(JSON.parse(text).message).toMatch(/verified \(ERR_TLS_CERT_ALTNAME_INVALID\)/)
    expect(authorizations).toEqual([])
  })

  it.each([
    ['without a token', {}, 'There is no token.'],
    [
      'on an address that is none',
      { AIVEN_TOKEN: TOKEN, AIVEN_WEB_URL: `nonsense-${TOKEN}` },
      "AIVEN_WEB_URL isn't a URL",
    ],
  ])('%s it says what to do, and ends', async (_, environment, message) => {
    const { code, output } = await endOf(live(environment))
    expect(code).toBe(1)
    expect(output).toContain(message)
    expect(output).not.toContain(TOKEN)
    expect(output).not.toContain('    at ')
  })
})
