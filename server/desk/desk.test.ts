import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { OPERATIONS, type Operation } from '../../src/api/operations.ts'
import { listenNear, type RunningServer } from '../listen.ts'
import { ask, type Asked } from '../../tools/testing/ask.ts'
import { enterDesk } from '../../tools/testing/enter-desk.ts'
import { serveTls } from '../../tools/tls-upstream.ts'
import { serveDesk, type DeskOptions } from './server.ts'

const TOKEN = 'token-of-the-desk'

const folder = mkdtempSync(join(tmpdir(), 'anchor-desk-'))
beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<head><meta name="anchor-api" content="https://api.aiven.io" data-token="sign-in"></head><p>page</p>',
  )
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'let a')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const running: RunningServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

/** An API that remembers what arrived. */
const serveApi = async (
  answer: RequestListener = (_request, response) => {
    response.setHeader('content-type', 'application/json').end('{"good":true}')
  },
) => {
  const seen: IncomingMessage[] = []
  const server = await listenNear(
    createServer((request, response) => {
      seen.push(request)
      answer(request, response)
    }),
    0,
  )
  running.push(server)
  return { ...server, seen }
}

const serve = async (upstream: string, options: Partial<DeskOptions> = {}) => {
  const desk = await serveDesk({ folder, port: 0, token: TOKEN, upstream: new URL(upstream), ...options })
  running.push(desk)
  return desk
}

const shape = (status: number, message: unknown) => ({ errors: [{ message, status }], message })

