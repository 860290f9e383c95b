import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { FORMS } from '../../../snippets/forms/forms.ts'

const url = (service: string, project = 'demo-shop') => `/project/${project}/services/${service}/overview`
const open = (what: string) => page.getByRole('button', { name: `Other formats of ${what}` }).click()
const dialog = () => page.getByRole('dialog')
const choose = (label: string) => dialog().getByRole('radio', { name: label, exact: true }).click()

describe('Other formats', () => {
  it('offers every format of the CA with its file name, to show, copy and save', async () => {
    await renderApp(url('orders-db'))
    await open('CA certificate')
    await expect.element(dialog().getByRole('heading', { name: /^CA certificate/ })).toBeVisible()
    await expect.element(dialog()).toHaveTextContent(/demo-shop.* ([0-9A-F]{2}:){31}/)
    for (const { label, note, files } of FORMS) {
      await choose(label)
      const source = { kind: 'ca', pem: '', project: 'demo-shop' } as const
      if (label !== 'DER') {
        await expect.element(dialog().getByText(note(source), { exact: true })).toBeVisible()
        for (const { name } of files(source)) {
          await expect.element(dialog().getByRole('button', { name: `Download ${name}` })).toBeVisible()
          await expect.element(dialog().getByRole('region', { name: `Contents of ${name}` })).toBeVisible()
        }
      }
    }
    await choose('DER')
    await expect.element(dialog()).toHaveTextContent(/Binary, 1,\d\d\d bytes/)
  })

  it('says what was saved', async () => {
    await renderApp(url('orders-db'))
    await open('CA certificate')
    await choose('Base64')
    await dialog().getByRole('button', { name: 'Download demo-shop-ca.pem.b64' }).click()
    await expect
      .element(
        dialog()
          .getByRole('status')
          .filter({ hasText: /^Saved/ }),
      )
      .toHaveTextContent(/demo-shop-ca\.pem\.b64.* ([0-9A-F]{2}:){31}/)
  })

  it('makes a DER file for each certificate of a rotation', async () => {
    await renderApp(url('warehouse', 'demo-rotation'))
    await open('CA certificate')
    await choose('DER')
    for (const nth of ['1', '2'])
      await expect.element(dialog().getByRole('button', { name: `Download demo-rotation-ca-${nth}.der` })).toBeVisible()
  })

  it('hides a key until requested, and forgets it when the dialog closes', async () => {
    await renderApp(url('events'))
    await open('access key')
    await expect.element(dialog().getByText('Holds a private key')).toBeVisible()
    expect(document.body.textContent).not.toContain('BEGIN PRIVATE KEY')
    await dialog().getByRole('button', { name: 'Show events-avnadmin.key' }).click()
    await expect.element(dialog()).toHaveTextContent(/BEGIN PRIVATE KEY/)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(document.body.textContent).not.toContain('BEGIN PRIVATE KEY')
    await expect.element(page.getByRole('button', { name: 'Other formats of access key' })).toHaveFocus()
  })

  it('selects the text when the browser refuses the clipboard', async () => {
    const clipboard = vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('refused'))
    await renderApp(url('orders-db'))
    await open('CA certificate')
    await dialog().getByRole('button', { name: 'Copy demo-shop-ca.pem' }).click()
    await expect.element(dialog().getByTestId('copy-by-hand')).toBeVisible()
    expect(getSelection()?.toString()).toContain('BEGIN CERTIFICATE')
    clipboard.mockRestore()
  })

  it.each([
    ['ca-html', 'orders-db', 'CA certificate', 'web-page'],
    ['redacted', 'events', 'access key', 'withheld'],
  ] as const)('scenario %s: a message in the row, and no dialog', async (scenario, service, what, problem) => {
    await renderApp(url(service), { scenario })
    await open(what)
    await expect.element(page.getByRole('alert').first()).toHaveAttribute('data-testid', problem)
    expect(dialog().elements()).toHaveLength(0)
  })
})
