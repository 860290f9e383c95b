import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const url = (service: string, search = '', project = 'demo-shop') =>
  `/project/${project}/services/${service}/overview${search}`
const dialog = () => page.getByRole('dialog')
const field = () => dialog().getByLabelText('Password of the stores', { exact: true })
const make = () => dialog().getByRole('button', { name: 'Make and download' })
/** Thousands of rounds on a machine that others use as well. */
const MAKING = { timeout: 20_000 }
const saved = () => dialog().getByRole('status').filter({ hasText: 'Saved' })

describe('key stores', () => {
  it('are made with a password of their own, and the page says what was saved', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(field()).toHaveAttribute('type', 'password')
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    expect(password).toMatch(/^\w{24}$/)
    expect(document.body.textContent).not.toContain(password)
    await dialog().getByLabelText('client.truststore.jks').click()
    await make().click()
    await expect
      .element(saved(), MAKING)
      .toHaveTextContent(
        /^Saved client\.keystore\.p12, client\.truststore\.p12, client\.truststore\.jks: access certificate SHA-256 .* CA certificate of project demo-shop/,
      )
  })

  it('are made by Enter; the password is a new one to a password manager, which knows whose it is', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(field()).toHaveAttribute('autocomplete', 'new-password')
    const owner = (field().element() as HTMLInputElement).form?.querySelector<HTMLInputElement>(
      '[autocomplete=username]',
    )
    expect(owner?.value).toContain('avnadmin')
    await userEvent.type(field(), '{Enter}')
    await expect.element(saved(), MAKING).toBeVisible()
  })

  it('come with their configuration, the password in it only when asked', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    const properties = dialog().getByRole('region', { name: 'Contents of client.properties' })
    await expect.element(properties).toHaveTextContent('ssl.truststore.location=client.truststore.p12')
    expect(properties.element().textContent).not.toContain(password)
    await dialog().getByLabelText('With the password of the stores in it').click()
    await expect.element(properties).toHaveTextContent(`ssl.keystore.password=${password}`)
  })

  it.each([
    ['changeit', /Everybody knows/],
    ['short', /at least 6/],
  ])('refuses the password %s', async (password, message) => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await field().fill(password)
    await expect.element(field()).toHaveAccessibleDescription(message)
    await expect.element(make()).toHaveAttribute('aria-disabled', 'true')
  })

  it('says what Java cannot do with a password beyond ASCII', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await field().fill('käse und brot')
    await expect.element(dialog().getByText(/Java opens no PKCS#12 store/)).toBeVisible()
  })

  it('with an expired certificate only if one says so', async () => {
    await renderApp(url('events', '?user=audit-consumer'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(dialog().getByRole('alert')).toHaveTextContent(/ended on 20 Nov 2026: servers refuse it/)
    await expect.element(make()).toHaveAttribute('aria-disabled', 'true')
    await dialog().getByLabelText('Use it even so').click()
    await make().click()
    await expect.element(saved(), MAKING).toBeVisible()
  })

  it('a trust store alone where clients log in with a password; both CAs of a rotation in it', async () => {
    await renderApp(url('warehouse', '', 'demo-rotation'))
    await page.getByRole('button', { name: 'Trust store...' }).click()
    await expect.element(dialog()).toHaveTextContent(/aiven-ca-1 and aiven-ca-2: a rotation is under way/)
    expect(dialog().getByLabelText('client.keystore.p12').elements()).toHaveLength(0)
    await make().click()
    await expect.element(saved(), MAKING).toHaveTextContent(/^Saved client\.truststore\.p12: 2 CA certificates/)
  })

  it('forgets everything when the dialog closes', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect.element(field()).not.toHaveValue(password)
  })

  it.each([
    ['key-mismatch', /does not match/],
    ['redacted', /service:secrets:read/],
    ['ca-html', /web page/],
    ['ca-of-another', /did not sign the access certificate/],
  ] as const)('scenario %s: said before anything is made', async (scenario, message) => {
    await renderApp(url('events'), { scenario })
    await page.getByRole('button', { name: 'Key stores...' }).click()
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'No key stores can be made.' }))
      .toHaveTextContent(message)
    expect(dialog().elements()).toHaveLength(0)
  })
})
