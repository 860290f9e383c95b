/** The live build behind each server, against the mock API over HTTP: every byte takes the same way as in production. */
import { createServer, type IncomingMessage } from 'node:http'

import type { BrowserContext, Page } from '@playwright/test'

import { serveDesk } from '../server/desk/server.ts'
import { listenNear } from '../server/listen.ts'
import { createMockListener, serveMockApi } from '../server/mock-server.ts'
import { sendRaw } from '../tools/testing/send-raw.ts'
import { serveTls } from '../tools/tls-upstream.ts'
import { WEB_SERVERS } from '../tools/web-servers.ts'
import { apiCa, apiUser, digest, download, expect, paths, row, test as base, TODAY } from './fixtures.ts'

const TOKEN = 'token-of-the-web-servers'
const API = { token: TOKEN, clock: () => TODAY }

interface SignedInServer {
  readonly origin: string
  /** Address of the API itself, if this server has its own that speaks HTTP. */
  readonly api?: string
  /** Opens the console, and signs in if needed, up to the list of services. */
  readonly enter: (page: Page) => Promise<void>
}

/** Each test brings the server that it goes through; the check of requests to other origins knows its address. */
const test = base.extend<{ readonly server: SignedInServer }>({
  server: async ({}, _use) => {
    throw new Error('a test must say which server it goes through')
  },
  baseURL: ({ server }, use) => use(server.origin),
})

// Each test starts its own servers.
test.slow()

// Home asks for the services of every project, and one of them may not be read.
test.use({ expected: /status of 403/ })

/** Records headers and bodies of all answers from now on, as text. */
const recordAnswers = (page: Page) => {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    const read = async () => {
      const headers = JSON.stringify(await response.allHeaders())
      const body = await response.body().catch(() => Buffer.of())
      return `${response.url()}\n${headers}\n${body.toString()}`
    }
    answers.push(read())
  })
  return async () => (await Promise.all(answers)).join('\n')
}

/** Everything stored for the page, and its content. */
const readStored = async (page: Page, context: BrowserContext) => ({
  ...(await page.evaluate(async () => ({
    session: JSON.stringify(sessionStorage),
    local: JSON.stringify(localStorage),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
    dom: document.documentElement.outerHTML,
    url: location.href,
    history: JSON.stringify(history.state),
  }))),
  cookies: JSON.stringify(await context.cookies()),
})

/**
 * Downloads the CA of a PostgreSQL and the three files of a Kafka user, and compares them with the API's, byte for byte.
 */
const downloadAndCompare = async (page: Page) => {
  await page.getByRole('link', { name: 'orders-db', exact: true }).click()
  const ca = await download(page, row(page, 'CA Certificate').getByRole('button', { name: 'Download CA certificate' }))
  expect([ca.name, digest(ca.bytes)]).toEqual(['ca.pem', digest(await apiCa())])
  await page.goto(paths.service('events', '?user=orders-producer'))
  const { access_key, access_cert } = await apiUser('events', 'orders-producer')
  for (const [header, button, name, content] of [
    ['Access Key', 'Download access key', 'service.key', access_key],
    ['Access Certificate', 'Download access certificate', 'service.cert', access_cert],
  ] as const) {
    const file = await download(page, row(page, header).getByRole('button', { name: button }))
    expect([file.name, digest(file.bytes)]).toEqual([name, digest(content)])
  }
}

