import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const url = (service: string, search = '', project = 'demo-shop') =>
  `/project/${project}/services/${service}/overview${search}`
const dialog = () => page.getByRole('dialog')
const field = () => dialog().getByLabelText('Password of the stores', { exact: true })
const make = () => dialog().getByRole('button', { name: 'Create and download' })
const filesRow = () =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'All files', exact: true }) })
/** Time for thousands of hash rounds on a busy machine. */
const MAKING = { timeout: 20_000 }
const saved = () =>
  dialog()
    .getByRole('status')
    .filter({ hasText: /^Saved/ })

describe('key stores', () => {
  it('are made with a new password, and the page says what was saved', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(field()).toHaveAttribute('type', 'password')
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    expect(password).toMatch(/^\w{24}$/)
    expect(document.body.textContent).not.toContain(password)
    await dialog().getByLabelText('client.keystore.jks').click()
    await dialog().getByLabelText('client.truststore.jks').click()
    await make().click()
    await expect
      .element(saved(), MAKING)
      .toHaveTextContent(
        /events-avnadmin-key-stores\.zip.*client\.keystore\.p12, client\.truststore\.p12, client\.keystore\.jks, client\.truststore\.jks.* ([0-9A-F]{2}:){31}.*demo-shop/,
      )
  })

  it('are made by Enter; a password manager sees a new password and its user name', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(field()).toHaveAttribute('autocomplete', 'new-password')
    const owner = (field().element() as HTMLInputElement).form?.querySelector<HTMLInputElement>(
      '[autocomplete=username]',
    )
    expect(owner?.value).toContain('avnadmin')
    await userEvent.type(field(), '{Enter}')
    await expect.element(saved(), MAKING).toBeVisible()
  })

  it('come with their configuration, which includes the password only on request', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    const properties = dialog().getByRole('region', { name: 'Contents of client.properties' })
    await expect.element(properties).toHaveTextContent('ssl.truststore.location=client.truststore.p12')
    expect(properties.element().textContent).not.toContain(password)
    await dialog().getByLabelText('With the password of the stores in it').click()
    await expect.element(properties).toHaveTextContent(`ssl.keystore.password=${password}`)
    await dialog().getByLabelText('client.keystore.p12').click()
    await dialog().getByLabelText('client.keystore.jks').click()
    await expect.element(properties).toHaveTextContent('ssl.keystore.type=JKS')
    await dialog().getByRole('button', { name: 'Download client.properties' }).click()
    await expect
      .element(dialog().getByRole('status').filter({ hasText: 'client.properties' }))
      .toHaveTextContent('password')
  })

  it('with their settings in the ZIP close at once: the ZIP holds the password', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await dialog().getByLabelText('client.properties with the password').click()
    // Settings that name a missing store would be useless.
    await dialog().getByLabelText('client.keystore.p12').click()
    await expect.element(make()).toHaveAttribute('aria-disabled', 'true')
    await dialog().getByLabelText('client.keystore.p12').click()
    await make().click()
    await expect.element(saved(), MAKING).toHaveTextContent(/key-stores\.zip.*client\.properties/)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
  })

  it("are offered without Kafka's settings for other services", async () => {
    await renderApp('/project/demo-shop/services/billing-mysql/connect?client=connector-j')
    await page.getByRole('button', { name: 'Trust store' }).click()
    await expect.element(field()).toBeVisible()
    expect(dialog().getByText('client.properties').elements()).toHaveLength(0)
  })

  it('ask before closing while their password isn’t copied', async () => {
    const clipboard = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await make().click()
    await expect.element(saved(), MAKING).toBeVisible()
    const question = dialog().getByTestId('password-not-copied')
    await userEvent.keyboard('{Escape}')
    await expect.element(question).toBeVisible()
    await dialog().getByRole('button', { name: 'Close', exact: true }).click()
    await expect.element(question).toBeVisible()
    await question.getByRole('button', { name: 'Copy password' }).click()
    await expect.element(question).not.toBeInTheDocument()
    await dialog().getByRole('button', { name: 'Close', exact: true }).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    clipboard.mockRestore()
  })

  it('that the browser refuses to save still count their password as not copied', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    const withPassword = dialog().getByLabelText('client.properties with the password')
    await withPassword.click()
    const refuses = vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      throw new Error('no file')
    })
    await make().click()
    await expect.element(dialog().getByRole('alert'), MAKING).toBeVisible()
    refuses.mockRestore()
    await withPassword.click()
    await make().click()
    await expect.element(saved(), MAKING).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog().getByTestId('password-not-copied')).toBeVisible()
  })

  it('with a password that the user chose close at once', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await field().fill('only I know this')
    await make().click()
    await expect.element(saved(), MAKING).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
  })

  it.each(['changeit', 'short'])('refuses the password %s', async (password) => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await field().fill(password)
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
    await expect.element(make()).toHaveAttribute('aria-disabled', 'true')
  })

  it('says what Java cannot do with a non-ASCII password', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await field().fill('käse und brot')
    await expect.element(dialog().getByTestId('password-beyond-ascii')).toBeVisible()
  })

  it('with an expired certificate is made only after confirmation', async () => {
    await renderApp(url('events', '?user=audit-consumer'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(dialog().getByTestId('expired')).toHaveTextContent('20 Nov 2026')
    expect(field().elements()).toHaveLength(0)
    await dialog().getByRole('button', { name: 'Create anyway' }).click()
    await make().click()
    await expect.element(saved(), MAKING).toBeVisible()
  })

  it('only a trust store if clients log in with a password; it holds both CAs of a rotation', async () => {
    await renderApp(url('warehouse', '', 'demo-rotation'))
    await page.getByRole('button', { name: 'Trust store' }).click()
    await expect.element(dialog()).toHaveTextContent(/aiven-ca-1 and aiven-ca-2/)
    expect(dialog().getByLabelText('client.keystore.p12').elements()).toHaveLength(0)
    await make().click()
    await expect.element(saved(), MAKING).toHaveTextContent(/client\.truststore\.p12.* 2 CA certificates/)
  })

  it('forgets everything when the dialog closes', async () => {
    await renderApp(url('events'))
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(field()).toBeVisible()
    const password = (field().element() as HTMLInputElement).value
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(field()).not.toHaveValue(password)
  })

  it.each([
    ['redacted', 'withheld'],
    ['ca-html', 'web-page'],
    ['ca-of-another', 'not-signed'],
  ] as const)('scenario %s: said before anything is made', async (scenario, problem) => {
    await renderApp(url('events'), { scenario })
    await page.getByRole('button', { name: 'Key stores' }).click()
    await expect.element(filesRow().getByRole('alert')).toHaveAttribute('data-testid', problem)
    expect(dialog().elements()).toHaveLength(0)
  })
})
