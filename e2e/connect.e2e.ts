import { readFile } from 'node:fs/promises'

import { expect, paths, test } from './fixtures.ts'

const code = (name: string) => ({ name, exact: true })

test('a link opens Quick connect as it was: client, user, pool and system', async ({ page }) => {
  const search = '?component=pgbouncer&client=node-postgres&user=orders-api&database=orders-pool&os=windows'
  await page.goto(paths.connect('orders-db', search))
  await expect(page.getByRole('radio', { name: /^node-postgres/ })).toBeChecked()
  await expect(page.getByLabel('User')).toHaveValue('orders-api')
  await expect(page.getByLabel('Pool')).toHaveValue('orders-pool')
  await expect(page.getByRole('radio', { name: 'Windows' })).toBeChecked()
  await expect(page.getByRole('region', code('connect.mjs'))).toContainText('database: "orders-pool"')
})

test(
  'from the service to a command that is copied, and to the file that it names',
  { tag: '@smoke' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(paths.service('events', '?auth=sasl'))
    await page
      .getByRole('region', { name: 'Connection information' })
      .getByRole('link', { name: 'Connect', exact: true })
      .click()
    await page.getByRole('radio', { name: /^kafka-python/ }).check()
    await page.getByRole('button', { name: 'Copy connect.py' }).click()
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(clipboard).toContain('context = ssl.create_default_context(cafile="ca.pem")')
    const copied = await clipboard()
    expect(copied).not.toContain('AVNS_')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download connect.py' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('connect.py')
    expect(await readFile(await download.path(), 'utf8')).toBe(copied)
    const [ca] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CA certificate' }).click(),
    ])
    expect(ca.suggestedFilename()).toBe('ca.pem')
  },
)

test('the chosen guide is on its way before the code of its page is there', async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  let send: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route('**/assets/connect-page-*.js', async (route) => {
    await held
    await route.fallback()
  })
  await page.evaluate(() => {
    localStorage.setItem('client:postgresql', 'go-pq')
  })
  const guide = page.waitForRequest(/\/assets\/go-pq-/)
  await page.getByRole('link', { name: 'Quick connect' }).click()
  await guide
  send()
  await expect(page.getByRole('region', code('main.go'))).toContainText('verify-full')
})

test('a password that was put in is gone after leaving, and never in the URL or the title', async ({ page }) => {
  await page.goto(paths.connect('orders-db', '?os=linux'))
  await page.getByRole('button', { name: 'Insert the password' }).click()
  await expect(page.getByRole('region', code('command that sets PGPASSWORD'))).toContainText('AVNS_')
  expect(page.url() + (await page.title())).not.toContain('AVNS_')
  await page.getByRole('link', { name: 'Services' }).first().click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('region', code('command that sets PGPASSWORD'))).toContainText('read -rs PGPASSWORD')
  await expect(page.locator('body')).not.toContainText('AVNS_')
})
