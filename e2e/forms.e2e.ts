import { unzipSync } from 'fflate'

import { apiCa, digest, download, expect, paths, row, test } from './fixtures.ts'

test('a certificate is saved in another form, byte for byte', { tag: '@smoke' }, async ({ page }) => {
  await page.goto(paths.service('orders-db'))
  await row(page, 'CA Certificate').getByRole('button', { name: 'Other formats' }).click()
  await page.getByRole('radio', { name: 'Base64' }).click()
  const file = await download(page, page.getByRole('button', { name: 'Download demo-shop-ca.pem.b64' }))
  expect(digest(Buffer.from(file.bytes.toString(), 'base64'))).toBe(digest(await apiCa()))
})

test(
  'key stores are made under the policy of the live build, and leave the page free',
  { tag: '@smoke' },
  async ({ page }) => {
    await page.goto(paths.service('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    const make = page.getByRole('button', { name: 'Create and download' })
    await expect(make).toBeVisible()
    // Time limits mean little on a shared machine, so this checks that the page's timers run while stores are made.
    await page.evaluate(() => {
      const heard = { ticks: 0 }
      Object.assign(globalThis, { heard })
      document.addEventListener('click', () => setInterval(() => heard.ticks++, 1), { once: true })
    })
    const { name, bytes } = await download(page, make)
    expect(name).toBe('events-avnadmin-key-stores.zip')
    expect(Object.keys(unzipSync(bytes))).toEqual(['client.truststore.p12', 'client.keystore.p12'])
    expect(
      await page.evaluate(() => (globalThis as unknown as { heard: { ticks: number } }).heard.ticks),
    ).toBeGreaterThan(5)

    // With the settings on request: they name the stores beside them, and open them.
    const password = await page.getByLabel('Password of the stores', { exact: true }).inputValue()
    await page.getByRole('checkbox', { name: 'client.properties with the password' }).check()
    const files = unzipSync((await download(page, make)).bytes)
    expect(Object.keys(files).toSorted()).toEqual(['client.keystore.p12', 'client.properties', 'client.truststore.p12'])
    const settings = new Map(
      Buffer.from(files['client.properties'] ?? [])
        .toString()
        .trim()
        .split('\n')
        .map((line) => line.split('=', 2) as [string, string]),
    )
    expect(settings.get('ssl.keystore.location')).toBe('client.keystore.p12')
    expect(settings.get('ssl.truststore.location')).toBe('client.truststore.p12')
    for (const store of ['ssl.keystore', 'ssl.truststore', 'ssl.key'])
      expect(settings.get(`${store}.password`)).toBe(password)
  },
)
