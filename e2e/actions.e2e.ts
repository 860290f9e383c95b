/** Actions on a whole service, from its "Actions" menu. */
import type { Page } from '@playwright/test'

import { expect, paths, test } from './fixtures.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })
const done = (page: Page) => page.getByTestId('action-done')

const choose = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(dialog(page)).toBeVisible()
}

/** The service's state as the page shows it. */
const facts = (page: Page) => page.getByRole('main').getByRole('list').first()

test(
  'power off, power on: asked first, and what the next read reports is shown',
  { tag: '@smoke' },
  async ({ page }) => {
    await page.goto(paths.service('sessions'))
    await choose(page, 'Power off')
    await expect(page).toHaveURL(/\?do=power-off$/)
    await inDialog(page, 'Power off').dblclick()
    await expect(done(page)).toContainText('sessions')
    await expect(page).toHaveURL(paths.service('sessions'))
    await expect(facts(page)).toContainText('Powered off')
    // The demo's changes survive a reload.
    await page.reload()
    await expect(facts(page)).toContainText('Powered off')
    await choose(page, 'Power on')
    await inDialog(page, 'Power on').click()
    await expect(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible()
  },
)

test('delete: the typed name, then the list without it', async ({ page }) => {
  await page.goto(paths.service('warehouse', '', 'demo-analytics'))
  await choose(page, 'Delete service')
  await inDialog(page, 'Delete service').click()
  const field = dialog(page).getByRole('textbox')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill('warehouse')
  await inDialog(page, 'Delete service').click()
  await expect(page).toHaveURL(paths.services('demo-analytics'))
  await expect(page.getByTestId('arrival')).toContainText('warehouse')
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'warehouse', exact: true })).toHaveCount(0)
  await page.goto(paths.service('warehouse', '', 'demo-analytics'))
  await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
})

test('protection stands before power off and delete, until it is turned off by hand', async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  for (const item of ['Power off', 'Delete service']) {
    await choose(page, item)
    await expect(dialog(page).getByTestId('protected')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused()
  }
  await choose(page, 'Power off')
  await inDialog(page, 'Termination protection').click()
  await inDialog(page, 'Turn off protection').click()
  await expect(done(page)).toContainText('orders-db')
  await choose(page, 'Power off')
  await expect(inDialog(page, 'Power off')).toBeVisible()
})

test('by keyboard alone, and Escape changes nothing', async ({ page }) => {
  await page.goto(paths.service('sessions'))
  await page.getByRole('button', { name: 'Actions', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Power off' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inDialog(page, 'Cancel')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused()
  await expect(page).toHaveURL(paths.service('sessions'))
  await expect(facts(page)).toContainText('Running')
})
