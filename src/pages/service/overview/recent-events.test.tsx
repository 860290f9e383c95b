import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const OVERVIEW = '/project/demo-shop/services/orders-db/overview'
const region = () => page.getByRole('region', { name: 'Recent events' })

describe('recent events on the overview', () => {
  it('are the last five of the service, with a link to the rest', async () => {
    const { url } = await renderApp(OVERVIEW)
    await expect.element(region().getByRole('listitem').nth(4)).toHaveTextContent('orders-db')
    expect(region().getByRole('listitem').elements()).toHaveLength(5)
    await region().getByRole('link').click()
    await expect.poll(url).toBe('/project/demo-shop/event-log?service=orders-db')
  })

  it('a change made here is among them', async () => {
    await renderApp(OVERVIEW, { speed: 1000 })
    await expect.element(region().getByRole('listitem').nth(4)).toBeVisible()
    await page.getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Termination protection' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^Turn/ }).click()
    await expect.element(region().getByRole('listitem').first()).toHaveTextContent('demo@example.com')
    await expect.element(region().getByRole('listitem').first()).toHaveTextContent(/just now|minute/)
  })

  it('without the permission: says so, without an alert', async () => {
    await renderApp(OVERVIEW, { scenario: 'role-read-only' })
    await expect.element(region().getByTestId('no-right')).toHaveTextContent('project:event_logs:read')
    expect(page.getByRole('alert').elements()).toHaveLength(0)
  })

  it('a failure affects only this part', async () => {
    await renderApp(OVERVIEW, {
      tamper: (path, body) => (path.includes('/events') ? { events: 'none' } : body),
    })
    await expect.element(region().getByTestId('contract')).toBeVisible()
    expect(page.getByRole('alert').elements()).toHaveLength(1)
  })
})
