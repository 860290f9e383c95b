import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const LOG = '/project/demo-shop/event-log'
const table = () => page.getByRole('table', { name: 'Events' })
const rows = () => table().getByRole('row').elements().slice(1)
const times = () => [...table().element().querySelectorAll('time')].map(({ dateTime }) => dateTime)

/** That many events of one project; every second one is about `orders-db`. */
const events = (count: number) => (path: string, body: unknown) => {
  if (!path.includes('/events?')) return body
  const limit = Number(new URLSearchParams(path.split('?')[1]).get('limit'))
  return {
    events: Array.from({ length: Math.min(limit, count) }, (_, index) => ({
      id: `e${String(index)}`,
      time: new Date(Date.UTC(2026, 10, 23) - index * 60_000).toISOString(),
      actor: 'mika@example.com',
      event_type: 'service_update',
      service_name: index % 2 === 0 ? 'orders-db' : 'events',
      event_desc: `Change ${String(index)}`,
    })),
  }
}

describe('the event log', () => {
  it('is in the navigation of the project, and says who did what when, newest first', async () => {
    const { url } = await renderApp('/project/demo-shop/services')
    await page.getByRole('link', { name: 'Event log', exact: true }).first().click()
    await expect.element(table()).toBeVisible()
    expect(url()).toBe(LOG)
    expect(times()).toEqual(times().toSorted().toReversed())
    await expect.element(table().getByRole('columnheader').nth(1)).toHaveTextContent('Who')
  })

  it('leads to a copy from just before an event, of services that have such copies', async () => {
    const { url } = await renderApp(LOG, { tamper: events(4) })
    const links = table().getByRole('link', { name: /^Just before/ })
    // Every second one is of Kafka.
    await expect.poll(() => links.elements().length).toBe(2)
    await links.first().click()
    await expect.poll(url).toBe('/project/demo-shop/services/orders-db/backups?do=fork&at=2026-11-22T23%3A59%3A59.000Z')
    await expect.element(page.getByTestId('chosen-moment')).toBeVisible()
  })

  it('filters stand in the URL, and work from there', async () => {
    const { url } = await renderApp(`${LOG}?service=events`)
    await expect.element(table()).toBeVisible()
    const all = rows().length
    for (const row of rows()) expect(row.textContent).toContain('events')
    await page.getByRole('combobox', { name: 'Who' }).selectOptions('Aiven Automation')
    await expect.poll(url).toBe(`${LOG}?service=events&actor=Aiven+Automation`)
    await expect.poll(() => rows().length).toBeLessThan(all)
    await page.getByRole('combobox', { name: 'What' }).selectOptions('service_maintenance_start')
    await page.getByRole('searchbox', { name: 'Search events' }).fill('zzz')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(url).toBe(LOG)
  })

  it('a filter whose value is not among the events stays, and can be seen', async () => {
    await renderApp(`${LOG}?service=never-was`)
    await expect.element(page.getByRole('combobox', { name: 'Service' })).toHaveValue('never-was')
    await expect.element(page.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  })

  it('loads 100, then 1,000, and says what is loaded', async () => {
    const { url, requests } = await renderApp(LOG, { tamper: events(1500) })
    await expect.element(table()).toBeVisible()
    expect(rows()).toHaveLength(100)
    await page.getByRole('button', { name: /^Load up to/ }).click()
    await expect.element(page.getByText(/Newest 1,000 events/)).toBeVisible()
    expect(url()).toBe(`${LOG}?limit=1000`)
    expect(requests.filter((path) => path.endsWith('/events'))).toHaveLength(2)
    expect(page.getByRole('button', { name: /^Load up to/ }).elements()).toHaveLength(0)
    await page.getByRole('searchbox', { name: 'Search events' }).fill('Change 77')
    await expect.element(page.getByText(/^19 of the newest 1,000 events/)).toBeVisible()
  })

  it('a shorter log is complete', async () => {
    await renderApp(LOG, { tamper: events(40) })
    await expect.element(page.getByText('40 events', { exact: true })).toBeVisible()
    expect(page.getByRole('button', { name: /^Load up to/ }).elements()).toHaveLength(0)
  })

  it('shows times in UTC on demand, on this page and the next', async () => {
    await renderApp(LOG, { tamper: events(1) })
    await page.getByRole('radio', { name: 'UTC', exact: true }).click()
    await expect.element(table()).toHaveTextContent('23 Nov 2026, 00:00:00 UTC')
    expect(localStorage.getItem('time-zone')).toBe('utc')
  })

  it('none: says so', async () => {
    await renderApp(LOG, { tamper: events(0) })
    await expect.element(page.getByText('No events')).toBeVisible()
  })

  it('without the right: names it, and offers Retry', async () => {
    await renderApp(LOG, { scenario: 'role-read-only' })
    await expect.element(page.getByTestId('http-403')).toHaveTextContent('project:event_logs:read')
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible()
  })

  it('of a project that is not there: Not found', async () => {
    await renderApp('/project/nowhere/event-log')
    await expect.element(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
  })

  it('a broken event does not affect others; markup is text', async () => {
    await renderApp(LOG, {
      tamper: (path, body) =>
        path.includes('/events')
          ? { events: [null, { time: 'soon', event_desc: '<img src=x onerror="ran=1">', event_type: '' }] }
          : body,
    })
    await expect.element(page.getByTestId('unread')).toBeVisible()
    await expect.element(table()).toHaveTextContent('<img src=x onerror="ran=1">')
    expect(table().element().querySelector('img')).toBeNull()
  })
})