describe('who may come in', () => {
  it('whoever opens the link, once: with a cookie that scripts and other sites do not get, and with a key', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const first = await enterDesk(desk)
    expect(first.opened.status).toBe(200)
    expect(first.opened.headers.get('cache-control')).toBe('no-store')
    expect(first.opened.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(first.cookie).toMatch(/^anchor-desk-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(first.key).toMatch(/^[\w-]{43}$/)
    expect((await first.ask('/project/demo-shop/services')).text).toContain('<p>page</p>')
    expect((await first.ask('/v1/me')).text).toBe('{"good":true}')
    // Opened again: nobody new comes in, but who is in may use it as a bookmark.
    const again = await enterDesk(desk)
    expect([again.opened.status, again.cookie, again.key]).toEqual([401, '', ''])
    expect((await first.ask(new URL(desk.link).pathname)).status).toBe(303)
  })

  it('at a host name that no other start has, so that no other port is sent the cookie', async () => {
    const { origin } = await serveApi()
    const desks = [await serve(origin), await serve(origin)]
    const [one, other] = desks.map(({ link }) => new URL(link).hostname)
    for (const name of [one, other]) expect(name).toMatch(/^anchor-[0-9a-f]{16}\.localhost$/)
    expect(one).not.toBe(other)
    const [first, second] = desks
    const { headers } = await enterDesk(first ?? { origin: '', link: '' })
    const host = `${String(other)}:${String(first?.port)}`
    expect((await ask(first?.origin ?? '', '/', { headers: { ...headers, host } })).status).toBe(403)
    // 127.0.0.1 is the other way in, for browsers that don't find the name.
    expect(second?.plainLink).toBe(second?.link.replace(String(other), '127.0.0.1'))
  })

  it('the key is put into the storage of the origin by a script of its own, which others do not get', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    expect((await ask(desk.origin, '/desk/enter.js')).status).toBe(401)
    const { opened, ask: asUser } = await enterDesk(desk)
    expect(opened.text).toContain('<script src="/desk/enter.js">')
    const { headers, text } = await asUser('/desk/enter.js')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(text).toContain('localStorage.setItem')
  })

  it.each<[string, (key: string) => Record<string, string>]>([
    ['no key', () => ({ 'x-anchor-key': '' })],
    ['a wrong key', () => ({ 'x-anchor-key': 'wrong' })],
    ['the key in another place', (key) => ({ 'x-anchor-key': '', authorization: key })],
    ['no cookie', () => ({ cookie: '' })],
  ])('the API answers to both alone: %s', async (_, headers) => {
    const { origin, seen } = await serveApi()
    const { ask: asUser, key } = await enterDesk(await serve(origin))
    const { status, text } = await asUser('/v1/me', { headers: headers(key) })
    expect(status).toBe(401)
    expect(JSON.parse(text)).toEqual(shape(401, expect.stringContaining('one-time link')))
    expect(seen).toEqual([])
  })

  it('a key of another start is of no use', async () => {
    const { origin, seen } = await serveApi()
    const { key } = await enterDesk(await serve(origin))
    const { ask: asUser } = await enterDesk(await serve(origin))
    expect((await asUser('/v1/me', { headers: { 'x-anchor-key': key } })).status).toBe(401)
    expect(seen).toEqual([])
  })

  it.each<[string, string, Asked]>([
    ['no cookie, the page', '/', {}],
    ['no cookie, a file', '/assets/a-1.js', {}],
    ['no cookie, the API', '/v1/me', {}],
    ['no cookie, a link that is none', '/desk/nonsense', {}],
    ['a wrong cookie', '/v1/me', { headers: { cookie: 'anchor-desk-PORT=wrong' } }],
    ["a cookie of another port's", '/v1/me', { headers: { cookie: 'anchor-desk-1=SECRET' } }],
  ])('refused: %s', async (_, path, asked) => {
    const { origin, seen } = await serveApi()
    const desk = await serve(origin)
    const { cookie } = await enterDesk(desk)
    const secret = /=([^;]+)/.exec(cookie)?.[1] ?? ''
    const given = String(asked.headers?.['cookie'] ?? '')
      .replace('PORT', String(desk.port))
      .replace('SECRET', secret)
    const { status, text, headers } = await ask(desk.origin, path, {
      headers: { ...(given !== '' && { cookie: given }) },
    })
    expect(status).toBe(401)
    expect(text).toContain('one-time link')
    expect(headers['set-cookie']).toBeUndefined()
    if (path.startsWith('/v1')) expect(JSON.parse(text)).toEqual(shape(401, expect.any(String)))
    expect(seen).toEqual([])
  })

  it.each<[string, Asked]>([
    ['a foreign Host (DNS rebinding)', { headers: { host: 'evil.example' } }],
    ['a foreign Host with this port', { headers: { host: 'evil.example:PORT' } }],
    ['another port of loopback as Host', { headers: { host: '127.0.0.1:1' } }],
    ['a foreign Origin', { headers: { origin: 'https://evil.example' } }],
    ['another port as Origin', { headers: { origin: 'http://127.0.0.1:1' } }],
    ['a hidden Origin', { headers: { origin: 'null' } }],
    ['cross-site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['another port, same site', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['a foreign Origin, writing', { method: 'PUT', headers: { origin: 'https://evil.example' } }],
  ])('refused, in spite of the cookie: %s', async (_, { method, headers = {} }) => {
    const { origin, seen } = await serveApi()
    const desk = await serve(origin)
    const { ask: asUser } = await enterDesk(desk)
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value).replace('PORT', String(desk.port))]),
    )
    for (const path of ['/', '/v1/me']) {
      const { status } = await asUser(path, { headers: filled, ...(method !== undefined && { method }) })
      expect([path, status]).toEqual([path, 403])
    }
    expect(seen).toEqual([])
  })

  it('the link itself is refused to other sites, and stays good', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const path = new URL(desk.link).pathname
    expect((await ask(desk.origin, path, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await ask(desk.origin, path, { method: 'HEAD' })).status).toBe(401)
    expect((await enterDesk(desk)).opened.status).toBe(200)
  })

  it('the browser of the user is let through: own Origin, same origin or none, each name of this start', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const { ask: asUser } = await enterDesk(desk)
    const hosts = [new URL(desk.link).host, `localhost:${String(desk.port)}`]
    for (const headers of [
      { origin: desk.origin, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      ...hosts.map((host) => ({ host, origin: `http://${host}` })),
    ])
      expect((await asUser('/v1/me', { headers })).status).toBe(200)
  })
})

