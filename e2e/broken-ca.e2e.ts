import { expect, paths, row, test } from './fixtures.ts'

/** What stands in the certificate's place, and what the row must say about it. */
const BROKEN = [
  ['ca-empty', /The API sent nothing where a certificate should be\./],
  ['ca-null', /The API sent nothing where a certificate should be\./],
  ['ca-cut', /The API sent one that is cut off: its last lines are missing/],
  ['ca-html', /The API sent a web page instead of a certificate\./],
  ['ca-private-key', /The API sent a private key instead of a certificate\./],
  ['ca-garbage', /broken bytes in the dress of a certificate/],
  ['ca-not-base64', /garbage between its first and last line/],
  ['500', /Internal server error/],
  ['403', /Not a project member/],
  ['404', /Not found/],
  ['html', /a web page instead of data/],
] as const

const CLIPBOARD = 'what was on the clipboard before'

for (const [scenario, message] of BROKEN) {
  test(`${scenario}: nothing is saved or copied, the row says what came, Retry is there`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // The page itself must be there; only what the scenario breaks comes later.
    await page.goto(`${paths.services()}?scenario=default`)
    await page.getByRole('link', { name: 'orders-db', exact: true }).click()
    await expect(row(page, 'CA Certificate')).toBeVisible()
    await page.evaluate((text) => navigator.clipboard.writeText(text), CLIPBOARD)
    await page.goto(paths.service('orders-db', `?scenario=${scenario}`))
    const service = !['500', '403', '404', 'html'].includes(scenario)
    if (!service) {
      if (scenario === '404') await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
      else await expect(page.getByRole('alert').first()).toContainText(message)
      return
    }
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

test('Retry saves the file once the API has got over it', async ({ page }) => {
  await page.goto(paths.service('orders-db', '?scenario=429-once'))
  await expect(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CA certificate' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('ca.pem')
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
        value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
      })
    })
    await page.goto(paths.service('orders-db'))
    const ca = row(page, 'CA Certificate')
    await ca.getByRole('button', { name: 'Copy CA certificate' }).click()
    await expect(ca.getByRole('status')).toContainText('The browser refused the clipboard')
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      (await ca.getByRole('region').textContent())?.trim(),
    )
    await row(page, 'Host').getByRole('button', { name: 'Copy Host' }).click()
    await expect(row(page, 'Host')).toContainText('The browser refused the clipboard')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('orders-db-demo-shop.a.example.com')
  })
})
