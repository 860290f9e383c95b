import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { listenNear, type RunningServer } from '../listen.ts'
import { ask, type Asked } from '../../tools/testing/ask.ts'
import { serveTls } from '../../tools/tls-upstream.ts'
import { serveDesk, type Desk, type DeskOptions } from './server.ts'

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

/** Opens the one-time link, and gives back how to ask with its cookie. */
const enter = async (desk: Desk) => {
  const opened = await ask(desk.origin, new URL(desk.link).pathname)
  const [cookie = ''] = opened.headers['set-cookie'] ?? []
  const asked = (path: string, { headers, ...options }: Asked = {}) =>
    ask(desk.origin, path, { ...options, headers: { cookie: cookie.split(';')[0], ...headers } })
  return { opened, cookie, ask: asked }
}

const shape = (status: number, message: unknown) => ({ errors: [{ message, status }], message })

describe('who may come in', () => {
  it('whoever opens the link, once, with a cookie that scripts and other sites do not get', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const first = await enter(desk)
    expect(first.opened.status).toBe(303)
    expect(first.opened.headers.location).toBe('/')
    expect(first.cookie).toMatch(/^anchor-desk-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await first.ask('/project/demo-shop/services')).text).toContain('<p>page</p>')
    expect((await first.ask('/v1/me')).text).toBe('{"good":true}')
    // Opened again: nobody new comes in, but who is in may use it as a bookmark.
    const again = await enter(desk)
    expect([again.opened.status, again.cookie]).toEqual([401, ''])
    expect((await first.ask(new URL(desk.link).pathname)).status).toBe(303)
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
    const { cookie } = await enter(desk)
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
    const { ask: asUser } = await enter(desk)
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
    expect((await enter(desk)).opened.status).toBe(303)
  })

  it('the browser of the user is let through: own Origin, same origin or none, either name of loopback', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const { ask: asUser } = await enter(desk)
    const host = `localhost:${String(desk.port)}`
    for (const headers of [
      { origin: desk.origin, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { host, origin: `http://${host}` },
    ])
      expect((await asUser('/v1/me', { headers })).status).toBe(200)
  })
})

describe('what is forwarded', () => {
  it.each([
    ['GET', '/v1', 400],
    ['GET', '/v1/../v2/me', 400],
    ['GET', '/v1/%2e%2e/v2/me', 400],
    ['GET', '/v1/project/..%2f..%2fv2', 400],
    ['GET', '/v1/project/..%5c..%5cv2', 400],
    ['GET', '/v1/%zz', 400],
    ['GET', '/V1/me', 400],
    ['POST', '/v1/me/logout', 405],
    ['DELETE', '/v1/project/p/service/s', 405],
    ['PATCH', '/v1/project/p', 405],
    ['OPTIONS', '/v1/me', 405],
    ['HEAD', '/v1/me', 405],
    ['POST', '/', 405],
  ])('not %s %s', async (method, path, status) => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await enter(await serve(origin))
    const answer = await asUser(path, { method })
    expect(answer.status).toBe(status)
    if (method !== 'HEAD' && path !== '/') expect(JSON.parse(answer.text)).toEqual(shape(status, expect.any(String)))
    expect(seen).toEqual([])
  })

  it('no path outside /v1: the rest is the console, never the API', async () => {
    const { origin, seen } = await serveApi()
    const desk = await serve(origin)
    const { ask: asUser } = await enter(desk)
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
    const { ask: asUser } = await enter(await serve(`${origin}/base/`))
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
      'x-request-id': 'asked',
    })
    expect(headers).toMatchObject({ 'retry-after': '3', 'x-request-id': 'r-1', 'cache-control': 'no-store' })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('x-hop')
    expect(headers).not.toHaveProperty('server')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('a write, with its body', async () => {
    let received = ''
    const { origin, seen } = await serveApi((request, response) => {
      request.on('data', (chunk: Buffer) => (received += chunk.toString()))
      request.on('end', () => response.end('{}'))
    })
    const { ask: asUser } = await enter(await serve(origin))
    const body = '{"operation":"acknowledge-renewal"}'
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    expect((await asUser('/v1/project/p', { method: 'PUT', body, headers })).status).toBe(200)
    expect([seen[0]?.method, received]).toEqual(['PUT', body])
  })

  it('not a GET with a body', async () => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await enter(await serve(origin))
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
    const { cookie } = await enter(desk)
    const response = await fetch(`${desk.origin}/v1/project`, { headers: { cookie } })
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
    return enter(await serve(origin, options))
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
    expect(JSON.parse(answer.text)).toEqual(shape(502, expect.stringMatching(/sends elsewhere .* not followed/)))
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
    expect(JSON.parse((await asUser('/v1/me')).text)).toEqual(shape(502, expect.stringMatching(/^No answer came/)))
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
      ['https://api.invalid', /The name api\.invalid was not found/],
    ] as const) {
      const { ask: asUser } = await enter(await serve(upstream))
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
    const { cookie } = await enter(desk)
    const leaving = fetch(`${desk.origin}/v1/me`, { headers: { cookie }, signal: leave.signal })
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
      const { ask: asUser } = await enter(await serve(`https://localhost:${String(upstream.port)}`))
      const { status, text } = await asUser('/v1/me')
      expect(status).toBe(502)
      expect(JSON.parse(text).message).toMatch(
        /certificate of localhost:\d+ could not be verified .* NODE_EXTRA_CA_CERTS/,
      )
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    }
    expect(connections).toBe(0)
  })
})

describe('the page', () => {
  it('says which API this is, and that the token is here', async () => {
    const desk = await serve('https://api.example.com/a&b"')
    const { ask: asUser } = await enter(desk)
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
