import type { Page } from '@playwright/test'

import { IN_DEMO_SHOP } from '../mocks/testing/how-many.ts'
import { expect, paths, test } from './fixtures.ts'

const FIELD = { name: 'Search services' }

test('with the keyboard alone: find, select, download, open', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', FIELD)).toBeFocused()
  await page.keyboard.type('serv')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('kaf')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', FIELD)).toHaveValue('service:kafka ')
  await expect(page.getByText(`2 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  const link = page.getByRole('link', { name: 'events', exact: true })
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    if (await link.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('2 selected')
  const button = bar.getByRole('button', { name: 'Download CA' })
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    if (await button.evaluate((element) => element === document.activeElement)) break
  }
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(saved.suggestedFilename()).toBe('demo-shop-ca.pem')
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'events' })).toBeVisible()
})

test('"/" pressed before the search field is there leads to it once it is', async ({ page }) => {
  for (const list of [paths.services(), paths.service('events').replace('overview', 'topics')]) {
    let deliver: () => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      deliver = resolve
    })
    const CODE = /\/assets\/(extras|topics-page)-[^/]*\.js$/
    await page.route(CODE, async (route) => {
      await asked
      await route.continue()
    })
    await page.goto(list)
    await expect(page.getByRole('button', { name: 'Search', exact: true })).toBeVisible()
    await page.keyboard.press('/')
    deliver()
    await expect(page.getByRole('searchbox')).toBeFocused()
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await page.unroute(CODE)
  }
})

test('what is typed before Search is there is typed into it, and not into the page', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  let deliver: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    deliver = resolve
  })
  await page.route(/\/assets\/overlay-[^/]*\.js$/, async (route) => {
    await asked
    await route.continue()
  })
  await page.getByRole('searchbox', FIELD).focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new-orders-db')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('searchbox', FIELD)).toHaveValue('')
  deliver()
  await expect(page.getByRole('heading', { level: 1, name: 'new-orders-db' })).toBeVisible()
})

test('a link shows the same rows, order and columns to someone else', async ({ page, browser, baseURL }) => {
  await page.goto(paths.services())
  await page.getByRole('searchbox', FIELD).fill('-service:pg provider:aws,google kafka')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Created' }).check()
  await page.getByRole('checkbox', { name: 'Status' }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Plan' }).getByRole('button').click()
  await page.getByRole('columnheader', { name: 'Plan' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=-plan/)
  const table = (of: Page) => of.getByRole('table', { name: 'Services' }).innerText()
  await expect.poll(() => table(page)).toContain('Expired 3 days ago')
  const other = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await other.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'))
  await other.goto(new URL(page.url(), baseURL).href)
  await expect(other.getByRole('searchbox', FIELD)).toHaveValue('-service:pg provider:aws,google kafka')
  // What it says of the users' certificates comes one service after the other, to each page in its own time.
  await expect(async () => {
    expect(await table(other)).toBe(await table(page))
  }).toPass()
  await other.close()
})

test('ten thousand services: all of them searched and sorted, few of them in the page', async ({ page }) => {
  // The mock makes 26 MB of services in the page.
  test.setTimeout(120_000)
  await page.goto(`${paths.services()}?scenario=10000`)
  const table = page.getByRole('table', { name: 'Services' })
  await expect(table).toHaveAttribute('aria-rowcount', '10001', { timeout: 60_000 })
  await page.getByRole('columnheader', { name: 'Service' }).getByRole('button').click()
  const first = table.getByRole('row').nth(1)
  await expect(first).toContainText('timeseries-')
  const name = (await first.getByRole('link').first().textContent()) ?? ''
  const elements = () => table.evaluate((element) => element.querySelectorAll('*').length)
  await page.mouse.wheel(0, 50_000)
  await expect(first).not.toContainText(name)
  // A screen holds up to 18 of the lowest rows, of 17 to 20 elements each.
  for (let screen = 0; screen < 12; screen++) {
    await page.mouse.wheel(0, 777)
    await expect(table.getByRole('link').nth(5)).toBeInViewport()
    expect(await elements()).toBeLessThanOrEqual(400)
  }
  await page.getByRole('searchbox', FIELD).fill('service:pg tag:env=prod')
  await expect(page.getByText(/^\d+ of 10,000 services$/)).toBeVisible()
  expect(await elements()).toBeLessThanOrEqual(400)
})

test('where storage is forbidden, searches are saved for as long as the page is open', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto(`${paths.services()}?search=kafka`)
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect(page.getByRole('link', { name: 'kafka', exact: true })).toBeVisible()
  await expect(page.getByTestId('not-kept')).toBeVisible()
})
