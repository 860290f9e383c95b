import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const users = (service: string, search = '') => `/project/demo-shop/services/${service}/users${search}`
const dialog = page.getByRole('dialog')
const username = dialog.getByRole('textbox', { name: 'Username' })
const submit = dialog.getByRole('button', { name: 'Create user', exact: true })
const outcome = page.getByTestId('list-outcome')
const remove = (name: string) => page.getByRole('button', { name: `Delete user ${name}` })

let sent: string[] = []
beforeEach(() => {
  sent = []
})

const render = async (url: string, options: Parameters<typeof renderApp>[1] = {}) =>
  renderApp(url, {
    ...options,
    onWrite: ({ method, path, body }) => sent.push(`${method} ${path.replace(/.*\/service\//, '')} ${body}`),
  })

describe('Create user', () => {
  it.each([
    ['orders-db', 'Allow replication', '{"username":"ada","access_control":{"pg_allow_replication":true}}'],
    ['billing-mysql', 'Authentication', '{"username":"ada","authentication":"mysql_native_password"}'],
    ['sessions', 'Keys', '{"username":"ada","access_control":{"valkey_acl_keys":["app:*","web:*"]}}'],
    ['events', undefined, '{"username":"ada"}'],
  ] as const)('of %s asks for what its type takes, then opens its row', async (service, label, body) => {
    const { url } = await render(users(service))
    await page.getByRole('button', { name: 'Create user', exact: true }).click()
    await submit.click()
    await expect.element(username).toHaveAttribute('aria-invalid', 'true')
    await username.fill(service === 'sessions' ? 'default' : 'avnadmin')
    await submit.click()
    await username.fill('ada')
    if (service === 'orders-db') await dialog.getByRole('checkbox', { name: label ?? '' }).click()
    if (service === 'billing-mysql') await dialog.getByRole('combobox').selectOptions('mysql_native_password')
    if (service === 'sessions') await dialog.getByRole('textbox', { name: 'Keys' }).fill('app:* web:*')
    await expectAccessible()
    const button = submit.element() as HTMLElement
    button.click()
    button.click()
    await expect.element(outcome).toHaveTextContent('ada')
    expect(sent).toEqual([`POST ${service}/user ${body}`])
    expect(url()).toBe(users(service, '?user=ada'))
    const credentials = page.getByRole('table', { name: 'Credentials of ada' })
    await expect.element(credentials.getByRole('rowheader', { name: 'Password' })).toBeVisible()
    await expect.element(credentials.getByText(/^(Required|Optional)$/).first()).toBeVisible()
    if (service === 'events')
      await expect.element(credentials.getByRole('rowheader', { name: 'Access Key' })).toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Quick connect as ada' }))
      .toHaveAttribute('href', expect.stringMatching(/\?user=ada$/))
    await expectAccessible()
  })

  it('shows at the field that a name was taken meanwhile', async () => {
    const taken = (path: string, body: unknown) => {
      if (!path.includes('/service/orders-db?')) return body
      const { service } = body as { service: { users: { username: string }[] } }
      return { service: { ...service, users: service.users.filter((user) => user.username !== 'orders-api') } }
    }
    await render(users('orders-db', '?do=create-user'), { tamper: taken })
    await username.fill('orders-api')
    await submit.click()
    await expect.element(username).toHaveAttribute('aria-invalid', 'true')
    await expect.element(username).toHaveValue('orders-api')
    expect(sent).toEqual([])
  })

  it('is not offered for types that manage their own users', async () => {
    await render(users('dashboards', '?do=create-user'))
    await expect.element(page.getByTestId('fixed-users')).toBeVisible()
    expect(dialog.elements()).toHaveLength(0)
  })
})

describe('Delete user', () => {
  it('says what uses it, and never deletes the primary one', async () => {
    const { url } = await render(users('events', '?user=audit-consumer'))
    await remove('audit-consumer').click()
    const uses = dialog.getByRole('list', { name: 'Uses of the user' })
    await expect.element(uses).toHaveTextContent('read on *')
    await expect.element(uses).toHaveTextContent('DENY Read on Topic customers')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Delete user', exact: true }).click()
    await expect.element(outcome).toHaveTextContent('audit-consumer')
    expect(sent).toEqual(['DELETE events/user/audit-consumer '])
    expect(url()).toBe(users('events'))
    await expect.poll(() => page.getByRole('row', { name: /^audit-consumer/ }).elements()).toHaveLength(0)
    await page.getByRole('button', { name: 'Open credentials of avnadmin' }).click()
    await expect.element(page.getByRole('table', { name: 'Credentials of avnadmin' })).toBeVisible()
    expect(remove('avnadmin').elements()).toHaveLength(0)
  })

  it.each([
    ['write-403', 'http-403'],
    ['write-500', 'outcome-unknown'],
  ] as const)('scenario %s: %s', async (scenario, problem) => {
    await page.viewport(320, 640)
    await render(users('events', '?user=audit-consumer&do=delete-user'), { scenario })
    await dialog.getByRole('button', { name: 'Delete user', exact: true }).click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', problem)
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })
})
