/** Tests deploy/ unchanged in the installed web servers: what they send, and what they refuse. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { deployFiles, staleDeployFiles } from './deploy-files.ts'
import { API_HEADERS, SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from '../server/security-headers.ts'
import { sendRaw } from './testing/send-raw.ts'
import { serveTls } from './tls-upstream.ts'
import { WEB_SERVERS } from './web-servers.ts'

const SCRIPT = 'let a = 1\n'.repeat(500)
const NAMES = ['localhost', 'api.test']

const folder = mkdtempSync(join(tmpdir(), 'anchor-files-'))
beforeAll(() => {
  const script = join(folder, 'assets', 'a-1.js')
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<p>page</p>')
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\n')
  writeFileSync(script, SCRIPT)
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe('files of deploy/', () => {
  it('match their source, with values that need no quoting', () => {
    expect(staleDeployFiles()).toEqual([])
    const values = [SECURITY_HEADERS, API_HEADERS].flatMap((headers) => Object.values(headers))
    for (const value of [...values, STRICT_TRANSPORT_SECURITY]) expect(value).toMatch(/^[^"\\${}\n]+$/)
    for (const text of deployFiles().values()) expect(text).toMatch(/^# Made by "npm run deploy:files"/)
  })
})

describe.each(WEB_SERVERS)('$name', ({ binary, start }) => {
  const serve = async (names: readonly string[], listener: RequestListener, caPem?: string) => {
    const upstream = await serveTls(names, listener)
    const server = await start({ folder, upstream: { port: upstream.port, caPem: caPem ?? upstream.caPem } })
    closers.push(server.close, upstream.close)
    return { ...server, upstream }
  }
  const missing = binary === undefined

  it.skipIf(missing)('sends the same headers with everything, and HSTS where TLS is', async () => {
    const { origin } = await serve(NAMES, (_request, response) => {
      response.writeHead(200, { 'x-frame-options': 'SAMEORIGIN', 'content-security-policy': 'default-src *' }).end('{}')
    })
    const paths = ['/', '/project/a.b/services', '/assets/a-1.js', '/assets/none.js', '/robots.txt', '/v1/me', '/v1/no']
    for (const path of paths) {
      const { headers } = await sendRaw(origin, path)
      const wanted = path.startsWith('/v1/') ? API_HEADERS : SECURITY_HEADERS
      expect({ path, headers }).toEqual({ path, headers: expect.objectContaining(wanted) })
      expect(headers).not.toHaveProperty('strict-transport-security')
    }
    const byTls = await sendRaw(origin, '/', { headers: { 'x-forwarded-proto': 'https' } })
    expect(byTls.headers['strict-transport-security']).toBe(STRICT_TRANSPORT_SECURITY)
  })

  it.skipIf(missing)('knows files from addresses of the app, and how long each is good', async () => {
    const { origin } = await serve(NAMES, (_request, response) => response.end('{}'))
    for (const path of ['/', '/project/a.b/services/c/overview', '/v1beta/clouds', '/index.html']) {
      const { status, text, headers } = await sendRaw(origin, path)
      expect([path, status, text, headers['cache-control']]).toEqual([path, 200, '<p>page</p>', 'no-cache'])
    }
    const file = await sendRaw(origin, '/assets/a-1.js')
    expect([file.status, file.text]).toEqual([200, SCRIPT])
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const none = await sendRaw(origin, '/assets/none.js')
    expect(none.status).toBe(404)
    expect(none.headers['cache-control'] ?? '').not.toContain('immutable')
  })

  it.skipIf(missing)('sends files as they were compressed', async () => {
    const { origin } = await serve(NAMES, (_request, response) => response.end('{}'))
    const { headers } = await sendRaw(origin, '/assets/a-1.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(gzipSync(SCRIPT).length) })
  })

  it.skipIf(missing)('forwards to the API the token and the path as they are, and nothing of the browser', async () => {
    const seen: IncomingMessage[] = []
    const { origin } = await serve(NAMES, (request, response) => {
      seen.push(request)
      response.setHeader('set-cookie', 'a=b').setHeader('x-request-id', 'r-1').end('{}')
    })
    const path = '/v1/project/a%3Fb%2Fc/service?include_secrets=false'
    const personal = { cookie: 'a=b', origin: 'https://anchor.example', referer: 'https://anchor.example/x' }
    const { headers } = await sendRaw(origin, path, { headers: { authorization: 'aivenv1 x', ...personal } })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-request-id': 'r-1' })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(seen[0]?.url).toBe(path)
    expect(seen[0]?.headers.authorization).toBe('aivenv1 x')
    expect(seen[0]?.headers.host).toMatch(/^(localhost:\d+|api\.test)$/)
    const told = Object.keys(seen[0]?.headers ?? {})
    for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'x-forwarded-host']) {
      expect(told).not.toContain(name)
    }
  })

  it.skipIf(missing).each<[string, readonly string[], boolean]>([
    ['whose certificate is for another name', ['api.example.com'], false],
    ['whose certificate nobody vouches for', NAMES, true],
  ])('does not talk to an API %s, and says so as the API would', async (_, names, strange) => {
    let requests = 0
    const other = strange ? await serveTls(NAMES, () => undefined) : undefined
    if (other) closers.push(other.close)
    const { origin } = await serve(
      names,
      (_request, response) => {
        requests++
        response.end('{}')
      },
      other?.caPem,
    )
    const { status, text, headers } = await sendRaw(origin, '/v1/me', { headers: { authorization: 'aivenv1 x' } })
    const message = 'The API did not answer.'
    expect(status).toBe(502)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(JSON.parse(text)).toEqual({ errors: [{ message, status }], message })
    expect(requests).toBe(0)
  })

  it.skipIf(missing)('passes errors of the API as they are', async () => {
    const body = '{"errors":[{"message":"Said by the API","status":503}],"message":"Said by the API"}'
    const { origin } = await serve(NAMES, (_request, response) => response.writeHead(503).end(body))
    expect(await sendRaw(origin, '/v1/me')).toMatchObject({ status: 503, text: body })
  })
})
