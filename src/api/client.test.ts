import { describe, expect, it } from 'vitest'

import { createApi } from './client.ts'
import { errorDetails, statusOf } from './errors.ts'
import { aivenError, failure, json, serve, type Answer } from './testing/http-server.ts'

describe('createApi, over real HTTP', () => {
  it('sends a write with PUT and JSON, and never retries it', async () => {
    let received = ''
    const { write, seen } = await serve((response, request) => {
      request.on('data', (chunk: Buffer) => (received += chunk.toString()))
      request.on('end', () => {
        aivenError(503)(response, request)
      })
    })
    await failure(write({ operation: 'acknowledge-renewal' }))
    expect(seen.map(({ method }) => method)).toEqual(['PUT'])
    expect(seen[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(received)).toEqual({ operation: 'acknowledge-renewal' })
  })

  it('sends the token to /v1, and returns the JSON', async () => {
    const { ask, seen } = await serve(json(200, { services: [] }))
    await expect(ask()).resolves.toEqual({ body: { services: [] }, status: 200, requestId: undefined })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.url).toBe('/v1/project/x/service')
    expect(seen[0]?.headers.authorization).toBe('aivenv1 secret-token')
  })

  it.each([
    ['"\\ud800"', '\ufffd'],
    ['"a\\uDFFF"', 'a\ufffd'],
    ['{"listed": ["\\ud83e\\udd80", "\\udd80\\ud83e"]}', { listed: ['🦀', '\ufffd\ufffd'] }],
    // A backslash, and text that only looks like a lone surrogate.
    ['"\\\\ud83e\\udd80"', '\\ud83e\ufffd'],
  ])('half a surrogate pair in %s: a replacement character is put in its place', async (text, body) => {
    const { ask } = await serve((response) => response.end(text))
    await expect(ask()).resolves.toMatchObject({ body })
  })

  it.each([400, 401, 403, 404, 409, 500, 501])(
    'does not retry %i, and keeps the message of the API',
    async (status) => {
      const { ask, seen } = await serve(aivenError(status, { 'x-request-id': 'r-1' }))
      const error = await failure(ask())
      expect(error).toMatchObject({
        kind: 'http',
        status,
        message: 'Said by the API',
        operation: 'ServiceList',
        requestId: 'r-1',
      })
      expect(seen).toHaveLength(1)
    },
  )

  it.each([429, 502, 503, 504])('tries three times if %i persists, waiting longer each time', async (status) => {
    const { ask, seen, waits } = await serve(aivenError(status))
    expect(statusOf(await failure(ask()))).toBe(status)
    expect(seen).toHaveLength(3)
    expect(waits).toEqual([500, 1500])
  })

  it('recovers from temporary failures', async () => {
    const { ask, seen } = await serve(aivenError(503), json(200, { good: true }))
    await expect(ask()).resolves.toMatchObject({ body: { good: true } })
    expect(seen).toHaveLength(2)
  })

  it('waits as long as Retry-After says, in seconds or until a date', async () => {
    const seconds = await serve(aivenError(429, { 'retry-after': '2' }), json(200, {}))
    await seconds.ask()
    expect(seconds.waits).toEqual([2000])
    const date = await serve(
      aivenError(429, { 'retry-after': new Date(Date.now() + 3000).toUTCString() }),
      json(200, {}),
    )
    await date.ask()
    expect(date.waits[0]).toBeGreaterThan(500)
    expect(date.waits[0]).toBeLessThanOrEqual(3000)
  })

  it('does not keep the user waiting when Retry-After is long', async () => {
    const { ask, seen, waits } = await serve(aivenError(429, { 'retry-after': '60' }))
    expect(statusOf(await failure(ask()))).toBe(429)
    expect(seen).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it.each<[string, Answer, RegExp]>([
    ['a web page', json(200, '<!doctype html><p>Sign in', { 'content-type': 'text/html' }), /web page/],
    ['an empty body', json(200, ''), /empty/],
    ['half of a JSON', json(200, '{"services": ['), /isn’t JSON/],
    ['a text', json(200, 'hello'), /isn’t JSON/],
    [
      'half a surrogate deeper than can be read',
      json(200, `${'['.repeat(9000)}"\\ud800"${']'.repeat(9000)}`),
      /isn’t JSON/,
    ],
  ])('names %s', async (_, answer, message) => {
    const { ask } = await serve(answer)
    const error = await failure(ask())
    expect(error.kind).toBe('contract')
    expect(error.message).toMatch(message)
  })

  it.each<[string, string, string]>([
    ['a web page as an error', '<html>Bad gateway</html>', expect.stringContaining('500')],
    ['only a list of errors', '{"errors":[{"message":"from the list"}]}', 'from the list'],
    ['an empty list of errors', '{"errors":[]}', expect.stringContaining('500')],
    ['a number as message', '{"message":5}', expect.stringContaining('500')],
  ])('finds words in %s', async (_, body, message) => {
    const { ask } = await serve(json(500, body))
    expect((await failure(ask())).message).toEqual(message)
  })

  it.each<[string, Answer]>([
    ['a connection that is cut at once', (response) => response.destroy()],
    [
      'a connection that is cut in mid-body',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('{"services":', () => response.destroy())
      },
    ],
  ])('tries %s again, then says that no answer came', async (_, answer) => {
    const { ask, seen } = await serve(answer)
    const error = await failure(ask())
    expect(error).toMatchObject({ kind: 'network', status: undefined })
    expect(seen).toHaveLength(3)
  })

  it('stops at once when aborted, and does not retry', async () => {
    const { ask, seen } = await serve(() => undefined)
    const controller = new AbortController()
    const answer = ask(controller.signal)
    await expect.poll(() => seen.length).toBe(1)
    controller.abort(new Error('gone'))
    await expect(answer).rejects.toThrow('gone')
    expect(seen).toHaveLength(1)
  })

  it('times out a hanging connection, and does not retry', async () => {
    let asked = 0
    const client = createApi({
      origin: 'http://127.0.0.1:1',
      fetch: ({ signal }) => {
        asked++
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error)
          })
        })
      },
      token: () => undefined,
      timeout: 50,
    })
    const error = await failure(client({ operation: 'UserInfo', params: {}, signal: new AbortController().signal }))
    expect(error).toMatchObject({ kind: 'network', message: expect.stringContaining('0.05') as string })
    expect(asked).toBe(1)
  })

  it('also stops waiting for the next try', async () => {
    const client = createApi({
      origin: 'http://127.0.0.1:1',
      fetch: async () => new Response('{}', { status: 503 }),
      token: () => undefined,
    })
    const controller = new AbortController()
    const answer = client({ operation: 'ServiceList', params: { project: 'x' }, signal: controller.signal })
    setTimeout(() => {
      controller.abort(new Error('gone'))
    }, 20)
    await expect(answer).rejects.toThrow('gone')
  })

  it('says nothing of an answer that came as it was aborted', async () => {
    const controller = new AbortController()
    const response = Object.assign(new Response(), {
      text: () => {
        controller.abort(new Error('gone'))
        return Promise.resolve('{ "services": [')
      },
    })
    const client = createApi({
      origin: 'http://127.0.0.1:1',
      fetch: () => Promise.resolve(response),
      token: () => undefined,
    })
    const answer = client({ operation: 'ServiceList', params: { project: 'x' }, signal: controller.signal })
    await expect(answer).rejects.toThrow('gone')
  })

  it('sends no Authorization without a token', async () => {
    let header: string | null = ''
    const client = createApi({
      origin: 'http://127.0.0.1:1',
      fetch: async (request) => {
        header = request.headers.get('authorization')
        return Response.json({})
      },
      token: () => undefined,
    })
    await client({ operation: 'UserInfo', params: {}, signal: new AbortController().signal })
    expect(header).toBeNull()
  })

  it('gives details for support without the token', async () => {
    const { ask } = await serve(aivenError(500, { 'x-request-id': 'r-2' }))
    const details = errorDetails(await failure(ask()))
    expect(details).toMatch(
      /operation: ServiceList\nkind: http\nstatus: 500\nrequest id: r-2\ntime: \d{4}-.*\nmessage: Said/,
    )
    expect(details).not.toContain('secret-token')
  })
})
