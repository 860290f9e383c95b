import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/query-statistics${search}`
const table = () => page.getByRole('table', { name: 'Query statistics' })
const headers = () =>
  table()
    .getByRole('columnheader')
    .elements()
    .map(({ textContent }) => textContent)
const column = (index: number) =>
  [...table().element().querySelectorAll('tbody tr')].map((row) => row.children[index]?.textContent ?? '')

/** The service's answer, powered off. */
const off = (_: string, body: unknown): unknown => {
  const { service } = body as { service?: object }
  return service ? { service: { ...service, state: 'POWEROFF' } } : body
}

describe('query statistics', () => {
  it('of PostgreSQL: sorted by total time; the API sorts, the URL has the order', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    expect(headers()).toEqual(['Query', 'User', 'Database', 'Calls', 'Mean', 'Total', 'Rows'])
    expect(column(0)[0]).toContain('order_lines')
    await table().getByRole('button', { name: 'Calls' }).click()
    await table().getByRole('button', { name: 'Calls' }).click()
    await expect.poll(here).toBe(url('orders-db', '?sort=-calls'))
    const calls = () => column(3).map((text) => Number(text.replaceAll(',', '')))
    await expect.poll(calls).toEqual(calls().toSorted((a, b) => b - a))
    await expect.poll(() => column(0)[0]).toContain('customer_id')
  })

  it('of MySQL: picoseconds become readable times', async () => {
    await renderApp(url('billing-mysql', '?sort=-mean'))
    await expect.element(table()).toBeVisible()
    expect(headers()).toEqual(['Query', 'Database', 'Calls', 'Mean', 'Total', 'Rows'])
    expect(column(3)[0]).toBe('1 min 40 s')
  })

  it('an unknown order becomes the default', async () => {
    await renderApp(url('orders-db', '?sort=toString'))
    await expect
      .element(table().getByRole('columnheader', { name: 'Total' }))
      .toHaveAttribute('aria-sort', 'descending')
  })

  it('are reset after a question that explains the effect', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    await page.getByRole('button', { name: 'Reset statistics' }).click()
    await expect.poll(here).toBe(url('orders-db', '?do=reset-statistics'))
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Command line').click()
    await expect.element(dialog).toHaveTextContent('queries-reset')
    await dialog.getByRole('button', { name: 'Reset statistics' }).click()
    await expect.element(page.getByTestId('reset')).not.toHaveTextContent(/^$/)
    await expect.element(page.getByText('No statistics')).toBeVisible()
    expect(here()).toBe(url('orders-db'))
  })

  it('a reset that is refused says so', async () => {
    await renderApp(url('orders-db', '?do=reset-statistics'), { scenario: 'write-403' })
    await page.getByRole('dialog').getByRole('button', { name: 'Reset statistics' }).click()
    await expect.element(page.getByRole('dialog').getByTestId('http-403')).toBeVisible()
  })

  it('beyond the plan: says that it may be the plan', async () => {
    await renderApp(url('orders-db'), { scenario: 'plan-403' })
    await expect.element(page.getByTestId('http-403')).toHaveTextContent(/plan/)
  })

  it('of a service that is off: sends no request', async () => {
    const { requests } = await renderApp(url('orders-db'), { tamper: off })
    await expect.element(page.getByTestId('powered-off')).toBeVisible()
    expect(requests.filter((path) => path.endsWith('/stats'))).toHaveLength(0)
  })

  it('of a type that has none: sends no request', async () => {
    const { requests } = await renderApp(url('sessions'))
    await expect.element(page.getByTestId('no-such-page')).toBeVisible()
    expect(requests.filter((path) => path.endsWith('/stats'))).toHaveLength(0)
  })
})
