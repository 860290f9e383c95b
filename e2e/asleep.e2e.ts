/**
 * A computer that sleeps with the console open: afterwards old data isn't taken for current, and the user is signed out
 * after long inactivity.
 */
import type { Page } from '@playwright/test'

import { apiCa, digest, download, expect, paths, row, TODAY } from './fixtures.ts'
import { test } from './live-server.ts'

test.use({ expected: /Failed to load resource/ })

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem('token', 'the-token')
  })
  await page.clock.install({ time: TODAY })
})

/**
 * Simulates sleep: no timer runs meanwhile. Afterwards, timers that are due run once, and the page becomes visible again.
 * By default shorter than the time after which a user is signed out.
 */
const sleep = async (page: Page, howLong = '25:00') => {
  await page.clock.fastForward(howLong)
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
}

const requestsOf = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  return asked
}

test("the list and a service are asked for again, and the CA that is saved is today's", async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  await expect(row(page, 'CA Certificate')).toContainText(/ left \(|Expired /)
  const button = row(page, 'CA Certificate').getByRole('button', { name: 'Download CA certificate' })
  const requests = requestsOf(page)
  await sleep(page)
  await expect.poll(() => requests).toContainEqual(expect.stringMatching(/\/service\/orders-db$/))
  await expect(page.getByText('Updated just now').first()).toBeVisible()
  const saved = await download(page, button)
  expect(digest(saved.bytes)).toBe(digest(await apiCa()))
  // Requested when the page became visible, or when the button was pressed.
  expect(requests).toContainEqual(expect.stringMatching(/\/kms\/ca$/))
})

test('a CA that has gone bad meanwhile is not saved', async ({ page, server }) => {
  await page.goto(paths.service('orders-db'))
  await expect(row(page, 'CA Certificate')).toContainText(/ left \(|Expired /)
  const files: string[] = []
  page.on('download', (file) => files.push(file.suggestedFilename()))
  server.break(/kms\/ca/, (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"certificate": "<html>"}')
  })
  await sleep(page)
  await row(page, 'CA Certificate').getByRole('button', { name: 'Download CA certificate' }).click()
  await expect(row(page, 'CA Certificate').getByRole('alert').first()).toBeVisible()
  expect(files).toEqual([])
})

test('a token that has expired meanwhile: signing in leads back to the same place', async ({ page, server }) => {
  const place = paths.service('events', '?auth=sasl')
  await page.goto(place)
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(row(page, 'Password')).toContainText('AVNS_')
  server.break(/\/v1\//, (response) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message": "Token has expired"}')
  })
  await sleep(page)
  const field = page.getByLabel('Token', { exact: true })
  await expect(field).toBeVisible()
  expect(await page.content()).not.toContain('AVNS_')
  server.heal()
  await field.fill('a-new-token')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'events' })).toBeVisible()
  await expect(page).toHaveURL(place)
})

test('a network that is not back yet: what is shown stays, with its age', async ({ page, context }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await context.setOffline(true)
  await sleep(page)
  await page.clock.runFor(2000)
  await expect(page.getByText('Updated 25 min ago')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Updated just now').first()).toBeVisible()
})

test('a day later nobody is signed in, and nothing of before is there', async ({ page }) => {
  await page.goto(paths.service('events', '?auth=sasl'))
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(row(page, 'Password')).toContainText('AVNS_')
  await sleep(page, '24:00:00')
  await expect(page.getByTestId('farewell-idle')).toBeVisible()
  await expect(page).toHaveURL('/sign-in')
  expect(await page.content()).not.toMatch(/AVNS_|demo-shop/)
})
