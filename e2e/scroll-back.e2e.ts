/** On return to a list, its scroll position is restored, however long it is and whenever its rows load. */
import type { Page } from '@playwright/test'

import { expect, paths, test } from './fixtures.ts'

const table = (page: Page) => page.getByRole('table', { name: 'Services' })

/** The first clickable service below the table's header, and its position. */
const firstInSight = (page: Page) =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll('table[aria-label="Services"] th[scope=row] a')]
    const first = links.find((link) => link.getBoundingClientRect().top > 60)
    return { name: first?.textContent ?? '', top: Math.round(first?.getBoundingClientRect().top ?? -1) }
  })

for (const width of [1280, 400])
  for (const scenario of ['1000', '10000'])
    test(`a list of ${scenario} services, ${String(width)} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${paths.services()}?scenario=${scenario}`)
      // A shared machine needs time for 10,000 services.
      await expect(table(page)).toHaveAttribute('aria-rowcount', String(Number(scenario) + 1), { timeout: 90_000 })
      const settled = async () => {
        let last = await firstInSight(page)
        await expect
          .poll(async () => {
            const before = last
            await page.waitForTimeout(500)
            last = await firstInSight(page)
            return last.top > 0 && JSON.stringify(before) === JSON.stringify(last)
          })
          .toBe(true)
        return last
      }
      for (const distance of [20_000, 12_000]) {
        await page.mouse.wheel(0, distance)
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(10_000)
        const before = await settled()
        // Not by a mouse click: Playwright would first scroll an element near an edge.
        await page.getByRole('link', { name: before.name, exact: true }).first().dispatchEvent('click')
        await expect(page.getByRole('heading', { level: 1, name: before.name, exact: true })).toBeVisible()
        await page.goBack()
        await expect(table(page)).toBeVisible()
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(10_000)
        const after = await settled()
        expect(after.name).toBe(before.name)
        expect(Math.abs(after.top - before.top)).toBeLessThan(10)
      }
    })
