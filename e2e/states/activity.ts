import { expect, paths } from '../fixtures.ts'
import type { Prepare, State } from './state.ts'

const of = (service: string, page: string, search = '') =>
  paths.service(service, search).replace('/overview', `/${page}`)

const table =
  (name: string): Prepare =>
  (page) =>
    expect(page.getByRole('table', { name, exact: true })).toBeVisible()
const says =
  (id: string): Prepare =>
  (page) =>
    expect(page.getByTestId(id)).toBeVisible()

const LOG = '/project/demo-shop/event-log'

/** What has happened, what runs, and what can be brought back. */
export const ACTIVITY_STATES: readonly State[] = [
  ['event log', LOG, table('Events')],
  ['event log: no right', `${LOG}?scenario=role-read-only`, says('http-403')],
  ['backups: a range', of('orders-db', 'backups'), table('Backups')],
  [
    'backups: fork at a moment',
    of('orders-db', 'backups', '?do=fork&at=2026-11-20T10%3A00%3A30Z'),
    async (page) => {
      await expect(page.getByTestId('chosen-moment')).toBeVisible()
      await page.getByLabel('Moment', { exact: true }).fill('2020-01-01T00:00:00')
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  ],
  ['backups: of Kafka', of('events', 'backups'), says('configuration-only')],
  ['current queries', of('orders-db', 'current-queries'), table('Current queries')],
  [
    'current queries: terminate',
    of('orders-db', 'current-queries'),
    async (page) => {
      await page
        .getByRole('button', { name: /^Terminate connection/ })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  ['current queries: of Valkey', of('sessions', 'current-queries'), table('Current queries')],
  ['query statistics', of('orders-db', 'query-statistics'), table('Query statistics')],
  [
    'query statistics: beyond the plan',
    of('billing-mysql', 'query-statistics', '?scenario=plan-403'),
    says('http-403'),
  ],
]
