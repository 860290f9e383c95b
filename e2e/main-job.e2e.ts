import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'

import { IN_DEMO_SHOP } from '../mocks/testing/how-many.ts'
import { apiCa, apiUser, digest, download, expect, inGroups, paths, PROJECT, row, sha256, test } from './fixtures.ts'

/** One service of every type, with the mark that its page must show. */
const SERVICES = [
  ['orders-db', 'Required'],
  ['events', 'Required'],
  ['billing-mysql', 'Required'],
  ['connectors', 'Optional'],
  ['region-mirror', 'Optional'],
  ['search', 'Optional'],
  ['clicks', 'Optional'],
  ['sessions', 'Optional'],
  ['dashboards', 'Optional'],
  ['stream-jobs', 'Optional'],
  ['metrics', 'Optional'],
  ['carts', 'Optional'],
  ['catalog', 'Optional'],
  ['storefront', 'Optional'],
  ['new-orders-db', 'Required'],
  ['events-archive', 'Required'],
  ['prototype', 'Unknown'],
  ['logs-es', 'Required'],
  ['sensors', 'Optional'],
  ['cache', 'Optional'],
  ['profiles', 'Required'],
  ['ledger', 'Required'],
  ['timeseries', 'Optional'],
  ['rollups', 'Optional'],
] as const

const playMainJob = async (page: Page, name: string, mark: string) => {
  await page.goto(paths.services())
  const listed = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(listed.getByRole('cell', { name: `${mark}: ${name}` })).toBeVisible()
  await listed.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)

  const region = page.getByRole('region', { name: 'Connection information' })
  const ca = row(page, 'CA Certificate')
  await expect(region).toBeVisible()
  await expect(ca.getByRole('cell', { name: mark, exact: true })).toBeVisible()
  const file = await download(page, ca.getByRole('button', { name: 'Download CA certificate' }))
  const sent = await apiCa()
  expect(file.name).toBe('ca.pem')
  expect(digest(file.bytes)).toBe(digest(sent))
  await expect(ca.getByRole('status')).toHaveText(new RegExp(`^Saved ca\\.pem.* ${PROJECT}\\b.* ${sha256(sent)}$`))
}

for (const services of inGroups(SERVICES, 6)) {
  const names = services.map(([name]) => name)
  test(`find a service, see whether it needs a certificate, download it: ${names.join(', ')}`, async ({ page }) => {
    for (const [name, mark] of services) await test.step(`${name}: ${mark}`, () => playMainJob(page, name, mark))
  })
}

test('every service of the list has its test above', async ({ page }) => {
  await page.goto(paths.services())
  const links = page.getByRole('table', { name: 'Services' }).getByRole('link')
  const names = async () => (await links.allTextContents()).toSorted()
  await expect.poll(names).toEqual(SERVICES.map(([name]) => name as string).toSorted())
})

test('the CA is saved under the name of its project as well', async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  await row(page, 'CA Certificate').getByRole('button', { name: 'Other formats' }).click()
  const file = await download(page, page.getByRole('button', { name: 'Download demo-shop-ca.pem' }))
  expect(file.name).toBe('demo-shop-ca.pem')
  expect(digest(file.bytes)).toBe(digest(await apiCa()))
})

