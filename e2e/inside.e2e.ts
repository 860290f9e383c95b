/** The contents of a service, on the live build: changed in the browser and checked in the API, and the other way round. */
import type { Page } from '@playwright/test'

import { serveBreakable, type BreakableServer } from '../tools/faults/breakable-server.ts'
import { expect, PROJECT, test as base, TODAY } from './fixtures.ts'

/** A server with a movable clock, because a new topic takes a while. */
const test = base.extend<{ readonly server: BreakableServer; readonly clock: { ms: number }; readonly topics: number }>(
  {
    topics: [0, { option: true }],
    clock: async ({}, use) => use({ ms: TODAY.getTime() }),
    server: async ({ clock, topics }, use) => {
      const server = await serveBreakable({
        clock: () => new Date(clock.ms),
        ...(topics > 0 && { scenario: 'many-topics' }),
      })
      await use(server)
      await server.close()
    },
    baseURL: ({ server }, use) => use(server.origin),
    page: async ({ page }, use) => {
      await page.addInitScript(() => {
        sessionStorage.setItem('token', 'the-token')
      })
      await use(page)
    },
  },
)

// The browser logs refused requests on its console.
test.use({ expected: /status of (400|403|404)/ })

const at = (service: string, page: string, search = '') => `/project/${PROJECT}/services/${service}/${page}${search}`

