/** Settings and users of a service, on the live build: the API must then have what the page did. */
import type { Locator, Page } from '@playwright/test'

import { expect, PROJECT } from './fixtures.ts'
import { test } from './live-server.ts'

const HEADERS = { authorization: 'aivenv1 the-token' }
const service = (name: string) => `/v1/project/${PROJECT}/service/${name}`
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

/** The service, read directly from the API. */
const ask = async (page: Page, name: string) => {
  const response = await page.request.get(`${service(name)}?include_secrets=false`, { headers: HEADERS })
  return ((await response.json()) as { service: Record<string, unknown> }).service
}

const configOf = async (page: Page, name: string) => (await ask(page, name))['user_config'] as Record<string, unknown>

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem('token', 'the-token')
  })
})

test('allowed addresses: one is added; what somebody else added meanwhile is shown, and stays', async ({ page }) => {
  await page.goto(`/project/${PROJECT}/services/orders-db/service-settings`)
  await expect(page).toHaveURL(/\/orders-db\/settings$/)
  const allowed = region(page, 'Allowed IP addresses')
  const before = (await configOf(page, 'orders-db'))['ip_filter'] as unknown[]
  await button(allowed, 'Add address').click()
  await allowed.getByRole('textbox').fill('192.0.2.0/24')
  await button(allowed, 'Add').click()
  await expect(allowed.getByRole('list', { name: 'To be changed' })).toContainText('192.0.2.0/24')
  const theirs = [...before, { network: '198.18.0.0/15', description: 'Lab <b>1</b>' }]
  await page.request.put(service('orders-db'), { headers: HEADERS, data: { user_config: { ip_filter: theirs } } })
  await button(allowed, 'Save').click()
  const problem = allowed.getByTestId('changed-meanwhile')
  await expect(problem).toContainText('198.18.0.0/15 (Lab <b>1</b>)')
  expect((await configOf(page, 'orders-db'))['ip_filter']).toEqual(theirs)
  await problem.getByRole('button').click()
  await button(allowed, 'Save').dblclick()
  await expect(allowed.getByTestId('allowed-saved')).toContainText('saved')
  const config = await configOf(page, 'orders-db')
  expect(config).toMatchObject({ pg_version: '16', ip_filter: [...theirs, '192.0.2.0/24'] })
  await button(allowed, 'Put back').click()
  await button(dialog(page), 'Put back').click()
  await expect.poll(async () => (await configOf(page, 'orders-db'))['ip_filter']).toEqual(theirs)
})

test('tags, contacts, window, protection and configuration are what the API says afterwards', async ({ page }) => {
  await page.goto(`/project/${PROJECT}/services/orders-db/settings`)
  const tags = region(page, 'Tags')
  await button(tags, 'Add tag').click()
  await tags.getByRole('textbox', { name: 'Key' }).fill('owner')
  await tags.getByRole('textbox', { name: 'Value' }).fill('ada')
  await button(tags, 'Set tag').click()
  await button(tags, 'Remove tag env').click()
  await button(tags, 'Save').click()
  await expect(tags.getByTestId('tags-saved')).toContainText('saved')

  const contacts = region(page, 'Contacts')
  await button(contacts, 'Add contact').click()
  await contacts.getByRole('textbox').fill('ops@example.com')
  await button(contacts, 'Add').click()
  await button(contacts, 'Save').click()
  await expect(contacts.getByTestId('contacts-saved')).toContainText('saved')

  const maintenance = region(page, 'Maintenance')
  await button(maintenance, 'Change window').click()
  await maintenance.getByRole('combobox').selectOption('tuesday')
  await maintenance.getByRole('textbox').fill('23:30')
  await button(maintenance, 'Set window').click()
  await button(maintenance, 'Save').click()
  await expect(maintenance.getByTestId('window-saved')).toContainText('saved')

  const protection = region(page, 'Termination protection')
  await button(protection, 'Turn off').click()
  await button(dialog(page), 'Turn off protection').click()
  await expect(protection.getByTestId('protection-saved')).toContainText('orders-db')

  const config = region(page, 'Advanced configuration')
  await config.getByRole('searchbox').fill('max_connections')
  await button(config, 'Change pg.max_connections').click()
  await config.getByRole('textbox').fill('300')
  await button(config, 'Set value').click()
  await expect(config.getByTestId('restarts')).toBeVisible()
  await button(config, 'Save').click()
  await expect(config.getByTestId('config-saved')).toContainText('saved')

  const told = await ask(page, 'orders-db')
  expect(told['tags']).toEqual({ team: 'orders', owner: 'ada' })
  expect(told['tech_emails']).toEqual([{ email: 'ops@example.com' }])
  expect(told['maintenance']).toMatchObject({ dow: 'tuesday', time: '23:30:00' })
  expect(told['termination_protection']).toBe(false)
  expect(told['user_config']).toMatchObject({ pg_version: '16', pg: { max_connections: 300 } })
})

test('plan and cloud: with a price, and the disk is left alone', async ({ page }) => {
  await page.goto(`/project/${PROJECT}/services/billing-mysql/settings`)
  const plan = region(page, 'Service plan')
  await button(plan, 'Change plan').click()
  await button(plan, 'Choose business-16').click()
  await expect(dialog(page).getByTestId('price-change')).toContainText('$')
  const request = page.waitForRequest((sent) => sent.method() === 'PUT')
  await button(dialog(page), 'Change plan').click()
  expect((await request).postDataJSON()).toEqual({ plan: 'business-16' })
  await expect(plan.getByTestId('plan-saved')).not.toBeEmpty()
  expect(await ask(page, 'billing-mysql')).toMatchObject({ plan: 'business-16', state: 'REBALANCING' })

  await page.goto(`/project/${PROJECT}/services/sessions/settings`)
  const cloud = region(page, 'Cloud and network')
  await button(cloud, 'Change cloud').click()
  await cloud.getByRole('combobox').click()
  await page.keyboard.type('frankfurt')
  await page.keyboard.press('Enter')
  await button(cloud, 'Migrate').click()
  await button(dialog(page), 'Migrate').click()
  await expect(cloud.getByTestId('cloud-saved')).not.toBeEmpty()
  expect(await ask(page, 'sessions')).toMatchObject({ cloud_name: 'do-fra' })
})

test('a service user is created, shown with what it needs, and deleted', async ({ page }) => {
  const users = async () =>
    ((await ask(page, 'events'))['users'] as { username: string }[]).map(({ username }) => username)
  await page.goto(`/project/${PROJECT}/services/events/users`)
  await page.getByRole('button', { name: 'Create user', exact: true }).click()
  await dialog(page).getByRole('textbox', { name: 'Username' }).fill('ada')
  await button(dialog(page), 'Create user').dblclick()
  await expect(page.getByRole('table', { name: 'Credentials of ada' })).toBeVisible()
  await expect(page).toHaveURL(/\?user=ada$/)
  expect(await users()).toContain('ada')
  await page.getByRole('button', { name: 'Delete user ada' }).click()
  await button(dialog(page), 'Delete user').click()
  await expect(page.getByTestId('list-outcome')).toContainText('ada')
  expect(await users()).not.toContain('ada')
})
