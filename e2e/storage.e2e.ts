/** Storage that is blocked, unreadable or full: the app works, and tells the user what it couldn't store. */
import type { Page } from '@playwright/test'

import { serveBreakable } from '../tools/faults/breakable-server.ts'
import { expect, paths, test } from './fixtures.ts'

type Refusal = 'forbidden' | 'unreadable' | 'full'
const REFUSALS: readonly Refusal[] = ['forbidden', 'unreadable', 'full']

const refuse = (page: Page, refusal: Refusal) =>
  page.addInitScript((how) => {
    const fail = (name: string) => () => {
      throw new DOMException('refused', name)
    }
    if (how === 'forbidden') {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get: fail('SecurityError') })
      }
    } else {
      Storage.prototype.setItem = fail('QuotaExceededError')
      if (how === 'unreadable') Storage.prototype.getItem = fail('InvalidStateError')
    }
  }, refusal)

const NOT_KEPT = 'not-kept'

for (const refusal of REFUSALS) {
  test(`storage ${refusal}: every choice holds as long as the page, and says that it is no longer`, async ({
    page,
  }) => {
    await refuse(page, refusal)
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'demo-shop', exact: true }).click()
    const table = page.getByRole('table', { name: 'Services' })
    await expect(table).toBeVisible()
    const notKept = page.getByTestId(NOT_KEPT)
    await expect(notKept).toHaveCount(0)

    const columns = page.getByRole('button', { name: 'Columns' })
    await columns.click()
    await page.getByRole('checkbox', { name: 'Tags' }).click()
    await expect(page.getByRole('checkbox', { name: 'Tags' })).toBeChecked()
    await expect(notKept).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').fill('kafka')
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await page.getByRole('button', { name: 'Save this search' }).click()
    await expect(notKept.filter({ visible: true })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.getByRole('banner').getByTestId(NOT_KEPT)).toBeVisible()

    await page.keyboard.press('Control+k')
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').getByRole('checkbox').uncheck()
    await expect(page.getByRole('dialog').getByTestId(NOT_KEPT)).toBeVisible()
    await page.keyboard.press('Escape')

    // All of it is there when the list comes back.
    const nav = page.getByRole('navigation')
    await nav.getByRole('link', { name: 'Certificates' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
    await nav.getByRole('link', { name: 'Services', exact: true }).click()
    await expect(table.getByRole('columnheader', { name: 'Tags' })).toBeVisible()
    await page.getByRole('main').click({ position: { x: 1, y: 1 } })
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await expect(page.getByRole('button', { name: 'Delete saved search kafka' })).toBeVisible()
  })
}

test('storage full: the list of a rotation holds as long as the page, and says that it is no longer', async ({
  page,
}) => {
  await refuse(page, 'full')
  await page.goto('/project/demo-rotation/ca-rotation')
  const box = page.getByRole('main').getByRole('checkbox').first()
  await box.check()
  await expect(page.getByRole('main').getByTestId(NOT_KEPT)).toBeVisible()
  await page.getByRole('link', { name: 'Open warehouse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'warehouse' })).toBeVisible()
  await page.goBack()
  await expect(box).toBeChecked()
})

for (const refusal of REFUSALS) {
  test(`storage ${refusal}: signing in holds as long as the page`, async ({ browser }) => {
    const server = await serveBreakable({})
    const page = await browser.newPage({ baseURL: server.origin })
    await refuse(page, refusal)
    await page.goto(paths.services())
    await page.getByLabel('Token', { exact: true }).fill('a-token')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Token', { exact: true })).toBeVisible()
    await page.close()
    await server.close()
  })
}
