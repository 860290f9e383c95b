/** The inventory of certificates: saved files, and links that restore the view. Changes of service users. */
import { createPrivateKey, X509Certificate } from 'node:crypto'

import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'

import { apiCa, apiUser, download, expect, paths, row, test } from './fixtures.ts'

const VIEW = '/certificates?search=events&kind=user&project=demo-shop&sort=-name'

/** Names in the table, from top to bottom. */
const names = (page: Page) =>
  page.getByRole('table', { name: 'Certificates' }).getByRole('rowheader').getByRole('link').allTextContents()

const EXPECTED = [
  'orders-producer of events',
  'invoices-sync of events',
  'avnadmin of events-archive',
  'avnadmin of events',
  'audit-consumer of events',
]

test('a link brings back the view, in another tab', async ({ page, context }) => {
  await page.goto('/certificates')
  await expect(page.getByRole('main').getByText('7 need attention')).toBeVisible()
  await page.getByLabel('Search certificates').fill('events')
  await page.getByLabel('Kind').selectOption({ label: 'Service users' })
  await page.getByLabel('Project', { exact: true }).selectOption('demo-shop')
  const header = page.getByRole('columnheader', { name: 'Certificate' }).getByRole('button')
  await header.click()
  await header.click()
  await expect(page).toHaveURL(VIEW)
  await expect(header).toBeFocused()
  await expect.poll(() => names(page)).toEqual(EXPECTED)
  const other = await context.newPage()
  await other.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'))
  await other.goto(page.url())
  await expect.poll(() => names(other)).toEqual(EXPECTED)
})

test('what is shown is saved: CSV, JSON, calendar', async ({ page }) => {
  await page.goto(`${VIEW}&state=expiring`)
  await expect(page.getByRole('main').getByText('1 need attention')).toBeVisible()
  const csv = await download(page, page.getByRole('button', { name: /^CSV/ }))
  expect(csv.name).toBe('certificates.csv')
  expect(csv.bytes.toString()).toMatch(
    /^"kind","name","project",.*\r\n"user","orders-producer of events","demo-shop","events","orders-producer","expiring","2026-12-13T00:00:00\.000Z","2026-12-13T00:00:00\.000Z",19,"","events",.*\r\n$/,
  )
  const json = await download(page, page.getByRole('button', { name: /^JSON/ }))
  expect(JSON.parse(json.bytes.toString())).toMatchObject({
    certificates: [{ user: 'orders-producer', state: 'expiring', days_left: 19, used_by: ['events'] }],
  })
  const calendar = await download(page, page.getByRole('button', { name: /^Calendar/ }))
  expect(calendar.name).toBe('certificates.ics')
  const text = calendar.bytes.toString().replaceAll('\r\n ', '')
  expect(text).toContain('DTSTART:20261213T000000Z\r\n')
  expect(text.match(/TRIGGER:-P(90|30|7)D/g)).toHaveLength(3)
  expect(text).toContain('/project/demo-shop/services/events/overview?user=orders-producer\r\n')
  await expect(page.getByText(/^Saved certificates\.ics.* 1 certificate\b/)).toBeVisible()
})

test('the new pair of a renewed user is saved where the renewal is told', async ({ page }) => {
  await page.goto(paths.service('events'))
  const saved = await download(page, page.getByRole('button', { name: 'Download new pair of invoices-sync' }))
  const { access_cert, access_key } = await apiUser('events', 'invoices-sync')
  const files = Object.entries(unzipSync(saved.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
  expect(Object.fromEntries(files)).toEqual({
    'ca.pem': await apiCa(),
    'service.cert': access_cert,
    'service.key': access_key,
  })
  await expect(page.getByText(/^Saved events-invoices-sync\.zip.*([0-9A-F]{2}:){31}/)).toBeVisible()
})

test('acknowledge, from the table to the end, by keyboard', { tag: '@smoke' }, async ({ page }) => {
  await page.goto('/certificates?state=renewed')
  await page.getByRole('link', { name: 'invoices-sync of events' }).click()
  await expect(row(page, 'Access Certificate')).toContainText('14 Jan 2029')
  await page.getByRole('button', { name: 'Acknowledge the renewal of invoices-sync' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Acknowledged.')).toBeVisible()
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await page.getByLabel('State').selectOption('renewed')
  await expect(page.getByText('No certificate matches')).toBeVisible()
})

test('a reset makes another password, and says what it breaks', async ({ page }) => {
  await page.goto('/project/demo-shop/services/orders-db/users?user=avnadmin')
  const password = async () => {
    await page.getByRole('button', { name: 'Show password' }).click()
    const shown = row(page, 'Password').last()
    await expect(shown).toContainText('AVNS_')
    const text = await shown.textContent()
    await page.getByRole('button', { name: 'Hide password' }).click()
    return text
  }
  const before = await password()
  await page.getByRole('button', { name: 'Reset credentials of avnadmin' }).click()
  await expect(page.getByRole('dialog')).toContainText('avnadmin')
  await page.getByRole('button', { name: 'Reset avnadmin' }).click()
  await expect(page.getByRole('status').filter({ hasText: /avnadmin.* reset/ })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  expect(await password()).not.toBe(before)
})

test('from "expired" in the list to a working new pair in four clicks', { tag: '@smoke' }, async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('row', { name: /events/ }).getByText(/^Expired/)).toBeVisible()
  await page.getByRole('link', { name: 'events', exact: true }).click()
  await page.getByRole('button', { name: 'Reset and download: audit-consumer' }).click()
  await page.getByRole('button', { name: 'Reset audit-consumer' }).click()
  const { bytes } = await download(page, page.getByRole('button', { name: 'Download new pair of audit-consumer' }))
  const files = unzipSync(bytes)
  const text = (name: string) => Buffer.from(files[name] ?? new Uint8Array()).toString()
  const certificate = new X509Certificate(text('service.cert'))
  expect(certificate.checkPrivateKey(createPrivateKey(text('service.key')))).toBe(true)
  expect(certificate.verify(new X509Certificate(text('ca.pem')).publicKey)).toBe(true)
  expect(new Date(certificate.validTo).getTime()).toBeGreaterThan(Date.parse('2028-01-01'))
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Certificates that need attention' })).not.toContainText(
    'audit-consumer',
  )
})

test('the sidebar says how many certificates need attention, and keeps only that', async ({ page }) => {
  await page.goto('/certificates')
  await expect(page.getByRole('link', { name: /^Certificates 7.* need attention$/ })).toBeVisible()
  await page.goto(paths.services())
  await expect(page.getByRole('link', { name: /^Certificates 7.* need attention$/ })).toBeVisible()
  const kept = await page.evaluate(() => sessionStorage.getItem('attention'))
  expect(JSON.parse(kept ?? '')).toEqual({ count: 7, partial: true, at: expect.any(Number) })
})
