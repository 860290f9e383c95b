import { expect, PROJECT, row, test } from './fixtures.ts'

test('what was written survives a reload of the tab, and a reset takes it back', async ({ page }) => {
  const password = async () => {
    await page.goto(`/project/${PROJECT}/services/events/users?user=avnadmin`)
    const cell = row(page, 'Password').last()
    await cell.getByRole('button', { name: /^Show/ }).click()
    await expect(cell).toContainText('AVNS_')
    return /AVNS_\w+/.exec(await cell.innerText())?.[0]
  }
  const before = await password()
  await page.getByRole('button', { name: 'Reset credentials of avnadmin' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Reset/ }).click()
  await expect(dialog.getByRole('button', { name: 'Copy new password' })).toBeVisible()

  const after = await password()
  expect(after).not.toBe(before)
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain('AVNS_')

  await page.getByRole('button', { name: /^Demo/ }).click()
  const panel = page.getByRole('dialog', { name: 'Demo scenarios' })
  await expect(panel.getByRole('link', { name: /^CA cut off/ })).toHaveAttribute('href', /scenario=ca-cut/)
  await panel.getByRole('button', { name: 'Reset demo' }).click()
  await page.waitForLoadState()
  expect(await password()).toBe(before)
})
