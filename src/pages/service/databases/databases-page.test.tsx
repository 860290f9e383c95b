import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (search = '', service = 'orders-db') => `/project/demo-shop/services/${service}/databases${search}`
const table = () => page.getByRole('table', { name: 'Databases' })
const database = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const dialog = () => page.getByRole('dialog')
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
const nameField = () => dialog().getByRole('textbox', { name: 'Database name' })

const wire = async (search = '', options: Parameters<typeof renderApp>[1] = {}, service?: string) => {
  const writes: string[] = []
  const app = await renderApp(url(search, service), {
    onWrite: ({ method, path, body }) =>
      writes.push(`${method} ${path.replace(/.*\/service\/[^/]+/, '')} ${body}`.trim()),
    ...options,
  })
  return { ...app, writes }
}

describe('the databases of a service', () => {
  it('are listed with what uses them, and lead back to the certificate', async () => {
    await renderApp(url())
    await expect.element(database('defaultdb')).toHaveTextContent(/the service URI, pool orders-pool/)
    await expect.element(database('audit')).toHaveTextContent('-')
    const trail = page.getByTestId('certificate-trail')
    await expect.element(trail).toHaveTextContent(/PostgreSQL.*ca\.pem.*Required/)
    await expect
      .element(database('audit').getByRole('link', { name: /^Quick connect/ }))
      .toHaveAttribute('href', expect.stringMatching(/connect\?database=audit$/))
    await expectAccessible()
    await page.viewport(320, 800)
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('a new one is sent with only the filled-in fields, and is listed', async () => {
    const { writes, url: here } = await wire()
    await page.getByRole('button', { name: 'Create database' }).click()
    await nameField().fill('reports')
    await dialog().getByText('More settings').click()
    await dialog()
      .getByRole('textbox', { name: /LC_COLLATE/ })
      .fill('C')
    await inDialog('Create database').click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('reports')
    await expect.element(database('reports')).toBeVisible()
    expect(writes).toEqual(['POST /db {"database":"reports","lc_collate":"C"}'])
    await expect.poll(here).toBe(url())
  })

  it.each(['', 'x'.repeat(41), 'audit', 'a/b c'])(
    'the name %j: said at the field, and what was typed stays',
    async (name) => {
      const { writes } = await wire('?do=create-database')
      await nameField().fill(name)
      await inDialog('Create database').click()
      await expect.element(nameField()).toHaveAttribute('aria-invalid', 'true')
      await expect.element(nameField()).toHaveValue(name)
      expect(writes).toEqual([])
    },
  )

  it('MySQL has no locale to choose', async () => {
    await wire('?do=create-database', {}, 'billing-mysql')
    await expect.element(nameField()).toBeVisible()
    expect(dialog().getByText('More settings').elements()).toEqual([])
  })

  it('deleting one says what breaks with it, and asks for its name', async () => {
    const { writes } = await wire()
    await database('defaultdb')
      .getByRole('button', { name: /^Delete/ })
      .click()
    const list = dialog().getByRole('list', { name: 'What else breaks' })
    await expect.element(list).toHaveTextContent(/service URI.*orders-pool/)
    await inDialog('Delete database').click()
    await expect.element(dialog().getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    await dialog().getByRole('textbox').fill('defaultdb')
    await inDialog('Delete database').click()
    await expect.element(database('defaultdb')).not.toBeInTheDocument()
    expect(writes).toEqual(['DELETE /db/defaultdb'])
  })

  it('says if one was already deleted in another window', async () => {
    const { backend } = await wire('?do=delete-database&database=audit')
    const params = { project: 'demo-shop', service_name: 'orders-db', dbname: 'audit' }
    await dialog().getByRole('textbox').fill('audit')
    await backend.api({ operation: 'ServiceDatabaseDelete', params, signal: new AbortController().signal })
    await inDialog('Delete database').click()
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-404')
  })

  it('a plan that forbids it: names the plan and the permission', async () => {
    await wire('?do=create-database', { scenario: 'plan-403' })
    await nameField().fill('reports')
    await inDialog('Create database').click()
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-403')
    await expect.element(dialog().getByRole('alert')).toHaveTextContent(/plan/)
  })
})
