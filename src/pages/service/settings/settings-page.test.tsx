import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const region = (name: string) => page.getByRole('region', { name, exact: true })
const dialog = page.getByRole('dialog')
const settings = (service = 'orders-db') => `/project/demo-shop/services/${service}/settings`

let sent: string[] = []
beforeEach(() => {
  sent = []
})

const render = async (service?: string, options: Parameters<typeof renderApp>[1] = {}) => {
  const app = await renderApp(settings(service), {
    ...options,
    onWrite: ({ method, path, body }) => sent.push(`${method} ${path.replace(/.*\/service\//, '')} ${body}`),
  })
  await expect.element(region('Tags')).toBeVisible()
  return app
}

describe('Tags', () => {
  const tags = region('Tags')
  const button = (name: string) => tags.getByRole('button', { name, exact: true })

  it('are added, replaced and removed as a draft; only changes are sent', async () => {
    await render()
    await button('Add tag').click()
    await userEvent.keyboard('9lives')
    await button('Set tag').click()
    await expect.element(tags.getByRole('textbox', { name: 'Key' })).toHaveAttribute('aria-invalid', 'true')
    await tags.getByRole('textbox', { name: 'Key' }).fill('owner')
    await tags.getByRole('textbox', { name: 'Value' }).fill('<b>ada</b>')
    await button('Set tag').click()
    await button('Remove tag env').click()
    await button('Edit tag team').click()
    await tags.getByRole('textbox', { name: 'Value' }).fill('billing')
    await button('Set tag').click()
    await expectAccessible()
    expect(sent).toEqual([])
    await button('Save').click()
    await expect.element(tags.getByTestId('tags-saved')).toHaveTextContent('saved')
    expect(sent).toEqual(['PATCH orders-db/tags {"tags":{"owner":"<b>ada</b>","env":null,"team":"billing"}}'])
    await expect.element(tags.getByRole('table')).toHaveTextContent('<b>ada</b>')
    await button('Put back').click()
    await dialog.getByRole('button', { name: 'Put back' }).click()
    await expect.poll(() => sent[1]).toBe('PATCH orders-db/tags {"tags":{"owner":null,"env":"prod","team":"orders"}}')
  })

  it('10,000 of them: the first ones, and a search', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key-${String(at)}`, 'x']))
    const tamper = (path: string, body: unknown) =>
      path.includes('/service/orders-db?')
        ? { service: { ...(body as { service: object }).service, tags: many } }
        : body
    await render('orders-db', { tamper })
    expect(tags.getByRole('row').elements().length).toBeLessThan(30)
    await tags.getByRole('searchbox').fill('key-9999')
    await expect.element(tags.getByRole('table')).toHaveTextContent('key-9999')
    await expectAccessible()
  })
})

it('Contacts: an address is checked, and the whole list is sent', async () => {
  await render()
  const contacts = region('Contacts')
  await contacts.getByRole('button', { name: 'Add contact' }).click()
  await expect.element(contacts.getByRole('textbox')).toHaveFocus()
  await userEvent.keyboard('ops{Enter}')
  await expect.element(contacts.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await contacts.getByRole('textbox').fill('ops@example.com')
  await userEvent.keyboard('{Enter}')
  await contacts.getByRole('button', { name: 'Save' }).click()
  await expect.element(contacts.getByTestId('contacts-saved')).toHaveTextContent('saved')
  expect(sent).toEqual(['PUT orders-db {"tech_emails":[{"email":"ops@example.com"}]}'])
})

describe('Maintenance', () => {
  const maintenance = region('Maintenance')
  const button = (name: string) => maintenance.getByRole('button', { name, exact: true })

  it('shows pending updates, installs them on request, and changes the window', async () => {
    await render()
    const row = maintenance.getByRole('table', { name: 'Pending updates' }).getByRole('row').nth(1)
    await expect.element(row).toHaveTextContent('PostgreSQL 16.11')
    await expect.element(row.getByRole('link')).toHaveAttribute('href', expect.stringMatching(/^https:/))
    await button('Change window').click()
    await maintenance.getByRole('combobox').selectOptions('tuesday')
    await maintenance.getByRole('textbox').fill('23:30')
    await button('Set window').click()
    await button('Save').click()
    await expect.element(maintenance.getByTestId('window-saved')).toHaveTextContent('saved')
    expect(sent).toEqual(['PUT orders-db {"maintenance":{"dow":"tuesday","time":"23:30:00"}}'])
    await expect.element(maintenance).toHaveTextContent('Tuesdays, 23:30 UTC')
    await button('Install now').click()
    await dialog.getByRole('button', { name: 'Install now' }).click()
    await expect.element(maintenance.getByTestId('maintenance-started')).not.toBeEmptyDOMElement()
    expect(sent[1]).toMatch(/^PUT orders-db\/maintenance\/start/)
    await expect.element(page.getByText('Rebalancing').first()).toBeVisible()
  })

  it('has nothing to install where no update is pending', async () => {
    await render('sessions')
    await expect.element(button('Change window')).toBeVisible()
    expect(button('Install now').elements()).toHaveLength(0)
  })

  it('a window that never opens is only shown', async () => {
    const tamper = (path: string, body: unknown) => {
      if (!path.includes('/service/orders-db?')) return body
      const { service } = body as { service: { maintenance: object } }
      return { service: { ...service, maintenance: { ...service.maintenance, dow: 'never' } } }
    }
    await render('orders-db', { tamper })
    await expect.element(maintenance.getByTestId('never')).toBeVisible()
    expect(button('Change window').elements()).toHaveLength(0)
  })
})

it('Termination protection: shown, and switched after a question', async () => {
  await render('sessions')
  const protection = region('Termination protection')
  await protection.getByRole('button', { name: 'Turn on' }).click()
  await dialog.getByRole('button', { name: 'Turn on protection' }).click()
  await expect.element(protection.getByTestId('protection-saved')).toHaveTextContent('sessions')
  expect(sent).toEqual(['PUT sessions {"termination_protection":true}'])
  await expect.element(protection.getByRole('button', { name: 'Turn off' })).toBeVisible()
})

it('asks before unsent changes are lost', async () => {
  const { url } = await render()
  await region('Tags').getByRole('button', { name: 'Remove tag env' }).click()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect.element(dialog.getByTestId('unsaved')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(url()).toBe(settings())
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect.element(page.getByRole('table', { name: 'Service users' })).toBeVisible()
  expect(url()).toBe('/project/demo-shop/services/orders-db/users')
  expect(sent).toEqual([])
})

it.each([
  ['Tags', 'Add tag', 'Key'],
  ['Contacts', 'Add contact', 'Email address'],
  ['Allowed IP addresses', 'Add address', 'Addresses or networks'],
])('what was typed in %s is not left behind without a question', async (name, opens, field) => {
  const { url } = await render()
  await region(name).getByRole('button', { name: opens }).click()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect.element(page.getByRole('table', { name: 'Service users' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await region(name).getByRole('button', { name: opens }).click()
  await region(name).getByRole('textbox', { name: field }).fill('x')
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect.element(dialog.getByTestId('unsaved')).toBeVisible()
  expect(url()).toBe(settings())
})

it.each([
  ['Tags', 'tag env'],
  ['Allowed IP addresses', '203.0.113.7/32'],
])('by keyboard alone, %s: what takes an entry out has the focus still, and takes it back', async (name, entry) => {
  await render()
  const button = (does: string) => region(name).getByRole('button', { name: `${does} ${entry}`, exact: true })
  button('Remove').element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Keep')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Remove')).toHaveFocus()
})

it.each([
  ['Maintenance', 'Change window'],
  ['Advanced configuration', 'Change pg_version'],
])('by keyboard alone, %s: a form that is closed gives the focus back', async (name, opens) => {
  await render()
  const button = region(name).getByRole('button', { name: opens, exact: true })
  await expect.element(button).toBeVisible()
  button.element().focus()
  await userEvent.keyboard('{Enter}')
  const cancel = region(name).getByRole('button', { name: 'Cancel' })
  await expect.element(cancel).toBeVisible()
  cancel.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(button).toHaveFocus()
})

it('an address can name the region', async () => {
  await renderApp(`${settings()}#maintenance`)
  await expect.element(region('Maintenance')).toHaveFocus()
})

it.each(['dashboards', 'orders-db'])('%s is accessible, and fits into 320 px', async (service) => {
  await page.viewport(320, 640)
  await render(service, { scenario: service === 'orders-db' ? 'markup' : 'default' })
  await expectAccessible()
  expectNoSidewaysScroll()
  await page.viewport(1280, 800)
})
