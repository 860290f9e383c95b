import { apiCa, digest, download, expect, paths, row, test } from './fixtures.ts'

/** What the API sends instead of the certificate, and the id of the message in the row. */
const BROKEN = [
  ['ca-empty', 'nothing'],
  ['ca-null', 'nothing'],
  ['ca-cut', 'no-end'],
  ['ca-html', 'web-page'],
  ['ca-private-key', 'private-key'],
  ['ca-garbage', 'broken-certificate'],
  ['ca-not-base64', 'not-base64'],
  ['ca-500', 'http-500'],
  ['ca-403', 'http-403'],
  ['ca-answer-html', 'contract'],
] as const

const CLIPBOARD = 'from before'

for (const [scenario, problem] of BROKEN) {
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
      await expect(ca.getByRole('alert')).toHaveAttribute('data-testid', problem)
      await ca.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
      await expect(ca.getByRole('alert')).toHaveAttribute('data-testid', problem)
      await expect(ca.getByRole('alert')).toHaveCount(1)
      await expect(ca.getByRole('status')).toBeEmpty()
    }
    await expect(ca.getByRole('cell', { name: 'Required', exact: true })).toBeVisible()
    expect(await ca.textContent()).not.toContain('-----')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CLIPBOARD)
    expect(saved).toBe(0)
  })
}

test('what was broken once is said; Download asks again and saves', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-once'))
  const ca = row(page, 'CA Certificate')
  await expect(ca.getByRole('alert')).toHaveAttribute('data-testid', 'web-page')
  const file = await download(page, ca.getByRole('button', { name: 'Download CA certificate' }))
  expect(digest(file.bytes)).toBe(digest(await apiCa()))
  await expect(ca.getByRole('alert')).toHaveCount(0)
})

test('what was broken once: Retry before anything else mends the row', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-once'))
  const ca = row(page, 'CA Certificate')
  await ca.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
  await expect(ca.getByRole('alert')).toHaveCount(0)
  await expect(ca).toContainText('14 Jun 2034')
})

test('a failure that repeats itself is seen again', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=ca-500'))
  const alert = row(page, 'CA Certificate').getByRole('alert')
  await expect(alert).toContainText('12:00:00')
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:07Z'))
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(alert).toContainText('12:00:07')
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
      if (scenario === 'redacted') {
        await expect(row(page, header).getByRole('alert')).toHaveAttribute('data-testid', 'withheld')
        continue
      }
      // The page asks about a mismatched pair, and saves nothing without an answer.
      await expect(page.getByRole('dialog').getByRole('alert')).toHaveAttribute('data-testid', 'not-a-pair')
      await page.keyboard.press('Escape')
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
    await expect(ca.getByTestId('copy-by-hand')).toBeVisible()
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      (await ca.getByRole('region').textContent())?.trim(),
    )
    // Once more, after the selection was cleared.
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await ca.getByRole('button', { name: 'Copy CA certificate' }).click()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('BEGIN CERTIFICATE')

    await row(page, 'Host').getByRole('button', { name: 'Copy Host' }).click()
    await expect(row(page, 'Host').getByTestId('copy-by-hand')).toBeVisible()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('orders-db-demo-shop.a.example.com')

    const password = row(page, 'Password')
    await password.getByRole('button', { name: 'Show password' }).click()
    await password.getByRole('button', { name: 'Copy Password' }).click()
    await expect(password.getByRole('region')).toContainText('AVNS_')
    await password.getByRole('button', { name: 'Hide password' }).click()
    await expect(page.locator('body')).not.toContainText('AVNS_')
  })
})
