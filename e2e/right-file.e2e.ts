/** Never a wrong file: a saved file belongs to what the page shows, and is fresh. */
import { apiUser, download, expect, paths, row, test } from './fixtures.ts'

test('a download that is under way when another user is chosen saves nothing', async ({ page }) => {
  let saved = 0
  page.on('download', () => saved++)
  await page.goto(paths.service('events', '?scenario=slow'))
  await expect(row(page, 'Access Key')).toBeVisible()
  const button = row(page, 'Access Key').getByRole('button', { name: 'Download access key' })
  await button.click()
  await page.getByLabel('User').selectOption('orders-producer')
  await expect(page).toHaveURL(/user=orders-producer/)
  await page.clock.runFor(60_000)
  await expect(row(page, 'Access Key').getByRole('status')).toBeEmpty()
  // The next download is the first: none came before it.
  const { bytes } = await download(page, button)
  expect(bytes.toString()).toBe((await apiUser('events', 'orders-producer')).access_key)
  expect(saved).toBe(1)
})

test('nothing that was shown or said of one service is left on the next', async ({ page }) => {
  // Two services without endpoints and users: for the page, only their names differ.
  await page.goto(paths.service('region-mirror'))
  await page.getByRole('navigation').getByRole('link', { name: 'Back to services' }).click()
  await page.getByRole('link', { name: 'new-orders-db' }).click()
  await row(page, 'CA Certificate').getByRole('button', { name: 'Show CA certificate' }).click()
  await expect(page.getByText('BEGIN CERTIFICATE')).toBeVisible()
  await page.evaluate(() => {
    history.go(-2)
  })
  await expect(page.getByRole('heading', { level: 1, name: 'region-mirror' })).toBeVisible()
  await expect(page.getByText('BEGIN CERTIFICATE')).toHaveCount(0)
})

test('a user who is not there: nobody is chosen instead', async ({ page }) => {
  await page.goto(paths.service('events', '?user=orders-prod'))
  await expect(page.getByRole('alert').and(page.getByTestId('no-such-user'))).toContainText('orders-prod')
  await expect(row(page, 'Access Key')).toHaveCount(0)
  await page.getByLabel('User').selectOption('orders-producer')
  await expect(row(page, 'Access Key')).toContainText('orders-producer')
  await expect(page.getByRole('alert')).toHaveCount(0)
})
