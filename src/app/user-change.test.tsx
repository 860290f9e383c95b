/** When the user changes, nothing of the previous one remains: memory, cache, storage, URL. */
import type { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import type { Access } from '../api/access.ts'
import { observe } from '../pages/service/connection/observations.ts'
import { renderApp } from './testing/render-app.tsx'

const SIGN_IN: Access = { holder: 'sign-in', api: 'https://api.aiven.io' }
const DESK: Access = { holder: 'desk', api: 'https://api.aiven.io' }
const SERVICE = '/project/demo-shop/services/orders-db/overview'
const ENDPOINT = 'demo-shop orders-db-demo-shop.a.example.com:20984'

/** Choices that don't belong to a user. */
const ANYBODYS = { theme: 'dark', 'service-columns': 'name,status,ca,tags', 'single-key-shortcuts': 'off' }
/** Data about one user's projects. */
const PERSONAL = {
  'last-project': 'demo-shop',
  'saved-searches': JSON.stringify([{ name: 'of demo-shop', view: 'search=orders' }]),
  'ca-rotation-ticks': JSON.stringify({ 'demo-shop': { fingerprint: 'x', services: ['orders-db'] } }),
  'ca-fingerprints': JSON.stringify({ 'demo-shop': 'AA' }),
}

const stored = (storage: Storage) => Object.fromEntries(Object.entries(storage)) as Record<string, string>

const seed = () => {
  localStorage.clear()
  sessionStorage.clear()
  for (const [key, value] of Object.entries({ ...ANYBODYS, ...PERSONAL })) localStorage.setItem(key, value)
  sessionStorage.setItem('token', 'of-the-first')
  sessionStorage.setItem('attention', JSON.stringify({ count: 77, at: Date.now() }))
  // In memory and in the tab's storage.
  observe(ENDPOINT, { end: 'public', fingerprint: Array(32).fill('AA').join(':'), at: new Date().toISOString() })
}

const signIn = async () => {
  await userEvent.fill(page.getByLabelText('Token'), 'of-the-second')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const clients: QueryClient[] = []

/** The app, used by one user after the other, as `/me` says. */
const render = async (access: Access, first = 'first@example.com') => {
  const now = { user: first }
  const tamper = (path: string, body: unknown) => (path === '/v1/me' ? { user: { user: now.user } } : body)
  const app = await renderApp(SERVICE, { access, tamper })
  clients.push(app.queryClient)
  return { now, ...app }
}

beforeEach(() => {
  // A late answer to the last test's app would tell this browser of another user.
  for (const client of clients.splice(0)) client.clear()
  seed()
})

const ofFirst = () => document.body.textContent.includes('demo-shop') || document.title.includes('demo-shop')

describe('signing out', () => {
  const signOut = async () => {
    const app = await render(SIGN_IN)
    // The observed verdict, and the counted number.
    await expect.element(page.getByRole('row', { name: /^CA Certificate/ })).toHaveTextContent('Optional')
    await expect.element(page.getByText('77 need attention')).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await expect.element(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    return app
  }

  it('keeps choices that belong to no user, and nothing else', async () => {
    const { url, queryClient } = await signOut()
    expect(url()).toBe('/sign-in')
    expect(stored(sessionStorage)).toEqual({})
    expect(stored(localStorage)).toEqual({ ...ANYBODYS, 'signed-out': expect.stringMatching(/^\d+$/) as unknown })
    expect(queryClient.getQueryCache().getAll()).toEqual([])
    await expect.poll(ofFirst).toBe(false)
  })

  it('shows the next user nothing of the last: no count, no verdict, no way back', async () => {
    const { now, url } = await signOut()
    now.user = 'second@example.com'
    await signIn()
    await expect.poll(url).toBe('/')
    await expect.element(page.getByText('as second@example.com').first()).toBeVisible()
    expect(page.getByText('77 need attention').elements()).toHaveLength(0)
    await page.getByRole('main').getByRole('link', { name: 'demo-shop', exact: true }).click()
    await page.getByRole('link', { name: 'orders-db', exact: true }).click()
    await expect.element(page.getByRole('row', { name: /^CA Certificate/ })).toHaveTextContent('Required')
  })
})

describe('what was refused for the last user', () => {
  it('is a first refusal for the next one: /me is asked at once', async () => {
    sessionStorage.clear()
    let refuse = () => {}
    let refusal = Promise.resolve()
    const { requests } = await renderApp('/sign-in', {
      access: SIGN_IN,
      tamper: async (path, body) => {
        if (path.startsWith('/v1/project/demo-restricted/')) await refusal
        return body
      },
    })
    const asked = () => requests.filter((path) => path === '/v1/me').length
    const visit = async () => {
      refusal = new Promise((resolve) => {
        refuse = resolve
      })
      await signIn()
      await expect.element(page.getByText(/^as /).first()).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'demo-restricted', exact: true }).click()
      await expect.poll(() => requests.at(-1)).toContain('demo-restricted')
      const before = asked()
      refuse()
      await expect.element(page.getByRole('main').getByTestId('http-403')).toBeVisible()
      // Before the message: the sidebar asks again ten seconds later.
      expect(asked()).toBeGreaterThan(before)
    }
    await visit()
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await visit()
  })
})

describe('another tab where somebody signs out', () => {
  const open = async (say: (message: unknown) => void) => {
    const tabs = Object.assign(new EventTarget(), { postMessage: say })
    const app = await renderApp(SERVICE, { access: SIGN_IN, tabs })
    const hear = (data: unknown) => tabs.dispatchEvent(new MessageEvent('message', { data }))
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
    return { ...app, hear }
  }

  it.each([
    ['signed-out', 'signed-out'],
    ['idle', 'idle'],
    // It may have been another token: whether this one was revoked isn't known.
    ['revoked', 'elsewhere'],
  ])('%s: takes this one with it', async (how, farewell) => {
    const { hear, url, queryClient } = await open(() => {})
    hear(how)
    await expect.element(page.getByTestId(`farewell-${farewell}`)).toBeVisible()
    expect(url()).toBe('/sign-in')
    expect(stored(sessionStorage)).toEqual({})
    expect(stored(localStorage)).not.toHaveProperty('saved-searches')
    expect(queryClient.getQueryCache().getAll()).toEqual([])
    await expect.poll(ofFirst).toBe(false)
  })

  it('also ends a session that was to be resumed', async () => {
    const { hear, url, session } = await open(() => {})
    session.setRefusal('Token has expired')
    await expect.poll(url).toContain('return=')
    hear('signed-out')
    await signIn()
    await expect.poll(url).toBe('/')
  })

  it('ignores other messages', async () => {
    const { hear, session } = await open(() => {})
    for (const data of [undefined, 'other', { left: 'idle' }, ['idle']]) hear(data)
    expect(session.signedOut()).toBe(false)
  })

  it('is notified by this tab, once', async () => {
    const said: unknown[] = []
    await open((message) => said.push(message))
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await expect.element(page.getByTestId('farewell-signed-out')).toBeVisible()
    expect(said).toEqual(['signed-out'])
  })

  it('is notified of a sign-in after a long inactivity: a tab that was asleep would stay signed in', async () => {
    const said: unknown[] = []
    const { session } = await open((message) => said.push(message))
    session.keep('of-the-second', false)
    expect(said).toEqual([])
    localStorage.setItem('last-used', String(Date.now() - 31 * 60_000))
    session.keep('of-the-third', false)
    expect(said).toEqual(['idle'])
    expect(session.token()).toBe('of-the-third')
  })
})

describe('a token stored in the tab', () => {
  it.each([
    ['is found again', {}, true],
    ['was kept after somebody signed out', { 'signed-out': -2 }, true],
    ['was there when somebody signed out elsewhere', { 'signed-out': 1 }, false],
    ['nothing was done for half an hour', { 'last-used': -30 * 60_000 }, false],
    ['something was done in another tab', { 'last-used': -29 * 60_000 }, true],
  ] as const)('%s', async (_, notes: Readonly<Record<string, number>>, isGood) => {
    const now = Date.now()
    sessionStorage.setItem('token-since', String(now - 1000))
    for (const [key, offset] of Object.entries(notes)) localStorage.setItem(key, String(now + offset * 1000))
    if (notes['last-used'] !== undefined) localStorage.setItem('last-used', String(now + notes['last-used']))
    const { session } = await renderApp('/projects', { access: SIGN_IN })
    expect(session.signedOut()).toBe(!isGood)
    expect('token' in stored(sessionStorage)).toBe(isGood)
  })
})

describe('a token that is refused', () => {
  const refuse = async () => {
    const app = await render(SIGN_IN)
    await expect.element(page.getByText('as first@example.com').first()).toBeVisible()
    await expect.element(page.getByRole('row', { name: /^CA Certificate/ })).toBeVisible()
    return app
  }

  it('leads its own user back, with everything kept', async () => {
    const { url, session } = await refuse()
    session.setRefusal('Token has expired')
    await signIn()
    await expect.poll(url).toBe(SERVICE)
    expect(stored(localStorage)).toMatchObject({ ...PERSONAL, 'ca-fingerprints': expect.anything() as unknown })
  })

  it('leads another user nowhere, with nothing kept', async () => {
    const { url, now, session } = await refuse()
    now.user = 'second@example.com'
    session.setRefusal('Token has expired')
    await signIn()
    await expect.poll(url).toBe('/')
    const kept = Object.keys(stored(localStorage)).toSorted()
    expect(kept).toEqual(['kept-for', 'last-used', ...Object.keys(ANYBODYS)].toSorted())
  })
})

describe('another token at the desk', () => {
  it('starts anew for another user; the same user goes on', async () => {
    await render(DESK)
    await expect.element(page.getByText('as first@example.com').first()).toBeVisible()
    // An older console didn't record the user: the data stays.
    expect(stored(localStorage)).toMatchObject({ 'saved-searches': PERSONAL['saved-searches'] })
    await render(DESK, 'second@example.com')
    await expect.element(page.getByText('as second@example.com').first()).toBeVisible()
    expect(Object.keys(stored(localStorage))).not.toContain('saved-searches')
    expect(stored(sessionStorage)).not.toHaveProperty('attention')
    expect(stored(sessionStorage)).not.toHaveProperty('observed')
  })
})
