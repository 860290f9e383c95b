/** An hour of use, compressed: pages release what they use. */
import type { CDPSession, Page } from '@playwright/test'

import { serveBreakable, type BreakableServer } from '../tools/faults/breakable-server.ts'
import { download, expect, paths, row, test as base, TODAY } from './fixtures.ts'

declare global {
  /** Timers and object URLs that aren't released: the browser doesn't report them. */
  var held: { readonly timers: Set<unknown>; readonly urls: Set<string> }
}

/** Runs in the page before anything else, on top of the test's clock. */
const watch = () => {
  const timers = new Set<unknown>()
  const urls = new Set<string>()
  globalThis.held = { timers, urls }
  const later = window.setTimeout.bind(window)
  const often = window.setInterval.bind(window)
  const notLater = window.clearTimeout.bind(window)
  const noMore = window.clearInterval.bind(window)
  Object.assign(window, {
    setTimeout: (work: () => void, ms?: number) => {
      const id: unknown = later(() => {
        timers.delete(id)
        work()
      }, ms)
      timers.add(id)
      return id
    },
    setInterval: (work: () => void, ms?: number) => {
      const id = often(work, ms)
      timers.add(id)
      return id
    },
    clearTimeout: (id: number | undefined) => {
      timers.delete(id)
      notLater(id)
    },
    clearInterval: (id: number | undefined) => {
      timers.delete(id)
      noMore(id)
    },
  })
  const create = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.createObjectURL = (blob) => {
    const url = create(blob)
    urls.add(url)
    return url
  }
  URL.revokeObjectURL = (url) => {
    urls.delete(url)
    revoke(url)
  }
}

interface Held {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  readonly timers: number
  readonly urls: number
}

const look = async (page: Page, session: CDPSession): Promise<Held> => {
  // A collection may make more objects collectable.
  for (let round = 0; round < 4; round++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN
  const [timers, urls] = await page.evaluate(() => [held.timers.size, held.urls.size] as const)
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    timers,
    urls,
  }
}

/** The API's clock moves with the page's: logs and metrics go on. */
const test = base.extend<{ readonly server: BreakableServer; readonly clock: { ms: number } }>({
  clock: async ({}, use) => use({ ms: TODAY.getTime() }),
  server: async ({ clock }, use) => {
    const server = await serveBreakable({ clock: () => new Date(clock.ms) })
    await use(server)
    await server.close()
  },
  baseURL: ({ server }, use) => use(server.origin),
  // Some CA of some project isn't for this token.
  expected: /Failed to load resource/,
})

const MINUTES = 60
const MINUTES_A_ROUND = 10
/** By then temporary caches are empty, and the engine has compiled most code. */
const WARM = 2