describe('what is forwarded', () => {
  // What is forwarded, and what isn't, is tested with the other fronts: tools/fronts.test.ts.
  it.each([
    ['GET', '/v1', 404],
    ['GET', '/V1/me', 404],
    ['GET', '/v1/project/%2e%2e/service', 404],
    ['POST', '/v1/me', 405],
    ['POST', '/', 405],
  ])('not %s %s', async (method, path, status) => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await enterDesk(await serve(origin))
    const answer = await asUser(path, { method })
    expect(answer.status).toBe(status)
    if (path !== '/') expect(JSON.parse(answer.text)).toEqual(shape(status, expect.any(String)))
    expect(seen).toEqual([])
  })

  it('no path outside /v1: the rest is the console, never the API', async () => {
    const { origin, seen } = await serveApi()
    const desk = await serve(origin)
    const { ask: asUser } = await enterDesk(desk)
    for (const path of ['/v2/me', '/v1beta/clouds', '/doc/openapi.json', '/project/a.b/services', '//v1/me']) {
      expect([path, (await asUser(path)).text]).toEqual([path, expect.stringContaining('<p>page</p>')])
    }
    expect((await asUser('/assets/none.js')).status).toBe(404)
    expect((await asUser('http://elsewhere.example/v1/me')).text).not.toContain('good')
    expect(seen).toEqual([])
  })

  it('a read, with the token and nothing of the browser', async () => {
    const { origin, seen, port } = await serveApi((_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'retry-after': '3',
        'set-cookie': 'session=upstream',
        'x-request-id': 'r-1',
        connection: 'keep-alive, x-hop',
        'x-hop': 'of this hop',
        server: 'told',
      })
      response.end('{}')
    })
    const { ask: asUser } = await enterDesk(await serve(`${origin}/base/`))
    const { status, headers } = await asUser('/v1/project/a%3Fb%23c/service?include_secrets=false', {
      headers: {
        authorization: 'aivenv1 of-the-browser',
        connection: 'keep-alive, x-own-hop',
        'x-own-hop': 'x',
        'x-request-id': 'asked',
        referer: 'http://127.0.0.1/secret',
        accept: 'application/json',
      },
    })
    expect(status).toBe(200)
    const [request] = seen
    expect(request?.url).toBe('/base/v1/project/a%3Fb%23c/service?include_secrets=false')
    expect(request?.headers).toEqual({
      accept: 'application/json',
      authorization: `aivenv1 ${TOKEN}`,
      connection: expect.stringMatching(/^(keep-alive|close)$/),
      host: `127.0.0.1:${String(port)}`,
    })
    expect(headers).toMatchObject({ 'retry-after': '3', 'x-request-id': 'r-1', 'cache-control': 'no-store' })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('x-hop')
    expect(headers).not.toHaveProperty('server')
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  it('a write, with its body', async () => {
    let received = ''
    const { origin, seen } = await serveApi((request, response) => {
      request.on('data', (chunk: Buffer) => (received += chunk.toString()))
      request.on('end', () => response.end('{}'))
    })
    const { ask: asUser } = await enterDesk(await serve(origin))
    const body = '{"operation":"acknowledge-renewal"}'
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    expect((await asUser('/v1/project/p/service/s', { method: 'PUT', body, headers })).status).toBe(200)
    expect([seen[0]?.method, received]).toEqual(['PUT', body])
  })

  it('nothing that changes something, where that was asked for', async () => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await enterDesk(await serve(origin, { readOnly: true }))
    for (const { method, path, kind } of Object.values<Operation>(OPERATIONS)) {
      const { status, text } = await asUser(`/v1${path.replaceAll(/\{\w+\}/g, 'a')}`, { method })
      expect([method, path, status]).toEqual([method, path, kind === 'read' ? 200 : 403])
      if (kind === 'write') expect(JSON.parse(text)).toEqual(shape(403, expect.stringContaining('--read-only')))
    }
    expect(seen.every(({ method }) => method !== 'PUT' && method !== 'DELETE')).toBe(true)
  })

  it('not a GET with a body', async () => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await enterDesk(await serve(origin))
    const headers = { 'content-length': 1 }
    expect((await asUser('/v1/me', { headers, body: 'x' })).status).toBe(400)
    expect(seen).toEqual([])
  })

  it('a large answer, piece by piece', async () => {
    let go: () => void = () => undefined
    const { origin } = await serveApi((_request, response) => {
      response.write('x'.repeat(100_000))
      go = () => response.end('end')
    })
    const desk = await serve(origin)
    const { headers } = await enterDesk(desk)
    const response = await fetch(`${desk.origin}/v1/project`, { headers })
    const reader = response.body?.getReader()
    let { length } = (await reader?.read())?.value ?? []
    go()
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) length += chunk.value.length
    expect(length).toBe(100_003)
  })
})

