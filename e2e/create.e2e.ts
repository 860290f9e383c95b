/** Creating services and changing several at once, on the live build: the API must then have what the page did. */
import type { Page } from '@playwright/test'

import { expect, PROJECT } from './fixtures.ts'
import { test } from './live-server.ts'

const HEADERS = { authorization: 'aivenv1 the-token' }
const NEW_SERVICE = `/project/${PROJECT}/new-service`
const LIST = `/project/${PROJECT}/services`
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Service name' })
const submit = (page: Page) => page.getByRole('button', { name: 'Create service', exact: true })

/** The service, read directly from the API; undefined if it doesn't exist. */
const ask = async (page: Page, name: string): Promise<Record<string, unknown> | undefined> => {
  const url = `/v1/project/${PROJECT}/service/${name}?include_secrets=false`
  const response = await page.request.get(url, { headers: HEADERS })
  return ((await response.json()) as { service?: Record<string, unknown> }).service
}

/** How often the API's event log says that it was created. */
const timesCreated = async (page: Page, name: string): Promise<number> => {
  const response = await page.request.get(`/v1/project/${PROJECT}/events`, { headers: HEADERS })
  const { events } = (await response.json()) as { events: { event_type: string; service_name: string }[] }
  return events.filter((event) => event.event_type === 'service_create' && event.service_name === name).length
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem('token', 'the-token')
  })
})

test('create: from the list, with a bad name and a taken one first; once, however often one clicks; Back creates nothing', async ({
  page,
}) => {
  await page.goto(LIST)
  await page.getByRole('link', { name: 'Create service' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Create service' })).toBeVisible()
  await page.getByRole('radio', { name: /^PostgreSQL/ }).check()
  await page.getByRole('combobox', { name: 'Cloud' }).selectOption('aws-us-east-1')
  await page.getByRole('radio', { name: /^business-4/ }).check()
  await expect(page.getByRole('checkbox', { name: 'Termination protection' })).toBeChecked()
  await page.getByRole('combobox', { name: 'Maintenance window' }).selectOption('monday')
  await page.getByRole('textbox', { name: 'Allowed IP addresses' }).fill('198.51.100.0/24 Office\n203.0.113.7')
  await page.getByRole('textbox', { name: 'Tags' }).fill('env: test')
  for (const bad of ['Orders <b>', 'orders-db']) {
    await nameField(page).fill(bad)
    await submit(page).click()
    await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('alert')).toContainText('Service name')
  }
  await nameField(page).fill('fresh-db')
  await expect(page).toHaveURL(/name=fresh-db/)
  // The link contains the form's values: opening or reloading it restores them.
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('env: test')
  await page.getByText('Command line').click()
  await expect(page.getByRole('region', { name: /^command 1 / })).toContainText('--no-project-vpc')
  await submit(page).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'fresh-db' })).toBeVisible()
  await expect(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible()
  await expect(page.getByTestId('preview')).toBeVisible()
  expect(await ask(page, 'fresh-db')).toMatchObject({
    service_type: 'pg',
    plan: 'business-4',
    cloud_name: 'aws-us-east-1',
    project_vpc_id: null,
    termination_protection: true,
    maintenance: { dow: 'monday', time: '03:00:00' },
    tags: { env: 'test' },
    user_config: {
      pg_version: '18',
      ip_filter: [{ network: '198.51.100.0/24', description: 'Office' }, '203.0.113.7/32'],
    },
  })
  await page.goBack()
  await expect(page.getByRole('link', { name: 'fresh-db', exact: true })).toBeVisible()
  expect(await timesCreated(page, 'fresh-db')).toBe(1)
})

test.describe('taken meanwhile', () => {
  test.use({ expected: /409 \(Conflict\)/ })

  test('create: a name that was taken meanwhile is said at its field, and nothing typed is lost', async ({ page }) => {
    await page.goto(`${NEW_SERVICE}?serviceType=pg`)
    await expect(page.getByRole('radio', { name: /^hobbyist/ })).toBeChecked()
    const theirs = { service_name: 'race-db', service_type: 'mysql', plan: 'hobbyist' }
    await page.request.post(`/v1/project/${PROJECT}/service`, { headers: HEADERS, data: theirs })
    await nameField(page).fill('race-db')
    await submit(page).click()
    await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true')
    await expect(nameField(page)).toHaveValue('race-db')
    expect(await ask(page, 'race-db')).toMatchObject({ service_type: 'mysql' })
    await nameField(page).fill('race-db-2')
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    expect(await ask(page, 'race-db-2')).toBeUndefined()
  })
})

test('a fork from the menu; several selected: a tag, and off, with what is left out', async ({ page }) => {
  await page.goto(`/project/${PROJECT}/services/sessions/overview`)
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Fork' }).click()
  await expect(nameField(page)).toHaveValue('sessions-fork')
  await submit(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'sessions-fork' })).toBeVisible()
  expect(await ask(page, 'sessions-fork')).toMatchObject({ user_config: { service_to_fork_from: 'sessions' } })

  await page.goto(LIST)
  for (const name of ['orders-db', 'sessions'])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  const change = async (item: string) => {
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const dialog = page.getByRole('dialog')
  await change('Add a tag')
  await dialog.getByRole('textbox', { name: 'Key' }).fill('owner')
  await dialog.getByRole('textbox', { name: 'Value' }).fill('ada')
  await dialog.getByRole('button', { name: 'Add tag' }).click()
  await expect(dialog.getByTestId('bulk-done')).toContainText('2 of 2')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await change('Power off')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'orders-db' })).toContainText('left out')
  await dialog.getByRole('button', { name: 'Power off', exact: true }).click()
  await expect(dialog.getByTestId('bulk-done')).toContainText('1 of 1')
  expect(await ask(page, 'sessions')).toMatchObject({ state: 'POWEROFF', tags: { owner: 'ada' } })
  expect(await ask(page, 'orders-db')).toMatchObject({ state: 'RUNNING', tags: { owner: 'ada', env: 'prod' } })
})
