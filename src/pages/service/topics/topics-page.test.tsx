import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (search = '', service = 'events') => `/project/demo-shop/services/${service}/topics${search}`
const table = () => page.getByRole('table', { name: 'Topics' })
const topic = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .first()
const dialog = () => page.getByRole('dialog')
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
const singles = (requests: readonly string[]) => requests.filter((path) => /\/topic\/./.test(path))

const wire = async (options: Parameters<typeof renderApp>[1] = {}, search = '') => {
  const writes: { method: string; path: string; body: unknown }[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ method, path, body }) =>
      writes.push({ method, path, body: body === '' ? undefined : JSON.parse(body) }),
    ...options,
  })
  return { ...app, writes }
}

describe('the topics of a service', () => {
  it('are listed with what differs between them, found by tag, and sorted in the URL', async () => {
    const { url: here, requests } = await renderApp(url())
    await expect.element(topic('orders.created')).toHaveTextContent(/12.*3, min 2 in sync.*7 days.*team=orders/)
    await expect.element(topic('page-views')).toHaveTextContent('24 hours, at most 50 GiB a partition')
    await page.getByRole('searchbox').fill('team=payments auth')
    await expect.element(page.getByText('1 of 13 topics')).toBeVisible()
    await page.getByRole('searchbox').fill('')
    await table().getByRole('button', { name: 'Partitions' }).click()
    await table().getByRole('button', { name: 'Partitions' }).click()
    await expect.poll(here).toBe(url('?sort=-partitions'))
    await expect.element(table().getByRole('rowheader').first()).toHaveTextContent('page-views')
    expect(singles(requests)).toEqual([])
  })

  it('an opened one: consumer groups with their lag, partitions, settings; one request, and gone when closed', async () => {
    const { url: here, requests } = await renderApp(url())
    await page.getByRole('button', { name: 'Open topic orders.created' }).click()
    await expect.poll(here).toBe(url('?topic=orders.created'))
    await expect
      .element(page.getByRole('table', { name: 'Consumer groups of orders.created' }))
      .toHaveTextContent(/warehouse.*message/)
    const partitions = page.getByRole('table', { name: 'Partitions of orders.created' })
    await expect.element(partitions.getByRole('row').nth(1)).toHaveTextContent('3 of 3')
    const settings = page.getByRole('table', { name: 'Configuration of orders.created' })
    expect(settings.getByRole('row').elements()).toHaveLength(5)
    await page.getByRole('button', { name: /^Show all \d+ settings/ }).click()
    expect(settings.getByRole('row').elements().length).toBeGreaterThan(10)
    await expectAccessible()
    expect(new Set(singles(requests)).size).toBe(1)
    await page.getByRole('button', { name: 'Close topic orders.created' }).click()
    await expect.poll(here).toBe(url())
    await expect.element(partitions).not.toBeInTheDocument()
  })

  it('leads to Quick connect, to who may use it, to users and their certificates, and to metrics', async () => {
    await renderApp(url('?topic=orders.created'))
    const links = page.getByRole('region', { name: 'Topic orders.created' }).getByRole('link')
    await expect
      .element(links.first())
      .toHaveAttribute('href', expect.stringMatching(/connect\?topic=orders\.created$/))
    expect(links.elements().map((link) => link.getAttribute('href')?.replace(/.*\//, ''))).toEqual([
      'connect?topic=orders.created',
      'acl?topic=orders.created',
      'users',
      'metrics?topic=orders.created',
    ])
  })

  it('says that a topic does not exist', async () => {
    await renderApp(url('?topic=nothing'))
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'no-such-topic')
  })

  it('fit into 320 px', async () => {
    await page.viewport(320, 800)
    await renderApp(url('?topic=orders.created'))
    await expect.element(page.getByRole('table', { name: 'Partitions of orders.created' })).toBeVisible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('that could not be read: says so in their place, and Retry loads them', async () => {
    let isBroken = true
    await renderApp(url(), { tamper: (path, body) => (isBroken && path.endsWith('/topic') ? {} : body) })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'contract')
    isBroken = false
    await page.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
    await expect.element(table()).toBeVisible()
  })

  it('of which one is broken: the others are shown', async () => {
    const breakOne = (body: unknown) => {
      const { topics } = body as { topics: readonly object[] }
      return { topics: [{ topic_name: 7 }, ...topics.slice(1)] }
    }
    await renderApp(url(), { tamper: (path, body) => (path.endsWith('/topic') ? breakOne(body) : body) })
    await expect.element(page.getByTestId('unread')).toBeVisible()
    await expect.element(page.getByText('12 topics')).toBeVisible()
  })

  it('of a service that is off: sends no request, says why, and offers Power on', async () => {
    const { requests, url: here } = await renderApp(url().replace('/events/', '/events-archive/'))
    await expect.element(page.getByTestId('powered-off')).toBeVisible()
    expect(requests.filter((path) => path.includes('/topic'))).toEqual([])
    await page.getByTestId('powered-off').getByRole('button', { name: 'Power on' }).click()
    await expect.element(dialog()).toBeVisible()
    expect(here()).toContain('do=power-on')
  })
})

describe('ten thousand topics', () => {
  it('need no request each, and few elements', async () => {
    const { requests } = await renderApp(url(), { scenario: 'many-topics' })
    await expect.element(page.getByText('10,000 topics')).toBeVisible()
    await expect.element(table()).toHaveAttribute('aria-rowcount', '10001')
    expect(page.getByRole('main').element().querySelectorAll('*').length).toBeLessThanOrEqual(400)
    await page.getByRole('searchbox').fill('09999')
    await expect.element(page.getByText('1 of 10,000 topics')).toBeVisible()
    expect(singles(requests)).toEqual([])
  })
})

describe('a new topic', () => {
  it('is sent as filled in, opened, and shown as being created until it exists', async () => {
    let now = Date.parse('2026-11-23T12:00:00Z')
    const { writes, url: here, queryClient } = await wire({ clock: () => new Date(now) })
    await page.getByRole('button', { name: 'Create topic' }).click()
    await expect.poll(here).toBe(url('?do=create-topic'))
    await field('Topic name').fill('fresh.topic')
    await dialog().getByText('More settings').click()
    await field('Retention in hours').fill('36')
    await field('Tags').fill('team=orders\nnew')
    await expectAccessible()
    await inDialog('Create topic').click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('fresh.topic')
    expect(writes).toEqual([
      {
        method: 'POST',
        path: '/v1/project/demo-shop/service/events/topic',
        body: {
          topic_name: 'fresh.topic',
          partitions: 3,
          replication: 3,
          config: { retention_ms: 129_600_000 },
          tags: [
            { key: 'team', value: 'orders' },
            { key: 'new', value: '' },
          ],
        },
      },
    ])
    await expect.element(page.getByTestId('being-made')).toBeVisible()
    await expect.element(topic('fresh.topic')).toHaveTextContent('Being set up')
    // At first the API answers 404, then 501: the topic exists but isn't readable yet.
    now += 2000
    await queryClient.invalidateQueries()
    await expect.element(page.getByTestId('being-made')).toBeVisible()
    now += 10_000
    await queryClient.invalidateQueries()
    await expect.element(page.getByRole('table', { name: 'Partitions of fresh.topic' })).toBeVisible()
    await expect.element(page.getByTestId('being-made')).not.toBeInTheDocument()
    await expect.element(topic('fresh.topic')).not.toHaveTextContent('Being set up')
  })

  it.each([
    ['Topic name', 'a b'],
    ['Topic name', 'größe'],
    ['Topic name', 'a/b'],
    ['Topic name', 'x'.repeat(250)],
    ['Topic name', 'customers'],
    ['Topic name', 'orders_created'],
    ['Partitions', '0'],
    ['Partitions', '1e3'],
    ['Replication', '4'],
    ['Minimum in-sync replicas', '4'],
    ['Retention in hours', '-2'],
    ['Tags', '=x'],
  ])('%s %j: said at the field, and nothing is sent', async (name, value) => {
    const { writes } = await wire({}, '?do=create-topic')
    await field('Topic name').fill('good')
    await dialog().getByText('More settings').click()
    await field(name).fill(value)
    await inDialog('Create topic').click()
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field(name)).toHaveValue(value)
    expect(writes).toEqual([])
  })

  it('refused by the API: the input stays', async () => {
    await wire({ scenario: 'role-read-only' }, '?do=create-topic')
    await field('Topic name').fill('good')
    await inDialog('Create topic').click()
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-403')
    await expect.element(field('Topic name')).toHaveValue('good')
  })
})

