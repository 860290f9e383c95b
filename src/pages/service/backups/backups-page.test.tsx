import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/backups${search}`
const table = () => page.getByRole('table', { name: 'Backups', exact: true })
const fact = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })
const dialog = () => page.getByRole('dialog')
const fork = () => page.getByRole('button', { name: 'Fork and restore', exact: true })
const choose = (label: string, option: string) => dialog().getByLabelText(label).selectOptions(option)
const goOn = () => dialog().getByRole('button', { name: 'Continue' }).click()

/** The API's answer about backups, with any list. */
const answer = (backups: unknown) => (path: string, body: unknown) => (path.endsWith('/backups') ? backups : body)

describe('backups', () => {
  it('of PostgreSQL: time, size, location, schedule, and the range of recovery', async () => {
    await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    expect(table().getByRole('row').elements()).toHaveLength(15)
    await expect.element(table().getByRole('row').nth(1)).toHaveTextContent(/ (MiB|GiB)/)
    await expect.element(fact('Schedule')).toHaveTextContent(/UTC/)
    await expect.element(fact('Restore to')).toHaveTextContent(/13 days/)
    await expect.element(fact('Retention')).toHaveTextContent('14 backups')
    await expect.element(page.getByRole('figure')).toBeVisible()
  })

  it.each([
    ['that is missing', null],
    ['that is unreadable', 'soon'],
    ['in the future', '2030-01-01T00:00:00Z'],
  ])('a range of recovery with a start %s is unknown: there are backups', async (_, start) => {
    const items = [{ backup_name: 'a', backup_time: '2026-11-22T10:00:00Z', data_size: 1, storage_location: 'x' }]
    await renderApp(url('orders-db'), {
      tamper: answer({ backups: items, pitr: { primary_region: { pitr_range_start: start } } }),
    })
    await expect.element(table()).toBeVisible()
    await expect.element(fact('Restore to')).toHaveTextContent('Unknown')
  })

  it('of others: only as it was at a backup', async () => {
    await renderApp(url('search'))
    await expect.element(table()).toBeVisible()
    expect(page.getByRole('figure').elements()).toHaveLength(0)
  })

  it('of Kafka: configuration only, and nothing to fork', async () => {
    await renderApp(url('events'))
    await expect.element(page.getByTestId('configuration-only')).toHaveTextContent('3 hours')
    await expect.element(table()).toBeVisible()
    expect(fork().elements()).toHaveLength(0)
    await expect.element(page.getByRole('rowheader', { name: 'Schedule' })).toBeVisible()
    expect(page.getByRole('rowheader', { name: 'Restore to' }).elements()).toHaveLength(0)
  })

  it('of a service that is off: its earlier ones', async () => {
    await renderApp(url('dashboards'))
    await expect.element(page.getByTestId('off')).toBeVisible()
  })

  it('none yet: says so, and what forking waits for', async () => {
    await renderApp(url('orders-db', '?do=fork'), { tamper: answer({ backups: [], pitr: { primary_region: {} } }) })
    await expect.element(page.getByText('No backups yet')).toBeVisible()
    await expect.element(dialog().getByTestId('no-backup')).toBeVisible()
  })

  it('an unreadable backup does not affect others', async () => {
    const one = { backup_name: 'b<img src=x>', backup_time: 'soon', data_size: null, additional_regions: 5 }
    await renderApp(url('orders-db'), { tamper: answer({ backups: [null, one], scheduled_backup_time: 3, pitr: 'x' }) })
    await expect.element(page.getByTestId('unread')).toBeVisible()
    await expect.element(table()).toHaveTextContent('b<img src=x>')
    await expect.element(fact('Schedule')).toHaveTextContent('Unknown')
  })

  it('shows a failure with Retry', async () => {
    await renderApp(url('orders-db'), { tamper: answer({}) })
    await expect.element(page.getByTestId('contract')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible()
  })
})

describe('Fork and restore', () => {
  it('leads to a new service with the latest state', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await fork().click()
    await expect.poll(here).toBe(url('orders-db', '?do=fork'))
    await expect.element(dialog()).toHaveTextContent(/\$[\d.]+ an hour/)
    await goOn()
    await expect.poll(here, { timeout: 20_000 }).toBe('/project/demo-shop/new-service?fork=orders-db')
  })

  it('accepts a moment within the range, in the chosen zone', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await fork().click()
    await choose('State to restore', 'moment')
    await dialog().getByRole('radio', { name: 'UTC', exact: true }).click()
    const moment = dialog().getByLabelText('Moment')
    await moment.fill('2020-01-01T00:00:00')
    await goOn()
    await expect.element(moment).toHaveAttribute('aria-invalid', 'true')
    await moment.fill('2026-11-20T10:00:30')
    await expect.element(dialog().getByTestId('chosen-moment')).toHaveTextContent('20 Nov 2026, 10:00:30 UTC')
    await goOn()
    await expect
      .poll(here, { timeout: 20_000 })
      .toBe('/project/demo-shop/new-service?fork=orders-db&at=2026-11-20T10%3A00%3A30.000Z')
  })

  it('offers the second before an event', async () => {
    const { url: here } = await renderApp(url('orders-db'), {
      tamper: (path, body) =>
        path.includes('/events?')
          ? {
              events: [
                { id: 'e', time: '2026-11-22T10:00:00Z', event_type: 'service_update', service_name: 'orders-db' },
                { id: 'old', time: '2020-11-22T10:00:00Z', event_type: 'service_update', service_name: 'orders-db' },
              ],
            }
          : body,
    })
    await fork().click()
    await choose('State to restore', 'event')
    expect(dialog().getByLabelText('Event').getByRole('option').elements()).toHaveLength(2)
    await choose('Event', '2026-11-22T10:00:00Z')
    await goOn()
    await expect
      .poll(here, { timeout: 20_000 })
      .toBe('/project/demo-shop/new-service?fork=orders-db&at=2026-11-22T09%3A59%3A59.000Z')
  })

  it('a link opens it at a moment; Escape closes it', async () => {
    const { url: here } = await renderApp(url('orders-db', '?do=fork&at=2026-11-20T10%3A00%3A30Z'))
    await expect.element(dialog().getByTestId('chosen-moment')).toHaveTextContent('20 Nov 2026')
    await userEvent.keyboard('{Escape}')
    await expect.poll(here).toBe(url('orders-db'))
  })

  it('of others takes a backup by its name', async () => {
    const { url: here } = await renderApp(url('search'))
    await fork().click()
    const select = dialog().getByLabelText('Backup', { exact: true })
    await expect.element(select).toBeVisible()
    const [, second] = [...(select.element() as HTMLSelectElement).options].map(({ value }) => value)
    await choose('Backup', String(second))
    await goOn()
    await expect.poll(here).toBe(`/project/demo-shop/new-service?fork=search&backup=${String(second)}`)
  })
})
