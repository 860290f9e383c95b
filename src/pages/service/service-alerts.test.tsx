import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const OVERVIEW = '/project/demo-shop/services/orders-db/overview'
const region = () => page.getByRole('region', { name: 'Alerts' })
const loaded = async () => {
  await expect.element(page.getByRole('region', { name: 'Connection information' })).toBeVisible()
}
const answer = (alerts: unknown) => (path: string, body: unknown) => (path.endsWith('/alerts') ? { alerts } : body)

const DISK = {
  create_time: '2026-11-23T07:00:00Z',
  event: 'user_alert_resource_usage_disk',
  node_name: 'orders-db-1',
  project_name: 'demo-shop',
  severity: 'critical',
}

describe('alerts of a service', () => {
  it('are counted beside its name, which leads to them: how bad, what, which node, since when', async () => {
    await renderApp(OVERVIEW, { tamper: answer([DISK, { ...DISK, event: 'never_seen', severity: 'odd' }, null]) })
    const count = page.getByRole('link', { name: '3 alerts' })
    await expect.element(region()).toBeVisible()
    await count.click()
    await expect.element(region()).toHaveFocus()
    const items = region().getByRole('listitem')
    await expect.element(items.first()).toHaveTextContent(/Critical.*Disk.*orders-db-1.*5 hours ago/)
    await expect.element(items.nth(1)).toHaveTextContent(/Odd.*Never seen/)
    expect(items.elements()).toHaveLength(3)
  })

  it('none: nothing is shown', async () => {
    await renderApp(OVERVIEW, { tamper: answer([]) })
    await loaded()
    expect(region().elements()).toHaveLength(0)
  })

  it('that could not be read cause no alert message', async () => {
    await renderApp(OVERVIEW, { tamper: answer('none') })
    await loaded()
    await expect.element(page.getByText(/^Alerts of this service/)).toBeVisible()
    expect(page.getByRole('alert').elements()).toHaveLength(0)
  })

  it('of a service that is off are not asked for', async () => {
    const { requests } = await renderApp('/project/demo-shop/services/dashboards/backups')
    await expect.element(page.getByTestId('off')).toBeVisible()
    expect(requests.filter((path) => path.endsWith('/alerts'))).toHaveLength(0)
  })
})
