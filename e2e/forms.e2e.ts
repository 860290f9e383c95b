import { unzipSync } from 'fflate'

import { apiCa, digest, download, expect, paths, row, test } from './fixtures.ts'

test('a certificate is saved in another form, byte for byte', async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  await row(page, 'CA Certificate').getByRole('button', { name: 'Save as...' }).click()
  await page.getByRole('radio', { name: 'Base64' }).click()
  const file = await download(page, page.getByRole('button', { name: 'Download demo-shop-ca.pem.b64' }))
  expect(digest(Buffer.from(file.bytes.toString(), 'base64'))).toBe(digest(await apiCa()))
})

test('key stores are made under the policy of the live build, and leave the page free', async ({ page }) => {
  await page.goto(paths.service('events'))
  await page.getByRole('button', { name: 'Key stores...' }).click()
  const make = page.getByRole('button', { name: 'Make and download' })
  await expect(make).toBeVisible()
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
  })
  const { name, bytes } = await download(page, make)
  expect(name).toBe('events-avnadmin-key-stores.zip')
  expect(Object.keys(unzipSync(bytes))).toEqual(['client.truststore.p12', 'client.keystore.p12'])
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks)
  test.info().annotations.push({ type: 'long tasks', description: tasks.join(', ') || 'none' })
  // 10,000 rounds in one go would be several times as long, on any machine.
  expect(Math.max(0, ...tasks)).toBeLessThan(200)
})
