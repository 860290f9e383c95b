import type { RequestListener, ServerResponse } from 'node:http'

import { describe, expect, it } from 'vitest'

import { enterDesk } from '../../tools/testing/enter-desk.ts'
import { serveTls } from '../../tools/tls-upstream.ts'
import type { DeskOptions } from './server.ts'
import { serve, serveApi, shape, untilTheEnd } from './testing/serve.ts'

describe('an API that fails', () => {
  const failing = async (listener: RequestListener, options: Partial<DeskOptions> = {}) => {
    const { origin } = await serveApi(listener)
    return enterDesk(await serve(origin, options))
  }

  it.each([401, 403, 404, 429, 500])('its own %i is passed on unchanged', async (status) => {
    const body = JSON.stringify(shape(status, 'Said by the API'))
    const { ask: asUser } = await failing((_request, response) => response.writeHead(status).end(body))
    expect(await asUser('/v1/me')).toMatchObject({ status, text: body })
  })

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed, and its target not revealed', async (status) => {
    const { origin, seen } = await serveApi()
    const { ask: asUser } = await failing((_request, response) => {
      response.writeHead(status, { location: `${origin}/v1/me` }).end()
    })
    const answer = await asUser('/v1/me')
    expect(JSON.parse(answer.text)).toEqual(shape(502, expect.stringMatching(/redirects elsewhere .*followed/)))
    expect(answer.headers.location).toBeUndefined()
    expect(seen).toEqual([])
  })

  it('a missing answer times out, with a message', async () => {
    const { ask: asUser } = await failing(() => undefined, { patience: 200 })
    const { status, text } = await asUser('/v1/me')
    expect(status).toBe(504)
    expect(JSON.parse(text)).toEqual(shape(504, expect.stringMatching(/within 0.2 seconds/)))
  })

  it('a connection cut before an answer gives a message', async () => {
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

  it('one that stops in mid-body is cut for the browser, and the next request is answered', async () => {
    const { ask: asUser } = await failing(
      (request, response) => {
        if (request.url === '/v1/me') response.end('{}')
        else response.write('{"services":')
      },
      { patience: 200 },
    )
    await expect(asUser('/v1/project/p/service')).rejects.toThrow(/aborted|ECONNRESET|hang up/)
    expect(await asUser('/v1/me')).toMatchObject({ status: 200 })
  })

  it('a write has a connection of its own: on one that was kept alive and has ended, it would be sent twice', async () => {
    const ports: (number | undefined)[] = []
    const { ask: asUser } = await failing((request, response) => {
      ports.push(request.socket.remotePort)
      response.end('{}')
    })
    await asUser('/v1/me')
    await asUser('/v1/me')
    await asUser('/v1/project/p/service/s', { method: 'PUT' })
    expect(ports[1]).toBe(ports[0])
    expect(ports[2]).not.toBe(ports[0])
  })

  it('no server, or an unknown host name', async () => {
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

  it('a closed browser connection ends the request to the API', async () => {
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

  it('an API with an untrusted certificate is sent nothing, whatever the environment says', async () => {
    let connections = 0
    const upstream = await serveTls(['localhost'], (_request, response) => {
      connections++
      response.end('{}')
    })
    untilTheEnd(upstream)
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
