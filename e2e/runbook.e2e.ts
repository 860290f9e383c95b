/** Links, Markdown and print never contain a secret. */
import type { Page } from '@playwright/test'

import { apiCa, apiUser, expect, paths, row, sha256, test } from './fixtures.ts'

const SECRETS = /AVNS_|PRIVATE KEY|BEGIN CERTIFICATE/

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Chooses an item of the service's menu. */
const take = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Shows everything that the page hides: password, URI, key and certificate. */
const revealAll = async (page: Page) => {
  for (const [header, name, text] of [
    ['Access Key', 'Show access key', 'PRIVATE KEY'],
    ['Access Certificate', 'Show access certificate', 'BEGIN CERTIFICATE'],
  ] as const) {
    await row(page, header).getByRole('button', { name }).click()
    await expect(row(page, header)).toContainText(text)
  }
}

test('a shared link names project, service, endpoint and user, and shows the same elsewhere', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.service('events', '?scenario=default&auth=certificate&route=public&token=not-to-be-shared'))
  await page.getByLabel('User').selectOption('orders-producer')
  await revealAll(page)
  await take(page, 'Share link')
  await expect.poll(() => clipboard(page)).toContain('route=public')
  const link = await clipboard(page)
  expect(new URL(link).pathname).toBe(paths.service('events'))
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
    component: 'kafka',
    auth: 'certificate',
    route: 'public',
    user: 'orders-producer',
  })
  await page.goto(link)
  await expect(row(page, 'Host')).toContainText('public-events')
  await expect(row(page, 'Access Key')).toContainText('orders-producer')
})

test('the Markdown has endpoints, marks, the CA and commands, and no secret, whatever is in sight', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.service('events'))
  await revealAll(page)
  await take(page, 'Copy as Markdown')
  await expect.poll(() => clipboard(page)).toMatch(/^# events$/m)
  const text = await clipboard(page)
  expect(text).toContain(sha256(await apiCa()))
  expect(text).toContain('avn project ca-get --project=demo-shop')
  expect(text).toMatch(/\| Required\b.* client certificate/)
  expect(text).not.toMatch(SECRETS)
  const { password, access_key } = await apiUser('events', 'avnadmin')
  for (const secret of [password, access_key.slice(60, 120)]) expect(text).not.toContain(secret)
})

test('the Markdown says when the CA could not be read', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.service('orders-db', '?scenario=ca-html'))
  await take(page, 'Copy as Markdown')
  await expect.poll(() => clipboard(page)).toMatch(/a web page/)
})

test('paper: no secret that is in sight, no navigation, no buttons', async ({ page }) => {
  await page.goto(paths.service('events'))
  await revealAll(page)
  await page.emulateMedia({ media: 'print' })
  const printed = () => page.evaluate(() => document.body.innerText)
  expect(await printed()).not.toMatch(SECRETS)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('radio', { name: 'SASL' }).check()
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(row(page, 'Password')).toContainText('AVNS_')
  await page.emulateMedia({ media: 'print' })
  const text = await printed()
  expect(text).not.toMatch(SECRETS)
  expect(text).toContain('(secret, not printed)')
  expect(text).toMatch(/demo-shop.* 23 Nov 2026 .*http/)
  expect(text).toContain('Required')
  expect(text).not.toMatch(/Client certificate/)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  for (const name of ['Download CA certificate', 'Refresh', 'Actions', 'Copy Host']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
})

test('paper: the guide of a client, without its buttons; what holds a secret stays off it', async ({ page }) => {
  await page.goto(paths.connect('events', '?component=kafka&auth=sasl&client=kcat'))
  const configuration = page.getByRole('region', { name: 'kcat.conf' })
  await expect(configuration).toContainText('sasl.username=avnadmin')
  await page.emulateMedia({ media: 'print' })
  await expect(configuration).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy kcat.conf' })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Insert the password' }).click()
  await expect(configuration).toContainText('AVNS_')
  await page.emulateMedia({ media: 'print' })
  await expect(configuration).toHaveCount(0)
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(SECRETS)
})

test('paper: links have their addresses', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto('/tls-requirements')
  const after = await page
    .getByRole('link', { name: 'TLS/SSL certificates' })
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(after).toContain('https://aiven.io/docs/platform/concepts/tls-ssl-certificates')
})

test('Print asks the browser to print', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = 'printed'
    }
  })
  await page.goto(paths.service('orders-db'))
  await take(page, 'Print')
  await expect(page).toHaveTitle('printed')
})
