/** Nothing moves while a page loads, in whatever order the answers arrive. */
import type { Page, Request } from '@playwright/test'

import { pagePaths } from '../tools/page-paths.ts'
import { expect, inGroups, paths } from './fixtures.ts'
import { test } from './live-server.ts'

declare global {
  /** What moved without input, and the layout shift score. */
  var shifts: { moved: string[]; value: number }[]
}

test.use({ expected: /Failed to load resource/ })

/** Every page, also with more content: several alerts, an expired CA, an unreadable project. */
const PAGES: readonly string[] = [
  ...(await pagePaths()).map((path) => `/${path}`),
  '/sign-in',
  paths.service('events'),
  paths.connect('events'),
  paths.service('dashboards'),
  paths.service('reports-db', '', 'demo-legacy'),
  paths.services('demo-legacy'),
  '/project/demo-legacy/ca-rotation',
  paths.service('warehouse', '', 'demo-rotation'),
  '/project/demo-rotation/ca-rotation',
]

/**
 * How long each answer takes, in milliseconds: what comes second is seen to come second. A list over all projects needs two
 * rounds, and after a second it shows what has come: on a slow machine they must be done by then.
 */
const ANSWER = 150

/** Rounding. */
const STILL = 0.001

/** A page is at rest when it has requested nothing for so many milliseconds: what an answer leads to is requested sooner. */
const AT_REST = 400

/** @returns a function that waits until the page has its answers and requests no more */
const watchRequests = (page: Page) => {
  const pending = new Set<Request>()
  let changed = Date.now()
  const change = (work: () => void) => {
    work()
    changed = Date.now()
  }
  page.on('request', (request) => {
    change(() => pending.add(request))
  })
  const end = (request: Request) => {
    change(() => pending.delete(request))
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return () => expect.poll(() => pending.size === 0 && Date.now() - changed >= AT_REST, { intervals: [50] }).toBe(true)
}

/** Makes the page record layout shifts. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    if (location.pathname !== '/sign-in') sessionStorage.setItem('token', 'the-token')
    globalThis.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
          sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
        }
        if (hadRecentInput) continue
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const html = node instanceof Element ? node.outerHTML.slice(0, 100) : node?.textContent
          return `${String(from.x)},${String(from.y)} to ${String(to.x)},${String(to.y)}: ${html ?? ''}`
        })
        globalThis.shifts.push({ moved, value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

for (const [width, height] of [
  [1280, 800],
  [412, 823],
] as const) {
  for (const addresses of inGroups(PAGES)) {
    test(`nothing moves while ${addresses[0] ?? ''} and the next ones load, ${String(width)} px wide`, async ({
      page,
    }) => {
      test.slow()
      const untilAtRest = watchRequests(page)
      await page.setViewportSize({ width, height })
      await watchShifts(page)
      await page.route('**/v1/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, ANSWER))
        // The page may have been left meanwhile.
        await route.continue().catch(() => undefined)
      })
      for (const address of addresses) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('main').locator('progress, .animate-pulse')).toHaveCount(0)
        await untilAtRest()
        const shifts = await page.evaluate(() => globalThis.shifts)
        const sum = shifts.reduce((total, { value }) => total + value, 0)
        expect.soft(sum, `${address}: ${JSON.stringify(shifts, undefined, 1)}`).toBeLessThan(STILL)
      }
    })
  }
}

test('nothing moves when the code of a service’s places comes after the answers', async ({ page }) => {
  const untilAtRest = watchRequests(page)
  await watchShifts(page)
  await page.route('**/assets/service-pages*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4 * ANSWER))
    await route.continue()
  })
  await page.goto('/project/demo-shop/services/search/indexes')
  await expect(page.getByRole('navigation', { name: 'Service' })).toBeVisible()
  await untilAtRest()
  expect(await page.evaluate(() => globalThis.shifts.reduce((total, { value }) => total + value, 0))).toBeLessThan(
    STILL,
  )
})