test.describe('npm run live', () => {
  test.use({
    server: async ({}, use) => {
      const api = await serveMockApi({ ...API, port: 0 })
      const desk = await serveDesk({ folder: 'dist', port: 0, token: TOKEN, upstream: new URL(api.origin) })
      const enter = async (page: Page) => {
        await page.goto(desk.link)
        await page.getByRole('link', { name: 'demo-shop', exact: true }).click()
        await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
      }
      await use({ origin: new URL(desk.link).origin, api: api.origin, enter })
      await desk.close()
      await api.close()
    },
  })

  test('link, download, compare; the token is nowhere', async ({ page, context, server }) => {
    const received = recordAnswers(page)
    await server.enter(page)
    expect(page.url()).not.toContain('/desk/')
    const banner = page.getByRole('banner')
    await expect(banner).toContainText('npm run live')
    await expect(banner).toContainText('demo@example.com')
    await downloadAndCompare(page)
    const everything = JSON.stringify([await received(), await readStored(page, context)])
    expect(everything).toContain('BEGIN CERTIFICATE')
    expect(everything).not.toContain(TOKEN)
  })

  test('a new tab works; another port of this machine gets nothing that opens the API', async ({
    page,
    context,
    server,
  }) => {
    await server.enter(page)
    const tab = await context.newPage()
    await tab.goto(paths.services())
    await expect(tab.getByRole('table', { name: 'Services' })).toBeVisible()
    // A server on another port, at the address that all servers of this machine share, and at the console's own name.
    const heard: IncomingMessage[] = []
    const other = await listenNear(
      createServer((request, response) => {
        heard.push(request)
        response.setHeader('content-type', 'text/html').end('<p>other</p>')
      }),
      0,
    )
    const { hostname } = new URL(server.origin)
    const elsewhere = await context.newPage()
    for (const host of ['127.0.0.1', 'localhost', hostname]) {
      await elsewhere.goto(`http://${host}:${String(other.port)}/`)
      expect(await elsewhere.evaluate(() => localStorage.length)).toBe(0)
    }
    await other.close()
    const cookies = heard.map(({ headers }) => headers.cookie ?? '')
    // Only the host name of this run gets the cookie, and the cookie gives no access without the key.
    expect(cookies.slice(0, 2).join('')).toBe('')
    const { port } = new URL(server.origin)
    for (const cookie of new Set(cookies)) {
      const answer = await sendRaw(`http://127.0.0.1:${port}`, '/v1/me', {
        headers: { cookie, host: `${hostname}:${port}` },
      })
      expect(answer.status).toBe(401)
    }
  })

  test.describe('without the key', () => {
    test.use({ expected: /status of 40[13]/ })

    test('the page says who refused it, and shows nothing', async ({ page, server }) => {
      await server.enter(page)
      await page.evaluate(() => {
        localStorage.clear()
      })
      await page.reload()
      await expect(page.getByTestId('token-refused')).toContainText('npm run live')
      await expect(page.getByRole('table', { name: 'Services' })).toBeHidden()
    })
  })

  test('power off, power on, delete: the API says so afterwards', async ({ page, server }) => {
    const state = async (): Promise<unknown> => {
      const headers = { authorization: `aivenv1 ${TOKEN}` }
      const answer = await fetch(`${server.api ?? ''}/v1/project/demo-shop/service/sessions`, { headers })
      return answer.ok ? ((await answer.json()) as { service: { state: string } }).service.state : answer.status
    }
    const confirm = async (words: string) => {
      await page.getByRole('button', { name: 'Actions', exact: true }).click()
      await page.getByRole('menuitem', { name: words }).click()
      await page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
    }
    await server.enter(page)
    await page.getByRole('link', { name: 'sessions', exact: true }).click()
    expect(await state()).toBe('RUNNING')
    await confirm('Power off')
    await expect(page.getByTestId('action-done')).toContainText('sessions')
    expect(await state()).toBe('POWEROFF')
    await confirm('Power on')
    await expect(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible()
    expect(await state()).toBe('REBUILDING')
    await page.goto(paths.service('sessions', '?do=delete'))
    await page.getByRole('dialog').getByRole('textbox').fill('sessions')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete service' }).click()
    await expect(page.getByTestId('arrival')).toContainText('sessions')
    expect(await state()).toBe(404)
  })

  test('another browser does not come in, with or without the link', async ({ page, server, browser, baseURL }) => {
    await server.enter(page)
    const stranger = await browser.newPage({ baseURL: baseURL ?? '' })
    await stranger.goto('/')
    await expect(stranger.getByText('npm run live')).toBeVisible()
    await stranger.close()
  })
})

for (const { name, binary, start } of WEB_SERVERS) {
  test.describe(name, () => {
    test.skip(binary === undefined, `${name} is not on this machine`)
    test.use({
      server: async ({}, use) => {
        const upstream = await serveTls(['localhost', 'api.test'], createMockListener(API))
        const server = await start({ folder: 'dist', upstream })
        const enter = async (page: Page) => {
          await page.goto(paths.services())
          await page.getByLabel('Token').fill(TOKEN)
          await page.getByRole('checkbox', { name: 'Keep it in this tab' }).check()
          await page.getByRole('button', { name: 'Sign in' }).click()
          await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
        }
        await use({ origin: server.origin, enter })
        await server.close()
        await upstream.close()
      },
    })

    test('sign in, download, compare; the token is only where the page says', async ({ page, context, server }) => {
      const received = recordAnswers(page)
      await server.enter(page)
      await downloadAndCompare(page)
      expect(await received()).not.toContain(TOKEN)
      const { session, ...elsewhere } = await readStored(page, context)
      expect(session).toContain(TOKEN)
      expect(JSON.stringify(elsewhere)).not.toContain(TOKEN)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
      expect(JSON.stringify(await readStored(page, context))).not.toContain(TOKEN)
    })
  })
}
