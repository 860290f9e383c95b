import { describe, expect, it } from 'vitest'

import { OPERATIONS, type Operation } from '../../src/api/operations.ts'
import { enterDesk } from '../../tools/testing/enter-desk.ts'
import { serve, serveApi, shape, TOKEN } from './testing/serve.ts'

describe('what is forwarded', () => {
  // tools/forwarding.test.ts tests for all servers which requests are forwarded.
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

  it('no path outside /v1: all others belong to the console', async () => {
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

  it('a read, with the token and nothing from the browser', async () => {
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

  it('no writes, with --read-only', async () => {
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

  it('a large answer, in chunks', async () => {
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
