import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/overview${search}`
const row = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })

describe('Kafka', () => {
  it('has every way of connecting, each with its mark', async () => {
    const { url: here } = await renderApp(url('events'))
    await expect.element(row('CA Certificate')).toHaveTextContent('Required')
    await expect.element(row('Access Key')).toHaveTextContent('Required')
    await expect.element(row('Access Certificate')).toHaveTextContent('Required')
    await page.getByRole('radio', { name: 'SASL' }).click()
    await expect.element(row('Password')).toBeVisible()
    expect(row('Access Key').elements()).toHaveLength(0)
    await expect.element(row('CA Certificate')).toHaveTextContent('Required')
    await page.getByRole('radio', { name: /Encrypt/ }).click()
    await expect.element(row('CA Certificate').getByRole('cell').first()).toHaveTextContent(/^Optional$/)
    expect(here()).toBe(url('events', '?auth=sasl&ca=letsencrypt'))
    await page.getByRole('tab', { name: 'Schema Registry' }).click()
    await expect.element(row('Service URI')).toHaveTextContent(/https:\/\/CLICK_TO:REVEAL_PASSWORD@/)
    expect(here()).toBe(url('events', '?component=schema_registry'))
  })

  it('opens the endpoint and user that the URL names', async () => {
    await renderApp(url('events', '?route=public&user=audit-consumer'))
    await expect.element(row('Host')).toHaveTextContent('public-events-demo-shop')
    await expect.element(row('Access Certificate')).toHaveTextContent('20 Nov 2026')
  })

  it('explains what a key, a certificate and a CA mean', async () => {
    await renderApp(url('events', '?user=orders-producer'))
    for (const [header, what, words] of [
      ['Access Key', 'access key', /orders-producer.*13 Dec 2026/],
      ['Access Certificate', 'access certificate', /orders-producer.*events.*13 Dec 2026/],
      ['CA Certificate', 'CA certificate', /demo-shop.*14 Jun 2034/],
    ] as const) {
      await page.getByRole('button', { name: `Show ${what}` }).click()
      await expect.element(row(header).getByTestId('meaning')).toHaveTextContent(words)
    }
  })

  it('warns in words how long a certificate is good', async () => {
    await renderApp(url('events', '?user=orders-producer'))
    await expect.element(row('Access Certificate')).toHaveTextContent(/19 days/)
  })

  it('withheld secrets: nothing is shown, and the row says why', async () => {
    await renderApp(url('events'), { scenario: 'redacted' })
    for (const what of ['key', 'certificate']) {
      await page.getByRole('button', { name: `Show access ${what}` }).click()
      await expect
        .element(row(`Access ${what === 'key' ? 'Key' : 'Certificate'}`).getByRole('alert'))
        .toHaveAttribute('data-testid', 'withheld')
    }
    expect(document.body.textContent).not.toContain('-----BEGIN')
  })

  it('a withheld password is not shown', async () => {
    await renderApp(url('orders-db'), { scenario: 'redacted' })
    await page.getByRole('button', { name: 'Show password' }).click()
    await expect.element(row('Password').getByRole('alert')).toHaveAttribute('data-testid', 'withheld')
  })
})
