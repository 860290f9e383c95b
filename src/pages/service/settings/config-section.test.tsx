import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const region = page.getByRole('region', { name: 'Advanced configuration' })
const button = (name: string) => region.getByRole('button', { name, exact: true })
const search = region.getByRole('searchbox')
const table = region.getByRole('table', { name: 'Settings' })
const saved = region.getByTestId('config-saved')

const render = async (service = 'orders-db', options: Parameters<typeof renderApp>[1] = {}, asked = '') => {
  const sent: { user_config?: Record<string, unknown> }[] = []
  const app = await renderApp(`/project/demo-shop/services/${service}/settings${asked}`, {
    ...options,
    onWrite: ({ body }) => sent.push(JSON.parse(body) as object),
  })
  await expect.element(region).toBeVisible()
  return { ...app, sent, config: () => sent.at(-1)?.user_config }
}

const change = async (name: string, value: string) => {
  await search.fill(name)
  await button(`Change ${name}`).click()
  await region.getByRole('textbox', { name, exact: true }).fill(value)
  await button('Set value').click()
}

describe('Advanced configuration', () => {
  it('opens the setting in the URL, and writes the open one to the URL', async () => {
    const { url } = await render('orders-db', {}, '?setting=pg.max_connections')
    await expect.element(region.getByRole('textbox', { name: 'pg.max_connections', exact: true })).toBeVisible()
    await button('Cancel').click()
    await expect.poll(url).not.toContain('setting=')
    await search.fill('autovacuum_naptime')
    await button('Change pg.autovacuum_naptime').click()
    await expect.poll(url).toContain('setting=pg.autovacuum_naptime')
  })

  it('keeps a setting closed that is set elsewhere, even if the URL names it', async () => {
    await render('orders-db', {}, '?setting=ip_filter')
    await expect.element(table).toHaveTextContent('ip_filter')
    expect(region.getByRole('textbox').elements()).toHaveLength(0)
  })

  it('shows a setting of the URL that is unset and can only be set on creation', async () => {
    await render('orders-db', {}, '?setting=admin_password')
    await expect.element(table).toHaveTextContent('admin_password')
    expect(page.getByTestId('no-such-setting').elements()).toEqual([])
  })

  it('takes an empty name in the URL for none', async () => {
    await render('orders-db', {}, '?setting=')
    await expect.element(table).toBeVisible()
    expect(page.getByTestId('no-such-setting').elements()).toEqual([])
  })

  it('shows current settings, finds others, checks bounds, and sends a reviewed change with all other values', async () => {
    const { sent, config } = await render()
    await expect.element(table).toHaveTextContent('pg_version')
    expect(table.getByText('pg.max_connections').elements()).toHaveLength(0)
    await change('pg.max_connections', '10')
    const field = region.getByRole('textbox', { name: 'pg.max_connections', exact: true })
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible()
    await field.fill('300')
    await button('Set value').click()
    await expect.element(region.getByTestId('restarts')).toHaveTextContent('pg.max_connections')
    await search.fill('jit')
    await button('Change pg.jit').click()
    await region.getByRole('combobox').selectOptions('false')
    await button('Set value').click()
    await expect.element(region.getByRole('list', { name: 'Settings to be changed' })).toHaveTextContent('pg.jit')
    await expectAccessible()
    expect(sent).toEqual([])
    await button('Save').click()
    await expect.element(saved).toHaveTextContent('saved')
    expect(sent).toHaveLength(1)
    expect(config()).toMatchObject({ pg_version: '16', pg: { max_connections: 300, jit: false } })
    expect(config()?.['ip_filter']).toHaveLength(4)
    await button('Reset pg.jit').click()
    await button('Save').click()
    await expect.poll(() => config()?.['pg']).toEqual({ max_connections: 300, jit: null })
  })

  it('a setting whose other part someone else changed keeps both changes', async () => {
    const { config } = await render('orders-db', { scenario: 'config-replaced' })
    await change('pg.autovacuum_naptime', '30')
    await button('Save').click()
    await expect.element(saved).toHaveTextContent('saved')
    await change('pgbouncer.min_pool_size', '5')
    await button('Save').click()
    await expect.poll(config).toMatchObject({ pg: { autovacuum_naptime: 30 }, pgbouncer: { min_pool_size: 5 } })
  })

  it.each(['dashboards', 'new-orders-db'])('%s does not run: says so, and nothing can be changed', async (service) => {
    await page.viewport(320, 640)
    await render(service)
    await expect.element(region.getByTestId('not-running')).toBeVisible()
    await region.getByRole('button', { name: /^Show all/ }).click()
    const first = table.getByRole('button', { name: /^Change/ }).first()
    await expect.element(first).toHaveAttribute('aria-disabled', 'true')
    ;(first.element() as HTMLElement).click()
    expect(button('Set value').elements()).toHaveLength(0)
    await expectAccessible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })
})
