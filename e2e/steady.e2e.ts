/** Nothing moves under the eye or the finger: what comes later comes where there was room for it. */
import type { Page } from '@playwright/test'

import { expect, paths, row, test } from './fixtures.ts'

declare global {
  /** What has moved without an input, and by how much of the screen. */
  var shifts: { moved: string[]; value: number }[]
}

const services = (page: Page) => expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
const ca = (page: Page) => expect(row(page, 'CA Certificate')).toContainText(/ left \(|Expired /)

/** Not `/services`: when a project refuses its services, a note appears above the list and moves it. */
const PAGES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['/', (page) => expect(page.getByTestId('ca-ended')).toBeVisible()],
  [paths.services(), services],
  [paths.service('events'), ca],
  [paths.service('orders-db'), ca],
  [
    paths.connect('orders-db'),
    (page) =>
      expect(
        page
          .getByRole('main')
          .getByRole('button', { name: /^Download/ })
          .first(),
      ).toBeVisible(),
  ],
  ['/tls-requirements', (page) => expect(page.getByRole('table', { name: 'Certificate requirements' })).toBeVisible()],
  ['/projects', (page) => expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()],
  ['/certificates', (page) => expect(page.getByText(/need attention$/).last()).toBeVisible()],
]

/** Rounding; and half of what a reader could notice at all. */
const STILL = 0.005

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`nothing moves while pages load, ${String(width)} px wide`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height })
    await page.addInitScript(() => {
      globalThis.shifts = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            value: number
            sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[]
          }
          const moved = sources.map(
            ({ node, previousRect: from, currentRect: to }) =>
              `${String(from.x)},${String(from.y)} to ${String(to.x)},${String(to.y)}: ${node?.outerHTML?.slice(0, 100) ?? ''}`,
          )
          globalThis.shifts.push({ moved, value })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const [address, ready] of PAGES) {
      await page.goto(address)
      await ready(page)
      // What is put off comes within this time.
      await page.waitForTimeout(1000)
      const shifts = await page.evaluate(() => globalThis.shifts)
      const sum = shifts.reduce((total, { value }) => total + value, 0)
      expect(sum, `${address}: ${JSON.stringify(shifts)}`).toBeLessThan(STILL)
    }
  })
}