describe('an API that fails', () => {
  const failing = async (listener: RequestListener, options: Partial<DeskOptions> = {}) => {
    const { origin } = await serveApi(listener)
    return enterDesk(await serve(origin, options))
  }

  it.each([401, 403, 404, 429, 500])('its own %i passes as it is', async (status) => {
    const body = JSON.stringify(shape(status, 'Said by the API'))
    const { ask: asUser } = await failing((_request, response) => response.writeHead(status).end(body))
    expect(await asUser('/v1/me')).toMatchObject({ status, text: body })
  })

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed, and its target not told', async (status) => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await failing((_request, response) => {
      response.writeHead(status, { location: `${origin}/v1/me` }).end()
    })
    const answer = await asUser('/v1/me')
    expect(JSON.parse(answer.text)).toEqual(shape(502, expect.stringMatching(/redirects elsewhere .*followed/)))
    expect(answer.headers.location).toBeUndefined()
    expect(seen).toEqual([])
  })

  it('silence is given up, in words', async () => {
    const { ask: asUser } = await failing(() => undefined, { patience: 200 })
    const { status, text } = await asUser('/v1/me')
    expect(status).toBe(504)
    expect(JSON.parse(text)).toEqual(shape(504, expect.stringMatching(/within 0.2 seconds/)))
  })

  it('a connection that is cut before an answer is an answer in words', async () => {
    const { ask: asUser } = await failing((request) => request.socket.destroy())
    expect(JSON.parse((await asUser('/v1/me')).text)).toEqual(shape(502, expect.stringMatching(/^No answer from /)))
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['with a length', (response) => response.writeHead(200, { 'content-length': '1000' })],
    ['in pieces', (response) => response.writeHead(200)],
  ])('one that is cut in mid-body (%s) is cut for the browser as well, never completed', async (_, begin) => {
    const { ask: asUser } = await failing((_request, response) => {
      begin(response)
      response.write('{"services":', () => setTimeout(() => response.destroy(), 50))
    })
    await expect(asUser('/v1/project/p/service')).rejects.toThrow(/aborted|ECONNRESET|hang up/)
  })

  it('nobody there, or a name that is none', async () => {
    const { origin, close } = await serveApi()
    await close()
    for (const [upstream, message] of [
      [origin, /refused the connection \(ECONNREFUSED\)/],
      ['https://api.invalid', /The name api\.invalid/],
    ] as const) {
      const { ask: asUser } = await enterDesk(await serve(upstream))
      expect(JSON.parse((await asUser('/v1/me')).text)).toEqual(shape(502, expect.stringMatching(message)))
    }
  })

  it('a browser that goes away ends the request to the API', async () => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    const leave = new AbortController()
    const { origin } = await serveApi((request) => {
      request.socket.on('close', end)
      leave.abort()
    })
    const desk = await serve(origin)
    const { headers } = await enterDesk(desk)
    const leaving = fetch(`${desk.origin}/v1/me`, { headers, signal: leave.signal })
    await expect(leaving).rejects.toThrow(/abort/i)
    await ended
  })

  it('an API whose certificate nobody vouches for is sent nothing, whatever the environment says', async () => {
    let connections = 0
    const upstream = await serveTls(['localhost'], (_request, response) => {
      connections++
      response.end('{}')
    })
    running.push(upstream)
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      const { ask: asUser } = await enterDesk(await serve(`https://localhost:${String(upstream.port)}`))
      const { status, text } = await asUser('/v1/me')
      expect(status).toBe(502)
      expect(JSON.parse(text).message).toMatch(/certificate of localhost:\d+ .*verified .* NODE_EXTRA_CA_CERTS/)
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    }
    expect(connections).toBe(0)
  })
})

describe('the page', () => {
  it('says which API this is, and that the token is here', async () => {
    const desk = await serve('https://api.example.com/a&b"')
    const { ask: asUser } = await enterDesk(desk)
    for (const path of ['/', '/index.html', '/project/p/services']) {
      const { text, headers } = await asUser(path)
      expect(text).toContain(
        '<meta name="anchor-api" content="https://api.example.com/a&amp;b%22" data-token="desk" />',
      )
      expect(text).not.toContain('sign-in')
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  it('must have a place to say so', async () => {
    const other = mkdtempSync(join(tmpdir(), 'anchor-desk-'))
    writeFileSync(join(other, 'index.html'), '<p>page</p>')
    await expect(serve('https://api.example.com', { folder: other })).rejects.toThrow(/must have one <meta/)
    rmSync(other, { recursive: true })
  })
})
