/** Expired or mismatched files leave the page only after one question, whichever button is used. */
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const dialog = page.getByRole('dialog')
const saved = page.getByRole('status').filter({ hasText: /^Saved/ })
const MAKING = { timeout: 20_000 }

const KAFKA = '/project/demo-shop/services/events'
const ENDED_USER = `${KAFKA}/overview?user=audit-consumer`
const ENDED_CA = '/project/demo-legacy/services/reports-db/overview'

/** Every way to save or copy a file: page, button, the verb in the question, and how to see that it worked. */
const ACTIONS = [
  [ENDED_USER, 'Download access key', 'Download', 'expired', saved],
  [ENDED_USER, 'Download access certificate', 'Download', 'expired', saved],
  [ENDED_USER, 'Download all three files', 'Download', 'expired', saved],
  [ENDED_USER, 'Other formats of access key', 'Save', 'expired', dialog.getByRole('radio').first()],
  [ENDED_USER, 'Key stores', 'Create', 'expired', dialog.getByLabelText('client.keystore.p12')],
  [`${KAFKA}/connect?client=kcat&user=audit-consumer`, 'Download bundle', 'Download', 'expired', saved],
  [ENDED_CA, 'Download CA certificate', 'Download', 'expired', saved],
  [ENDED_CA, 'Other formats of CA certificate', 'Save', 'expired', dialog.getByRole('radio').first()],
  [ENDED_CA, 'Trust store', 'Create', 'expired', dialog.getByLabelText('client.truststore.p12')],
  ['/project/demo-legacy/ca-rotation', 'Download CA certificate', 'Download', 'expired', saved],
] as const

describe('an expired file', () => {
  it.each(ACTIONS)('%s, %s', async (url, button, verb, doubt, done) => {
    await renderApp(url)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', doubt)
    expect(saved.elements()).toHaveLength(0)
    await dialog.getByRole('button', { name: `${verb} anyway` }).click()
    await expect.element(done, MAKING).toBeVisible()
  })

  it('is copied by the click that answers the question', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    await renderApp(ENDED_CA)
    await page.getByRole('button', { name: 'Copy CA certificate' }).click()
    await dialog.getByRole('button', { name: 'Copy anyway' }).click()
    await expect.element(page.getByRole('status').filter({ hasText: /^Copied/ })).toBeVisible()
    write.mockRestore()
  })

  it('can be shown, and Cancel and Escape save nothing', async () => {
    await renderApp(ENDED_CA)
    await page.getByRole('button', { name: 'Show CA certificate' }).click()
    await expect.element(page.getByText('BEGIN CERTIFICATE')).toBeVisible()
    const button = page.getByRole('button', { name: 'Download CA certificate' })
    await button.click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(button).toHaveFocus()
    await button.click()
    await expect.element(dialog).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    expect(saved.elements()).toHaveLength(0)
  })
})

describe('a key that does not match', () => {
  it.each([
    ['overview', 'Show access key', 'Show', page.getByText('BEGIN PRIVATE KEY')],
    ['overview', 'Download access key', 'Download', saved],
    ['overview', 'Download all three files', 'Download', saved],
    ['overview', 'Other formats of access certificate', 'Save', dialog.getByRole('radio').first()],
    ['overview', 'Key stores', 'Create', dialog.getByLabelText('client.keystore.p12')],
    ['connect?client=kcat', 'Download bundle', 'Download', saved],
  ] as const)('%s, %s', async (place, button, verb, done) => {
    await renderApp(`${KAFKA}/${place}`, { scenario: 'key-mismatch' })
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', 'not-a-pair')
    expect(done.elements()).toHaveLength(0)
    await dialog.getByRole('button', { name: `${verb} anyway` }).click()
    await expect.element(done, MAKING).toBeVisible()
  })
})

it('is asked about in the list and the palette too', async () => {
  await renderApp('/project/demo-legacy/services')
  await page.getByRole('checkbox', { name: 'Select reports-db' }).click()
  await page.getByRole('button', { name: 'Download CA', exact: true }).click()
  await dialog.getByRole('button', { name: 'Download anyway' }).click()
  await expect.element(saved).toBeVisible()
  await userEvent.keyboard('{Control>}k{/Control}')
  await page.getByRole('combobox', { name: /^Page/ }).fill('download ca for demo-legacy')
  await userEvent.keyboard('{Enter}')
  await dialog.getByRole('button', { name: 'Download anyway' }).click()
  await expect.element(dialog.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
})
