/** An hour of use, compressed: whatever a page takes, it gives back. */
import type { CDPSession, Page } from '@playwright/test'

import { download, expect, paths, row, TODAY } from './fixtures.ts'
import { test } from './live-front.ts'

declare global {
  /** What is held of what the browser counts for nobody. */
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
  // What is freed may free more.
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

// Some CA of some project is not for this token.
test.use({ expected: /Failed to load resource/ })

const MINUTES = 60
const MINUTES_A_ROUND = 5
/** By then what is kept for a while has been forgotten, and the engine has most of the code that it keeps for speed. */
const WARM = 5

/** A minute in which nobody does anything. */
const minute = async (page: Page) => {
  await page.clock.fastForward('01:00')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** What people do: five minutes of it, from the list back to the list. */
const use = async (page: Page) => {
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
  await minute(page)

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
  await minute(page)

  await pages.getByRole('link', { name: 'Quick connect' }).click()
  await download(page, button('Download bundle'))
  await page.goBack()
  await page.goForward()
  await minute(page)

  await nav.getByRole('link', { name: 'Certificates' }).click()
  await expect(page.getByText(/need attention$/).last()).toBeVisible()
  await download(page, button(/^CSV: download/))
  await minute(page)

  await nav.getByRole('link', { name: 'Troubleshoot' }).click()
  await main.getByRole('textbox').first().fill('SSL error: self-signed certificate in certificate chain')
  await nav.getByRole('link', { name: 'TLS requirements' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await nav.getByRole('link', { name: 'Services', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await minute(page)
  // Answers that were asked for at the end have come.
  await expect(page.getByText('Updated just now').first()).toBeVisible()
}

test('an hour of use: memory, elements, listeners, timers and object URLs stay what they were', async ({ page }) => {
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
      await use(page)
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
