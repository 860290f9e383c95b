/** The keyboard's place: never lost when what had it goes, and never covered. */
import type { Page } from '@playwright/test'

import { expect, paths, PROJECT, test } from './fixtures.ts'

const inside = (service: string, page: string) => `/project/${PROJECT}/services/${service}/${page}`

/** Where the focus is: "body" if it is lost. */
const place = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr, main, body')?.localName)

test('a row is deleted: the focus goes to the row below', async ({ page }) => {
  await page.goto(inside('orders-db', 'databases'))
  await page.getByRole('button', { name: 'Delete database audit' }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('audit')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Quick connect to audit' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Quick connect to defaultdb' })).toBeFocused()
})

test('what opened a dialog is gone: the focus goes to another control of its row', async ({ page }) => {
  await page.goto(inside('events', 'users'))
  const reset = page.getByRole('button', { name: 'Reset and download: orders-producer' })
  await reset.press('Enter')
  await page.getByRole('button', { name: 'Reset orders-producer' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Download new pair/ })).toBeVisible()
  await expect(reset).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Open credentials of orders-producer' })).toBeFocused()
})

test('nothing had the focus before a dialog opened: it goes to the page’s content', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('link', { name: 'orders-db', exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('#main')).toBeFocused()
  await page.goto(`${inside('orders-db', 'backups')}?do=fork`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => place(page)).toBe('main')
})

test('Troubleshoot: the focus stays on the page when an answer is removed', async ({ page }) => {
  await page.goto('/check')
  for (const name of [/^Remove /, 'Clear all']) {
    await page.getByRole('textbox').fill('psql: error: SSL error: certificate verify failed')
    await page.getByRole('button', { name: /^Check/ }).click()
    await page.getByRole('button', { name }).press('Enter')
    await expect(page.getByRole('button', { name })).toHaveCount(0)
    await expect.poll(() => place(page)).toBe('main')
  }
})

test('the bar of the selection doesn’t cover the row that has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(paths.services())
  await page.getByRole('checkbox', { name: 'Select billing-mysql' }).press('Space')
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar.getByRole('button', { name: /^Download bundle/ })).toBeVisible()
  const covered: unknown[] = []
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const element = document.activeElement
      const box = element?.getBoundingClientRect()
      const top = document.querySelector('[data-floats]')?.getBoundingClientRect().top ?? 0
      return element?.closest('table') && box && box.bottom > top ? element.outerHTML.slice(0, 80) : undefined
    })
    if (name !== undefined) covered.push(name)
  }
  expect(covered).toEqual([])
})
