import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible } from '../../../ui/testing/expect-accessible.ts'
import { dialog, topic, url } from './testing/topics.ts'

const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })

const wire = async (options: Parameters<typeof renderApp>[1] = {}, search = '') => {
  const writes: { method: string; path: string; body: unknown }[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ method, path, body }) =>
      writes.push({ method, path, body: body === '' ? undefined : JSON.parse(body) }),
    ...options,
  })
  return { ...app, writes }
}

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
