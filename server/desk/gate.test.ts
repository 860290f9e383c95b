import { describe, expect, it } from 'vitest'

import { sendRaw, type RawRequest } from '../../tools/testing/send-raw.ts'
import { enterDesk } from '../../tools/testing/enter-desk.ts'
import { serve, serveApi, shape } from './testing/serve.ts'

describe('access to the desk', () => {
  it('the link works once: sets a cookie that scripts and other sites do not get, and a key', async () => {
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
    // Opened again: admits nobody new, but an admitted browser may use it as a bookmark.
    const again = await enterDesk(desk)
    expect([again.opened.status, again.cookie, again.key]).toEqual([401, '', ''])
    expect((await first.ask(new URL(desk.link).pathname)).status).toBe(303)
  })

  it('uses a host name unique to this run, so that no other port is sent the cookie', async () => {
    const { origin } = await serveApi()
    const desks = [await serve(origin), await serve(origin)]
    const [one, other] = desks.map(({ link }) => new URL(link).hostname)
    for (const name of [one, other]) expect(name).toMatch(/^anchor-[0-9a-f]{16}\.localhost$/)
    expect(one).not.toBe(other)
    const [first, second] = desks
    const { headers } = await enterDesk(first ?? { origin: '', link: '' })
    const host = `${String(other)}:${String(first?.port)}`
    expect((await sendRaw(first?.origin ?? '', '/', { headers: { ...headers, host } })).status).toBe(403)
    // 127.0.0.1 also works, for browsers that don't resolve the name.
    expect(second?.plainLink).toBe(second?.link.replace(String(other), '127.0.0.1'))
  })

  it('a separate script, which others do not get, stores the key in the storage of the origin', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    expect((await sendRaw(desk.origin, '/desk/enter.js')).status).toBe(401)
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

  it('a key of another run is refused', async () => {
    const { origin, seen } = await serveApi()
    const { key } = await enterDesk(await serve(origin))
    const { ask: asUser } = await enterDesk(await serve(origin))
    expect((await asUser('/v1/me', { headers: { 'x-anchor-key': key } })).status).toBe(401)
    expect(seen).toEqual([])
  })

  it.each<[string, string, RawRequest]>([
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
    const { status, text, headers } = await sendRaw(desk.origin, path, {
      headers: { ...(given !== '' && { cookie: given }) },
    })
    expect(status).toBe(401)
    expect(text).toContain('one-time link')
    expect(headers['set-cookie']).toBeUndefined()
    if (path.startsWith('/v1')) expect(JSON.parse(text)).toEqual(shape(401, expect.any(String)))
    expect(seen).toEqual([])
  })

  it.each<[string, RawRequest]>([
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

  it('the link is refused to other sites, and stays valid', async () => {
    const { origin } = await serveApi()
    const desk = await serve(origin)
    const path = new URL(desk.link).pathname
    expect((await sendRaw(desk.origin, path, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await sendRaw(desk.origin, path, { method: 'HEAD' })).status).toBe(401)
    expect((await enterDesk(desk)).opened.status).toBe(200)
  })

  it('the browser of the user is admitted: own Origin, same origin or none, each name of this run', async () => {
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
