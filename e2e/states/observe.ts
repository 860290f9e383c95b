import { expect, paths } from '../fixtures.ts'
import type { State } from './state.ts'

const at = (page: 'metrics' | 'logs', service: string, search = '') =>
  paths.service(service, search).replace('/overview', `/${page}`)

/** Metrics and logs. */
export const OBSERVE_STATES: readonly State[] = [
  [
    'metrics: a moment, a table',
    at('metrics', 'orders-db', '?at=2026-11-23T11:30:00Z'),
    async (page) => {
      await page.getByRole('figure').first().getByRole('button', { name: 'Table' }).click()
      await expect(page.getByRole('figure').first().getByRole('table')).toBeVisible()
    },
  ],
  [
    'metrics: gaps',
    at('metrics', 'clicks', '?period=month&scenario=metrics-gaps'),
    (page) => expect(page.getByRole('figure').first()).toBeVisible(),
  ],
  [
    'metrics: powered off',
    at('metrics', 'dashboards'),
    (page) => expect(page.getByRole('button', { name: 'Power on' })).toBeVisible(),
  ],
  [
    'logs: a line is open',
    at('logs', 'orders-db'),
    async (page) => {
      await page.getByRole('table', { name: 'Logs' }).getByRole('button').first().click()
      await expect(page.getByTestId('log-line')).toBeVisible()
    },
  ],
  [
    'logs: no answer in time',
    at('logs', 'orders-db', '?scenario=logs-timeout'),
    (page) => expect(page.getByTestId('http-503')).toBeVisible(),
  ],
]
