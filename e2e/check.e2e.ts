import { apiCa, apiUser, download, expect, test } from './fixtures.ts'

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

test(
  'check: files that are chosen stay in the page, and come back repaired byte for byte',
  { tag: '@smoke' },
  async ({ page }) => {
    const ca = await apiCa()
    const { access_cert, access_key } = await apiUser('events', 'avnadmin')
    await page.goto('/check')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (
      await chooser
    ).setFiles([file('ca.pem', `\ufeff${ca}`), file('service.cert', access_cert), file('service.key', access_key)])
    await expect(page.getByRole('region', { name: 'Together' })).toContainText(/matches the certificate in/)
    await expect(page.getByRole('article', { name: 'ca.pem' })).toContainText('byte-order mark')
    const saved = await download(page, page.getByRole('button', { name: 'Download ca.pem, repaired' }))
    expect(saved.bytes.toString()).toBe(ca)
    // The demo's API is in the page: no request may leave it, and nothing may be stored.
    expect(
      await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
    ).not.toContain('BEGIN')
  },
)

test('check: a file that is dropped, and a paste of 10,000 certificates', async ({ page }) => {
  const ca = await apiCa()
  await page.goto('/check')
  await expect(page.getByRole('heading', { name: 'Troubleshoot', level: 1 })).toBeVisible()
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.pem'))
    return data
  }, ca)
  await page.getByRole('region', { name: 'What to check' }).dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByRole('article', { name: 'dropped.pem' })).toContainText(
    'The CA certificate of project demo-shop',
  )
  await page.getByRole('textbox').evaluate((field, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text.repeat(10_000))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, ca)
  // There is progress at once, and then an answer.
  const pasted = page.getByRole('article', { name: 'Pasted text' })
  await expect(pasted).toBeVisible()
  await expect(pasted).toContainText('9,000 more were only counted')
})
