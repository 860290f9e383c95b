import { unzipSync } from 'fflate'

import { apiUser, digest, download, expect, PROJECT, row, test } from './fixtures.ts'

const users = (service: string, search = '') => `/project/${PROJECT}/services/${service}/users${search}`

test("a user's key, certificate and archive are the API's bytes, and a pair", { tag: '@smoke' }, async ({ page }) => {
  await page.goto(users('events'))
  await page.getByRole('button', { name: 'Open credentials of orders-producer' }).click()
  await expect(page).toHaveURL(users('events', '?user=orders-producer'))
  const user = await apiUser('events', 'orders-producer')
  const key = await download(page, page.getByRole('button', { name: 'Download access key' }))
  expect([key.name, digest(key.bytes)]).toEqual(['service.key', digest(user.access_key)])
  const certificate = await download(page, page.getByRole('button', { name: 'Download access certificate' }))
  expect([certificate.name, digest(certificate.bytes)]).toEqual(['service.cert', digest(user.access_cert)])
  const archive = await download(page, page.getByRole('button', { name: 'Download all' }))
  expect(archive.name).toBe('events-orders-producer.zip')
  expect(Object.keys(unzipSync(archive.bytes))).toEqual(['ca.pem', 'service.cert', 'service.key'])
})

test('a link to a user and a search shows the same in a new page', async ({ page }) => {
  await page.goto(users('events', '?search=orders&user=orders-producer'))
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toHaveValue('orders')
  await expect(page.getByText('1 of 4 users')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Credentials of orders-producer' })).toBeVisible()
})

test('by keyboard alone: from the list to the password of a user', async ({ page }) => {
  await page.goto(`/project/${PROJECT}/services`)
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Page, project or service' })).toBeFocused()
  await page.keyboard.type('billing')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('billing-mysql')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const tabTo = async (name: string) => {
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.textContent === wanted, name)) return
    }
    throw new Error(`Tab never came to ${name}`)
  }
  await tabTo('Users')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo('Open')
  await page.keyboard.press('Enter')
  await tabTo('Show')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Password').last()).toContainText('AVNS_')
})

test.describe('offline', () => {
  // Code that would load later and can't: only the number in the sidebar is missing.
  test.use({ expected: /ERR_INTERNET_DISCONNECTED/ })

  test('no network: what is shown stays, nothing is asked for, and its return brings it up to date', async ({
    page,
    context,
  }) => {
    await page.goto(`/project/${PROJECT}/services/orders-db/overview?scenario=rebuilding`)
    await expect(page.getByRole('region', { name: /^Rebuilding/ })).toContainText('orders-db-2')
    await context.setOffline(true)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:50Z'))
    await page.clock.runFor(60_000)
    await expect(page.getByText('Updated 50 s ago')).toBeVisible()
    await context.setOffline(false)
    // The page shows the age of its oldest answer, and doesn't read all of them again.
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.5')
    await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(page.getByText('Updated just now')).toBeVisible()
  })
})