/** Sends a request to the API directly, as avn does. */
const ask = async (
  { origin }: BreakableServer,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> => {
  const response = await fetch(`${origin}/v1/project/${PROJECT}/service/${path}`, {
    method,
    headers: { authorization: 'aivenv1 the-token', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const rowOf = (page: Page, list: string, name: string) =>
  table(page, list)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click()
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
const outcome = (page: Page) => page.getByTestId('list-outcome')

test(
  'topics: created, opened once it is there, changed and deleted',
  { tag: '@smoke' },
  async ({ page, server, clock }) => {
    const topics = async () => (await ask(server, 'GET', 'events/topic'))['topics'] as Record<string, unknown>[]
    const topic = async (name: string) => (await topics()).find((one) => one['topic_name'] === name)
    await page.goto(at('events', 'topics'))
    await page.getByRole('button', { name: 'Create topic' }).click()
    await field(page, 'Topic name').fill('e2e.fresh')
    await field(page, 'Partitions').fill('2')
    await dialog(page).getByText('More settings').click()
    await field(page, 'Tags').fill('team=tests')
    await press(page, 'Create topic')
    await expect(page.getByTestId('being-made')).toBeVisible()
    expect(await topic('e2e.fresh')).toMatchObject({ partitions: 2, replication: 3, tags: [{ key: 'team' }] })
    clock.ms += 10_000
    await page.clock.install({ time: clock.ms })
    await page.reload()
    await expect(table(page, 'Partitions of e2e.fresh').getByRole('row')).toHaveCount(3)
    // The form starts with what another client changed.
    await ask(server, 'PUT', 'events/topic/e2e.fresh', { config: { retention_ms: 3_600_000 } })
    await page.getByRole('button', { name: 'Edit configuration' }).click()
    await expect(field(page, 'retention_ms')).toHaveValue('3600000')
    await field(page, 'Partitions').fill('4')
    await press(page, 'Save')
    await expect(outcome(page)).toContainText('e2e.fresh')
    expect(await topic('e2e.fresh')).toMatchObject({ partitions: 4, retention_hours: 1 })
    await page.getByRole('button', { name: 'Delete topic' }).click()
    await dialog(page).getByRole('textbox').fill('e2e.fresh')
    await press(page, 'Delete topic')
    await expect(outcome(page)).toContainText('e2e.fresh')
    expect(await topic('e2e.fresh')).toMatchObject({ state: 'DELETING' })
    // From a topic to its snippet.
    await page.goto(at('events', 'topics', '?topic=orders.created'))
    await page.getByRole('link', { name: 'Quick connect' }).last().click()
    await expect(page.getByRole('region', { name: 'Topic orders.created' })).toContainText('orders.created')
  },
)

test('ACL: the entry that decides, before and after it is added and deleted', async ({ page, server }) => {
  const entries = async () => (await ask(server, 'GET', 'events/acl'))['acl'] as Record<string, unknown>[]
  const answer = page.getByTestId('answer')
  await page.goto(at('events', 'acl', '?user=orders-producer&topic=customers'))
  await expect(answer).toContainText('Denied')
  await page.getByRole('button', { name: 'Add entry', exact: true }).click()
  await press(page, 'Add entry')
  await expect(answer).toContainText('Allowed')
  expect((await entries()).at(-1)).toMatchObject({
    username: 'orders-producer',
    topic: 'customers',
    permission: 'read',
  })
  await ask(server, 'POST', 'events/kafka/acl', {
    principal: 'User:orders-producer',
    operation: 'All',
    permission_type: 'DENY',
    pattern_type: 'PREFIXED',
    resource_type: 'Topic',
    resource_name: 'cust',
  })
  await page.reload()
  await expect(answer).toContainText('DENY All')
  await table(page, 'ACL').getByRole('button', { name: 'Delete entry orders-producer: read on customers' }).click()
  await press(page, 'Delete entry')
  await expect(outcome(page)).not.toBeEmpty()
  expect((await entries()).filter(({ topic }) => topic === 'customers')).toEqual([])
})

test('indexes: deleted, and no other one', async ({ page, server }) => {
  const indexes = async () => (await ask(server, 'GET', 'search/index'))['indexes'] as Record<string, unknown>[]
  const before = await indexes()
  await page.goto(at('search', 'indexes'))
  await page.getByRole('button', { name: 'Delete index catalogue-v1' }).click()
  await dialog(page).getByRole('textbox').fill('catalogue-v1')
  await press(page, 'Delete index')
  await expect(outcome(page)).toContainText('catalogue-v1')
  await expect(rowOf(page, 'Indexes', 'catalogue-v1')).toHaveCount(0)
  expect(await indexes()).toEqual(before.filter(({ index_name }) => index_name !== 'catalogue-v1'))
  await ask(server, 'DELETE', 'search/index/orders')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(rowOf(page, 'Indexes', 'orders')).toHaveCount(0)
})

test('databases and pools: each sees what the other and the API did', async ({ page, server }) => {
  const service = async () => (await ask(server, 'GET', 'orders-db'))['service'] as Record<string, unknown>
  await page.goto(at('orders-db', 'databases'))
  await page.getByRole('button', { name: 'Create database' }).click()
  await field(page, 'Database name').fill('e2e_reports')
  await press(page, 'Create database')
  await expect(rowOf(page, 'Databases', 'e2e_reports')).toBeVisible()
  expect(await service()).toMatchObject({ databases: ['defaultdb', 'orders', 'audit', 'e2e_reports'] })
  await page.getByRole('link', { name: 'Connection pools' }).click()
  await page.getByRole('button', { name: 'Create pool' }).click()
  await field(page, 'Pool name').fill('e2e-pool')
  await field(page, 'Pool size').fill('500')
  await dialog(page).getByRole('combobox', { name: 'Database' }).selectOption('e2e_reports')
  await press(page, 'Create pool')
  await expect(field(page, 'Pool size')).toHaveAttribute('aria-invalid', 'true')
  await field(page, 'Pool size').fill('30')
  await press(page, 'Create pool')
  await expect(page.getByRole('region', { name: 'Connection information of e2e-pool' })).toContainText('/e2e-pool?')
  const pools = async () => (await service())['connection_pools'] as Record<string, unknown>[]
  expect((await pools()).at(-1)).toMatchObject({ pool_name: 'e2e-pool', database: 'e2e_reports', pool_size: 30 })
  await rowOf(page, 'Connection pools', 'e2e-pool').getByRole('button', { name: /^Edit/ }).click()
  await dialog(page).getByRole('combobox', { name: 'Pool mode' }).selectOption('session')
  await press(page, 'Save')
  await expect(rowOf(page, 'Connection pools', 'e2e-pool')).toContainText('session')
  expect((await pools()).at(-1)).toMatchObject({ pool_mode: 'session', pool_size: 30 })
  await ask(server, 'POST', 'orders-db/connection_pool', { pool_name: 'by-avn', database: 'e2e_reports', pool_size: 5 })
  await page.reload()
  await expect(rowOf(page, 'Connection pools', 'by-avn')).toBeVisible()
  await rowOf(page, 'Connection pools', 'e2e-pool')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await dialog(page).getByRole('textbox').fill('e2e-pool')
  await press(page, 'Delete pool')
  await expect(rowOf(page, 'Connection pools', 'e2e-pool')).toHaveCount(0)
  await page.getByRole('link', { name: 'Databases' }).click()
  await rowOf(page, 'Databases', 'e2e_reports')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(dialog(page).getByRole('list', { name: 'What else breaks' })).toContainText('by-avn')
  await dialog(page).getByRole('textbox').fill('e2e_reports')
  await press(page, 'Delete database')
  await expect(rowOf(page, 'Databases', 'e2e_reports')).toHaveCount(0)
  expect(await service()).toMatchObject({ databases: ['defaultdb', 'orders', 'audit'] })
})

const KEYS = ['o', 'r', 'd', 'e', 'r', 's', '.']

test.describe('ten thousand topics', () => {
  test.use({ topics: 10_000 })

  /** Milliseconds from a key press in the search to the next paint, as the browser reports: the median of seven. */
  const typing = async (page: Page): Promise<number> => {
    await page.evaluate(() => {
      const durations: number[] = []
      Object.assign(globalThis, { durations })
      const keep = (list: PerformanceObserverEntryList) => {
        for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration)
      }
      new PerformanceObserver(keep).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    })
    await page.getByRole('searchbox', { name: 'Search topics' }).click()
    for (const key of KEYS) {
      await page.keyboard.press(key)
      await page.waitForTimeout(200)
    }
    const told = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations)
    // The browser doesn't report what takes less than a frame.
    const all = [...told, ...KEYS.map(() => 16)].slice(0, KEYS.length)
    return all.toSorted((a, b) => a - b)[Math.floor(KEYS.length / 2)] ?? 16
  }

  test('cost few elements, no request each, and little more time than a thousand', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(at('events', 'topics'))
    await expect(table(page, 'Topics')).toHaveAttribute('aria-rowcount', '10001')
    expect(await page.getByRole('main').locator('*').count()).toBeLessThanOrEqual(400)
    const many = await typing(page)
    expect(asked.filter((path) => /\/topic\/./.test(path))).toEqual([])
    await page.route('**/service/events/topic', async (route) => {
      const response = await route.fetch()
      const { topics } = (await response.json()) as { topics: readonly unknown[] }
      await route.fulfill({ response, json: { topics: topics.slice(0, 1000) } })
    })
    await page.goto(at('events', 'topics'))
    await expect(table(page, 'Topics')).toHaveAttribute('aria-rowcount', '1001')
    const few = await typing(page)
    // Work for each row would take ten times as long; a busy machine makes either figure up to twice the other.
    expect(many).toBeLessThanOrEqual(4 * few)
  })
})
