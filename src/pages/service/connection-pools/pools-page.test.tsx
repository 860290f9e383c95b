import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (search = '') => `/project/demo-shop/services/orders-db/connection-pools${search}`
const table = () => page.getByRole('table', { name: 'Connection pools' })
const pool = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const dialog = () => page.getByRole('dialog')
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const meter = () => page.getByRole('meter')

const wire = async (search = '', options: Parameters<typeof renderApp>[1] = {}) => {
  const writes: string[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ method, path, body }) => writes.push(`${method} ${path.replace(/.*\/orders-db/, '')} ${body}`.trim()),
    ...options,
  })
  return { ...app, writes }
}

describe('connection pools', () => {
  it('are listed, and measured against the connections of the service', async () => {
    await renderApp(url())
    await expect.element(pool('orders-pool')).toHaveTextContent(/defaultdb.*avnadmin.*transaction.*20/)
    await expect.element(meter()).toHaveAttribute('aria-valuetext', '20 of 200 connections')
    await expectAccessible()
  })

  it('one that is opened has its own connection information: URI, CA, Quick connect', async () => {
    const { url: here } = await renderApp(url())
    await page.getByRole('button', { name: 'Open pool orders-pool' }).click()
    await expect.poll(here).toBe(url('?pool=orders-pool'))
    const details = page.getByRole('table', { name: 'Connection details' })
    const row = (name: string) =>
      details.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    await expect.element(row('Service URI')).toHaveTextContent(/\/orders-pool\?sslmode=/)
    await expect.element(row('Service URI')).toHaveTextContent('CLICK_TO:REVEAL_PASSWORD')
    await expect.element(row('Database Name')).toHaveTextContent('orders-pool')
    await expect.element(row('CA Certificate')).toHaveTextContent('Required')
    await expect.element(row('CA Certificate').getByRole('button', { name: /^Download CA/ })).toBeVisible()
    await expect
      .element(
        page
          .getByRole('region', { name: 'Connection information of orders-pool' })
          .getByRole('link', { name: 'Quick connect' }),
      )
      .toHaveAttribute(
        'href',
        expect.stringMatching(/connect\?component=pgbouncer&database=orders-pool&user=avnadmin$/),
      )
    await expectAccessible()
    await page.viewport(320, 800)
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('a new one is sent, opened, and counted', async () => {
    const { writes } = await wire()
    await page.getByRole('button', { name: 'Create pool' }).click()
    await field('Pool name').fill('web')
    await field('Pool size').fill('30')
    await dialog().getByRole('combobox', { name: 'Database' }).selectOptions('orders')
    await dialog().getByRole('combobox', { name: 'User' }).selectOptions('avnadmin')
    await inDialog('Create pool').click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('web')
    expect(writes).toEqual([
      'POST /connection_pool {"pool_name":"web","database":"orders","pool_mode":"transaction","pool_size":30,"username":"avnadmin"}',
    ])
    await expect.element(page.getByRole('region', { name: 'Connection information of web' })).toBeVisible()
    await expect.element(meter()).toHaveAttribute('aria-valuetext', '50 of 200 connections')
  })

  it.each([
    ['Pool name', ''],
    ['Pool name', 'x'.repeat(64)],
    ['Pool name', 'orders-pool'],
    // The API takes no such name, and says which field it means.
    ['Pool name', 'a b'],
    ['Pool size', '0'],
    ['Pool size', '10001'],
    // Only the API knows the limit.
    ['Pool size', '181'],
  ])('%s %j: said at the field, and what was typed stays', async (name, value) => {
    const { writes } = await wire('?do=create-pool')
    await field('Pool name').fill('web')
    await field(name).fill(value)
    await inDialog('Create pool').click()
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field(name)).toHaveValue(value)
    const other = name === 'Pool name' ? 'Pool size' : 'Pool name'
    await expect.element(field(other)).not.toHaveAttribute('aria-invalid', 'true')
    expect(writes).toEqual([])
  })

  it('a change is sent as what differs', async () => {
    const { writes } = await wire('?pool=orders-pool&do=edit-pool')
    await inDialog('Save').click()
    await expect.element(dialog().getByRole('alert')).toBeVisible()
    await field('Pool size').fill('25')
    await inDialog('Save').click()
    await expect.element(pool('orders-pool')).toHaveTextContent('25')
    expect(writes).toEqual(['PUT /connection_pool/orders-pool {"pool_size":25}'])
  })

  it('deleting one asks for its name; says if it was already deleted', async () => {
    const { backend } = await wire('?pool=orders-pool&do=delete-pool')
    await dialog().getByRole('textbox').fill('orders-pool')
    const params = { project: 'demo-shop', service_name: 'orders-db', pool_name: 'orders-pool' }
    await backend.api({ operation: 'ServicePGBouncerDelete', params, signal: new AbortController().signal })
    await inDialog('Delete pool').click()
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-404')
    await expect.element(pool('orders-pool')).not.toBeInTheDocument()
  })

  it('a plan that forbids it: names the plan and the permission', async () => {
    await wire('?do=create-pool', { scenario: 'plan-403' })
    await field('Pool name').fill('web')
    await inDialog('Create pool').click()
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-403')
    await expect.element(dialog().getByRole('alert')).toHaveTextContent(/plan/)
  })
})