/** Ten minutes of typical use, from the list back to the list. */
const use = async (page: Page, clock: { ms: number }) => {
  /** Time without user activity. */
  const pass = async (seconds: number) => {
    clock.ms += seconds * 1000
    await page.clock.fastForward(seconds * 1000)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  const main = page.getByRole('main')
  const nav = page.getByRole('navigation', { name: 'Main' })
  const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true }).first()

  const search = page.getByRole('searchbox', { name: 'Search services' })
  await search.fill('kafka')
  await expect(main.getByRole('status').filter({ hasText: ' of ' })).toBeVisible()
  await search.fill('')
  await page.getByRole('columnheader', { name: 'Service' }).getByRole('button').click()
  await page.getByRole('checkbox', { name: 'Select orders-db', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Select orders-db', exact: true }).uncheck()
  await pass(90)

  await page.getByRole('link', { name: 'events', exact: true }).click()
  await expect(row(page, 'CA Certificate')).toContainText(/ left \(|Expired /)
  await download(page, button('Download CA certificate'))
  await download(page, button('Download all three files'))
  await button('Why?').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const pages = page.getByRole('navigation', { name: 'Service' })
  await pages.getByRole('link', { name: 'Users' }).click()
  await button('Open credentials of orders-producer').click()
  await button('Show password').click()
  await expect(main.getByText(/AVNS_/).first()).toBeVisible()
  await button('Hide password').click()
  await pass(90)

  await pages.getByRole('link', { name: 'Quick connect' }).click()
  await download(page, button('Download bundle'))
  await page.goBack()
  await page.goForward()
  await pass(90)

  await pages.getByRole('link', { name: 'Back to services' }).click()
  await page.getByRole('link', { name: 'orders-db', exact: true }).click()
  await pages.getByRole('link', { name: 'Metrics' }).click()
  const words = () => page.getByRole('figure').first().textContent()
  await expect(page.getByRole('figure').first()).toBeVisible()
  const drawn = await words()
  await pass(60)
  await expect.poll(words).not.toBe(drawn)
  await pages.getByRole('link', { name: 'Logs' }).click()
  const newest = main.getByRole('table', { name: 'Logs' }).locator('code').first()
  const before = await newest.textContent()
  await main.getByRole('switch', { name: 'Follow' }).click()
  await pass(60)
  await expect.poll(() => newest.textContent()).not.toBe(before)
  await button('Load older').click()
  await expect(page.getByTestId('loaded')).toContainText('1,')
  await pages.getByRole('link', { name: 'Databases' }).click()
  const dialog = page.getByRole('dialog')
  await button('Create database').click()
  await dialog.getByRole('textbox', { name: 'Database name' }).fill('for_a_while')
  await dialog.getByRole('button', { name: 'Create database' }).click()
  const made = main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'for_a_while' }) })
  await made.getByRole('button', { name: /^Delete/ }).click()
  await dialog.getByRole('textbox').fill('for_a_while')
  await dialog.getByRole('button', { name: 'Delete database' }).click()
  await expect(made).toHaveCount(0)
  await pages.getByRole('link', { name: 'Backups' }).click()
  await expect(main.getByRole('table', { name: 'Backups' })).toBeVisible()
  await pages.getByRole('link', { name: 'Back to services' }).click()
  await nav.getByRole('link', { name: 'Event log' }).click()
  await expect(main.getByRole('table', { name: 'Events' })).toBeVisible()
  await pass(30)

  await nav.getByRole('link', { name: 'Certificates' }).click()
  await expect(page.getByText(/need attention$/).last()).toBeVisible()
  await download(page, button(/^CSV: download/))
  await pass(90)

  await nav.getByRole('link', { name: 'Troubleshoot' }).click()
  await main.getByRole('textbox').first().fill('SSL error: self-signed certificate in certificate chain')
  await nav.getByRole('link', { name: 'TLS requirements' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await nav.getByRole('link', { name: 'Services', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await pass(90)
  // Waits for the last answers.
  await expect(page.getByText('Updated just now').first()).toBeVisible()
}

test('an hour of use: memory, elements, listeners, timers and object URLs stay what they were', async ({
  page,
  clock,
}) => {
  test.slow()
  await page.clock.install({ time: TODAY })
  await page.addInitScript(watch)
  await page.addInitScript(() => {
    sessionStorage.setItem('token', 'the-token')
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  await page.goto(paths.services())
  const seen: Held[] = []
  for (let round = 0; round < MINUTES / MINUTES_A_ROUND; round++) {
    await test.step(`from minute ${String(round * MINUTES_A_ROUND)}`, async () => {
      await use(page, clock)
      seen.push(await look(page, session))
    })
  }
  test.info().annotations.push({ type: 'held', description: JSON.stringify(seen) })
  const [warm, end] = [seen[WARM], seen.at(-1)]
  if (!warm || !end) throw new Error('There were too few rounds.')
  expect(end.urls).toBe(0)
  expect(end.timers).toBeLessThanOrEqual(warm.timers)
  expect(end.listeners).toBeLessThanOrEqual(warm.listeners)
  expect(end.nodes).toBeLessThanOrEqual(warm.nodes * 1.05)
  expect(end.heap).toBeLessThanOrEqual(warm.heap * 1.1)
})
