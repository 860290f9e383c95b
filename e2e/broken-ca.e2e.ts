import { apiCa, digest, download, expect, paths, row, test } from './fixtures.ts'

/** What stands in the certificate's place, and what the row must say about it. */
const BROKEN = [
  ['ca-empty', /The API sent nothing where a certificate should be\./],
  ['ca-null', /The API sent nothing where a certificate should be\./],
  ['ca-cut', /The API sent a certificate that is cut off: its last lines are missing\./],
  ['ca-html', /The API sent a web page instead of a certificate\./],
  ['ca-private-key', /The API sent a private key instead of a certificate\./],
  ['ca-garbage', /broken bytes in the dress of a certificate/],
  ['ca-not-base64', /garbage between its first and last line/],
  ['ca-500', /The API said: Internal server error\. \(status 500\)/],
  ['ca-403', /Not allowed to read the CA\. \(status 403\) Your token lacks a right: projects:read/],
  ['ca-answer-html', /The API sent a web page instead of data\./],
] as const

const CLIPBOARD = 'what was on the clipboard before'

for (const [scenario, message] of BROKEN) {
  test(`${scenario}: nothing is saved or copied, the row says what came, Retry is there`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(paths.service('orders-db', `?scenario=${scenario}`))
    await expect(row(page, 'CA Certificate')).toBeVisible()
    await page.evaluate((text) => navigator.clipboard.writeText(text), CLIPBOARD)
    let saved = 0
    page.on('download', () => saved++)
    const ca = row(page, 'CA Certificate')
    for (const action of ['Show', 'Download', 'Copy']) {
      await ca.getByRole('button', { name: `${action} CA certificate` }).click()
      await expect(ca.getByRole('alert')).toContainText(message)
      await expect(ca.getByRole('alert')).toContainText('Nothing was saved or copied')
      await ca.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
      await expect(ca.getByRole('alert')).toContainText(message)
      await expect(ca.getByRole('alert')).toHaveCount(1)
      await expect(ca.getByRole('status')).toBeEmpty()
    }
    await expect(ca.getByRole('cell', { name: 'Required', exact: true })).toBeVisible()
    expect(await ca.textContent()).not.toContain('-----')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CLIPBOARD)
    expect(saved).toBe(0)
  })
}

test('what was broken once: Download says so, Retry asks again and saves', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-once'))
  const ca = row(page, 'CA Certificate')
  await ca.getByRole('button', { name: 'Download CA certificate' }).click()
  await expect(ca.getByRole('alert')).toContainText('a web page instead of a certificate')
  const file = await download(page, ca.getByRole('alert').getByRole('button', { name: 'Retry' }))
  expect(digest(file.bytes)).toBe(digest(await apiCa()))
  await expect(ca.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})

test('what was broken once: Retry before anything else mends the row', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-once'))
  const ca = row(page, 'CA Certificate')
  await ca.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
  await expect(ca.getByRole('alert')).toHaveCount(0)
  await expect(ca).toContainText('Valid until 14 Jun 2034')
})

test('a failure that repeats itself is seen again', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-500'))
  const alert = row(page, 'CA Certificate').getByRole('alert')
  await expect(alert).toContainText('Last tried at 12:00:00')
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:07Z'))
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(alert).toContainText('Last tried at 12:00:07')
})

for (const scenario of ['key-mismatch', 'redacted'] as const) {
  test(`${scenario}: neither key nor certificate nor archive is saved`, async ({ page }) => {
    let saved = 0
    page.on('download', () => saved++)
    await page.goto(paths.service('events', `?scenario=${scenario}`))
    for (const [header, button] of [
      ['Access Key', 'Download access key'],
      ['Access Certificate', 'Download access certificate'],
      ['All files', 'Download all three files'],
    ] as const) {
      await row(page, header).getByRole('button', { name: button }).click()
      await expect(row(page, header).getByRole('alert')).toContainText(
        scenario === 'redacted' ? 'service:secrets:read' : 'does not match',
      )
    }
    expect(saved).toBe(0)
  })
}

test.describe('a clipboard that is refused', () => {
  test('the text is selected, and the user is told', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { write: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
      })
    })
    await page.goto(paths.service('orders-db'))
    const ca = row(page, 'CA Certificate')
    await ca.getByRole('button', { name: 'Copy CA certificate' }).click()
    await expect(ca.getByRole('status')).toContainText('The browser refused the clipboard')
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      (await ca.getByRole('region').textContent())?.trim(),
    )
    // Again, after the selection has gone elsewhere.
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await ca.getByRole('button', { name: 'Copy CA certificate' }).click()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('BEGIN CERTIFICATE')

    await row(page, 'Host').getByRole('button', { name: 'Copy Host' }).click()
    await expect(row(page, 'Host')).toContainText('The browser refused the clipboard')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('orders-db-demo-shop.a.example.com')

    const password = row(page, 'Password')
    await password.getByRole('button', { name: 'Show password' }).click()
    await password.getByRole('button', { name: 'Copy Password' }).click()
    await expect(password.getByRole('region')).toContainText('AVNS_')
    await password.getByRole('button', { name: 'Hide password' }).click()
    await expect(page.locator('body')).not.toContainText('AVNS_')
  })
})
