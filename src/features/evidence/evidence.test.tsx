import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/overview${search}`
const row = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })
const why = () => row('CA Certificate').getByRole('button', { name: 'Why?' })
const dialog = () => page.getByRole('dialog')

describe('Why?', () => {
  it('at the CA row: the row of the table, the fields with their values, the documentation with the day', async () => {
    await renderApp(url('events', '?auth=sasl&ca=letsencrypt'))
    await why().click()
    await expect.element(page.getByRole('dialog', { name: /^Why .*optional/ })).toBeVisible()
    await expect.element(dialog().getByTestId('basis-api')).toBeVisible()
    await expect.element(dialog().getByRole('link', { name: /SASL on a public CA/ })).toBeVisible()
    await expect.element(dialog()).toHaveTextContent(/components\[\]\.kafka_ssl_caletsencrypt/)
    await expect.element(dialog()).toHaveTextContent(/Kafka SASL authentication.*23 Nov 2026/)
    await expect
      .element(dialog().getByRole('link', { name: 'Kafka SASL authentication' }))
      .toHaveAttribute('href', 'https://aiven.io/docs/products/kafka/howto/kafka-sasl-auth')
  })

  it('links to the row of the requirements table, which is highlighted', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await why().click()
    await dialog().getByRole('link', { name: 'Aiven for PostgreSQL' }).click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'TLS requirements' })).toBeVisible()
    expect(here()).toBe('/tls-requirements')
    await expect.element(page.getByRole('row', { name: /^Aiven for PostgreSQL/ })).toHaveClass(/bg-accent-soft/)
    expect(dialog().elements()).toHaveLength(0)
  })

  it('of a starred type: the hint, and how to find out, with a question for support to copy', async () => {
    await renderApp(url('logs-es'))
    await why().click()
    await expect.element(dialog()).toHaveTextContent(/features\.letsencryptfalse/)
    await expect.element(dialog().getByTestId('basis-hint')).toBeVisible()
    await expect.element(dialog().getByTestId('how-to-find-out')).toBeVisible()
    await dialog().getByText('Command line').click()
    await expect
      .element(dialog())
      .toHaveTextContent(/openssl s_client -connect logs-es-demo-shop\.a\.example\.com:20984 -servername/)
    await expect
      .element(dialog().getByRole('region', { name: 'Question for support' }))
      .toHaveTextContent(/"logs-es" \(elasticsearch\).*"demo-shop"/)
    await expect.element(dialog().getByRole('button', { name: 'Copy question for support' })).toBeVisible()
  })

  it('of another type: nothing is uncertain, so nothing to find out', async () => {
    await renderApp(url('orders-db'))
    await why().click()
    await expect.element(dialog().getByTestId('basis-table')).toBeVisible()
    expect(dialog().getByTestId('how-to-find-out').elements()).toHaveLength(0)
  })

  it('of an unknown type: says that no source covers it', async () => {
    await renderApp(url('prototype'))
    await why().click()
    await expect.element(dialog().getByTestId('basis-unknown')).toBeVisible()
  })

  it('of a service without an endpoint: says that the verdict is about its type', async () => {
    await renderApp(url('new-orders-db'))
    await why().click()
    await expect.element(dialog()).toHaveTextContent(/components\[\]\.componentabsent.*pg/)
  })

  it('at key and certificate too', async () => {
    await renderApp(url('events'))
    for (const header of ['Access Key', 'Access Certificate']) {
      await row(header).getByRole('button', { name: 'Why?' }).click()
      await expect.element(dialog()).toHaveTextContent(/Aiven for Apache Kafka/)
      await userEvent.keyboard('{Escape}')
      await expect.element(dialog()).not.toBeInTheDocument()
    }
  })

  it('by keyboard: Enter opens, Escape closes, the focus comes back', async () => {
    await renderApp(url('orders-db'))
    await expect.element(why()).toBeVisible()
    why().element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog()).toBeVisible()
    expect(dialog().element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(why()).toHaveFocus()
  })
})

describe('the mark in the list', () => {
  it("opens what decided it, and says that it is the main endpoint's; its cell still holds the mark alone", async () => {
    await renderApp('/project/demo-shop/services')
    const mark = page.getByRole('row', { name: /^Select cache / }).getByRole('button', { name: /^Optional/ })
    await expect.element(mark).toBeVisible()
    expect(mark.element().closest('td')?.textContent).toBe('Optional')
    await mark.click()
    await expect.element(page.getByRole('dialog', { name: /^Why .*optional/ })).toBeVisible()
    await expect.element(dialog()).toHaveTextContent(/cache, Redis at /)
    await expect.element(dialog().getByTestId('main-endpoint')).toBeVisible()
    await dialog().getByRole('button', { name: 'Close' }).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(mark).toHaveFocus()
  })
})

describe('the requirements page', () => {
  it("links to the user's own services of a type, in the last open project", async () => {
    localStorage.setItem('last-project', 'demo-shop')
    await renderApp('/tls-requirements')
    await expect
      .element(
        page.getByRole('row', { name: /^Aiven for PostgreSQL/ }).getByRole('link', { name: '2 services in demo-shop' }),
      )
      .toHaveAttribute('href', '/project/demo-shop/services?search=service%3Apg')
    await expect
      .element(page.getByRole('row', { name: /^Prometheus/ }).getByRole('link', { name: /demo-shop/ }))
      .not.toBeInTheDocument()
  })
})