test('a project in rotation gives both certificates, byte for byte', { tag: '@smoke' }, async ({ page }) => {
  await page.goto(paths.service('warehouse', '', 'demo-rotation'))
  const file = await download(page, page.getByRole('button', { name: 'Download CA certificate' }))
  expect(file.bytes.toString().match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  expect(digest(file.bytes)).toBe(digest(await apiCa('demo-rotation')))
  await expect(row(page, 'CA Certificate').getByRole('status')).toContainText(/2 CA certificates.* demo-rotation/)
})

test.describe('Kafka with client certificates', { tag: '@smoke' }, () => {
  for (const username of ['avnadmin', 'orders-producer']) {
    test(`${username}: key, certificate, and all in one archive`, async ({ page }) => {
      await page.goto(paths.service('events'))
      await page.getByLabel('User').selectOption(username)
      await expect(page).toHaveURL(/user=/)
      // The user's data has loaded, so nothing moves any more.
      await expect(row(page, 'Access Certificate')).toContainText(/\(.*20\d\d\)/)
      const user = await apiUser('events', username)

      const key = await download(page, page.getByRole('button', { name: 'Download access key' }))
      expect([key.name, digest(key.bytes)]).toEqual(['service.key', digest(user.access_key)])
      await expect(row(page, 'Access Key').getByRole('status')).toHaveText(
        new RegExp(`^Saved service\\.key.* ${username}\\b.* ${PROJECT}\\b.* ${sha256(user.access_cert)}$`),
      )
      const certificate = await download(page, page.getByRole('button', { name: 'Download access certificate' }))
      expect([certificate.name, digest(certificate.bytes)]).toEqual(['service.cert', digest(user.access_cert)])

      const archive = await download(page, page.getByRole('button', { name: 'Download all' }))
      expect(archive.name).toBe(`events-${username}.zip`)
      const files = unzipSync(archive.bytes)
      expect(Object.keys(files)).toEqual(['ca.pem', 'service.cert', 'service.key'])
      const [ca, cert, privateKey] = Object.values(files).map((file) => digest(Buffer.from(file)))
      expect([ca, cert, privateKey]).toEqual([digest(await apiCa()), digest(user.access_cert), digest(user.access_key)])
    })
  }

  test('the archive lets only its owner read the key', async ({ page }) => {
    await page.goto(paths.service('events'))
    const { bytes } = await download(page, page.getByRole('button', { name: 'Download all' }))
    // The central directory's entries (PKWARE APPNOTE, 4.3.12): Unix mode in the upper half of the attributes.
    const modes: Record<string, string> = {}
    for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
      const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
      modes[name] = (bytes.readUInt32LE(at + 38) >>> 16).toString(8)
    }
    expect(modes).toEqual({ 'ca.pem': '644', 'service.cert': '644', 'service.key': '600' })
  })

  test('shown and copied are the same bytes as saved', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(paths.service('events'))
    const user = await apiUser('events', 'avnadmin')
    for (const [header, what, text] of [
      ['Access Key', 'access key', user.access_key],
      ['Access Certificate', 'access certificate', user.access_cert],
      ['CA Certificate', 'CA certificate', await apiCa()],
    ] as const) {
      const button = row(page, header).getByRole('button', { name: `Show ${what}` })
      await button.click()
      expect(await row(page, header).getByRole('region').textContent()).toBe(text)
      await row(page, header)
        .getByRole('button', { name: `Hide ${what}` })
        .click()
      await expect(row(page, header).getByRole('region')).toHaveCount(0)
      await row(page, header)
        .getByRole('button', { name: `Copy ${what}` })
        .click()
      await expect(row(page, header).getByRole('status')).toContainText('Copied')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    }
  })
})

test('two fast clicks save one file', async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  let saved = 0
  page.on('download', () => saved++)
  const button = page.getByRole('button', { name: 'Download CA certificate' })
  await button.dblclick()
  await expect(row(page, 'CA Certificate').getByRole('status')).toContainText('Saved ca.pem')
  await button.click()
  await page.waitForTimeout(300)
  expect(saved).toBe(1)
  await page.waitForTimeout(1000)
  await download(page, button)
  expect(saved).toBe(2)
})

test('by keyboard alone', { tag: '@smoke' }, async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('table')).toBeVisible()
  const tabTo = async (name: string | RegExp, role: 'link' | 'button' | 'searchbox') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' })
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) return
    }
    throw new Error(`Tab never came to ${String(name)}`)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo('Search services', 'searchbox')
  await page.keyboard.type('orders')
  await expect(page.getByText(`2 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  await tabTo('orders-db', 'link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo('Download CA certificate', 'button')
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(file.suggestedFilename()).toBe('ca.pem')
  await expect(page.getByRole('button', { name: 'Download CA certificate' })).toBeFocused()
})
