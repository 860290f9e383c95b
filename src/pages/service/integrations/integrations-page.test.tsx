import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible } from '../../../ui/testing/expect-accessible.ts'

const url = (service: string) => `/project/demo-shop/services/${service}/integrations`
const table = page.getByRole('table', { name: 'Integrations' })

describe('integrations', () => {
  it('says what feeds what, with links to the other services', async () => {
    const { url: current } = await renderApp(url('metrics'))
    await expect.element(table.getByRole('row', { name: /Fed by orders-db/ })).toHaveTextContent('Running')
    await expect.element(table.getByRole('row', { name: /Fed by dashboards/ })).toHaveTextContent('Inactive')
    await expectAccessible()
    await table.getByRole('link', { name: 'orders-db' }).click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
    expect(current()).toBe('/project/demo-shop/services/orders-db/overview')
  })

  it('leads to another project, says errors, and leaves out only what it cannot read', async () => {
    const item = {
      service_integration_id: 'i1',
      integration_type: 'logs',
      source_project: 'demo-shop',
      source_service: 'orders-db',
      dest_project: 'demo-analytics',
      dest_service: 'warehouse',
      integration_status: { state: { status: 'failed', errors: ['No route'] } },
    }
    const endpoint = {
      ...item,
      service_integration_id: 'i2',
      dest_service: null,
      dest_project: null,
      dest_endpoint: 'syslog',
    }
    await renderApp(url('orders-db'), {
      tamper: (path, body) =>
        path.endsWith('/integration') ? { service_integrations: [item, endpoint, { nothing: 1 }] } : body,
    })
    await expect.element(table.getByRole('row', { name: /Feeds warehouse/ })).toHaveTextContent('No route')
    await expect
      .element(table.getByRole('link', { name: 'warehouse' }))
      .toHaveAttribute('href', '/project/demo-analytics/services/warehouse/overview')
    await expect.element(table.getByRole('row', { name: /Feeds syslog/ })).toBeVisible()
    expect(table.getByRole('link', { name: 'syslog' }).elements()).toHaveLength(0)
    await expect.element(page.getByTestId('unread')).toBeVisible()
  })

  it('says that there are none', async () => {
    await renderApp(url('sessions'))
    await expect.element(page.getByText('No integrations')).toBeVisible()
  })

  it('says what went wrong', async () => {
    await renderApp(url('orders-db'), { scenario: '500' })
    await expect.element(page.getByRole('alert').first()).toBeVisible()
  })
})