describe('the configuration of a topic', () => {
  it('sends only partitions, or all settings with the change applied', async () => {
    const { writes } = await wire({}, '?topic=orders.created&do=edit-topic')
    await expect.element(field('Partitions')).toHaveValue('12')
    await inDialog('Save').click()
    await expect.element(dialog().getByRole('alert')).toBeVisible()
    await field('Partitions').fill('11')
    await inDialog('Save').click()
    await expect.element(field('Partitions')).toHaveAttribute('aria-invalid', 'true')
    expect(writes).toEqual([])
    await field('Partitions').fill('24')
    await inDialog('Save').click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('orders.created')
    expect(writes.map(({ body }) => body)).toEqual([{ partitions: 24 }])
    await page.getByRole('button', { name: 'Edit configuration' }).click()
    await field('retention_ms').fill('3600000')
    await inDialog('Save').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(writes.at(-1)?.body).toEqual({
      config: { cleanup_policy: 'delete', retention_ms: 3_600_000, retention_bytes: -1, min_insync_replicas: 2 },
    })
  })

  it('a setting that is not a number: the error is at the field', async () => {
    const { writes } = await wire({}, '?topic=orders.created&do=edit-topic')
    await field('retention_ms').fill('a week')
    await inDialog('Save').click()
    await expect.element(field('retention_ms')).toHaveAttribute('aria-invalid', 'true')
    expect(writes).toEqual([])
  })
})

describe('deleting a topic', () => {
  it('asks for its name, and it is gone from the list', async () => {
    const { writes, url: here } = await wire({}, '?topic=customers')
    await page.getByRole('button', { name: 'Delete topic' }).click()
    await inDialog('Delete topic').click()
    await expect.element(dialog().getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    await dialog().getByRole('textbox').fill('customers')
    await inDialog('Delete topic').click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('customers')
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /v1/project/demo-shop/service/events/topic/customers',
    ])
    await expect.poll(here).toBe(url())
    await expect.element(topic('customers')).toHaveTextContent('Being deleted')
  })

  it('that someone else has deleted meanwhile: says so, and the dialog stays', async () => {
    const { backend } = await wire({}, '?topic=customers')
    await page.getByRole('button', { name: 'Delete topic' }).click()
    const params = { project: 'demo-shop', service_name: 'events', topic_name: 'customers' }
    await backend.api({ operation: 'ServiceKafkaTopicDelete', params, signal: new AbortController().signal })
    await dialog().getByRole('textbox').fill('customers')
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'http-404')
    await vi.waitFor(() => {
      expect(page.getByText('Being deleted').elements().length).toBeGreaterThan(0)
    })
  })
})
