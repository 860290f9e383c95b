import { expect, paths, row, test } from './fixtures.ts'

test('the CA certificate as a command: for sh and for PowerShell, copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.service('orders-db'))
  const ca = row(page, 'CA Certificate')
  await ca.getByText('Command line').click()
  await expect(ca.getByTestId('command-note')).toContainText('user-creds-download')
  await ca.getByRole('button', { name: 'Copy command 1 for the CA certificate' }).click()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(clipboard).toBe('avn project ca-get --project=demo-shop --target-filepath=ca.pem')
  await ca.getByRole('radio', { name: 'PowerShell' }).check()
  await ca.getByRole('button', { name: 'Copy command 2 for the CA certificate' }).click()
  await expect.poll(clipboard).toContain('Invoke-RestMethod')
})

test('a Kafka user as a command follows the user that is chosen', async ({ page }) => {
  await page.goto(paths.service('events', '?user=orders-producer'))
  await row(page, 'All files').getByText('Command line').click()
  await expect(row(page, 'All files')).toContainText(
    'avn service user-creds-download --project=demo-shop --username=orders-producer --target-directory=. events',
  )
  await expect(row(page, 'CA Certificate').getByTestId('command-note')).toHaveCount(0)
})
