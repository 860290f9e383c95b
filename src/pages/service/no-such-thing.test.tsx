/** A URL that names a thing that isn't there: every page whose URL can name one says so. */
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const at = (place: string) => `/project/demo-shop/services/${place}`

it.each([
  ['user', 'events/users'],
  ['topic', 'events/topics'],
  ['entry', 'events/acl'],
  ['database', 'orders-db/databases'],
  ['pool', 'orders-db/connection-pools'],
  ['index', 'search/indexes'],
  ['setting', 'orders-db/settings'],
  ['pool', 'orders-db/connect', 'component=pgbouncer&database'],
  ['topic', 'events/metrics'],
  ['user', 'events/users', 'reset'],
  ['user', 'events/overview', 'reset'],
])('%s: %s', async (unit, place, parameter = unit) => {
  await renderApp(at(`${place}?${parameter}=ghost`))
  await expect.element(page.getByRole('alert').getByText('ghost')).toBeVisible()
  await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', `no-such-${unit}`)
})

it('a pool: no guide stands in for it', async () => {
  await renderApp(at('orders-db/connect?component=pgbouncer&database=ghost'))
  await expect.element(page.getByTestId('no-such-pool')).toBeVisible()
  await expect.element(page.getByRole('combobox', { name: 'Pool' })).toHaveValue('')
  expect(page.getByRole('region', { name: 'command to run' }).elements()).toEqual([])
  await page.getByRole('combobox', { name: 'Pool' }).selectOptions('orders-pool')
  await expect.element(page.getByTestId('no-such-pool')).not.toBeInTheDocument()
  await expect.element(page.getByRole('region', { name: 'command to run' })).toBeVisible()
})

it.each(['line=ghost', 'at=2026-11-23T11:59:00Z&line=ghost'])('a line of the logs: %s', async (search) => {
  await renderApp(at(`orders-db/logs?${search}`))
  await expect.element(page.getByTestId('no-such-line')).toBeVisible()
})

it('a moment of the logs that is none', async () => {
  await renderApp(at('orders-db/logs?at=ghost'))
  await expect.element(page.getByTestId('bad-moment')).toHaveTextContent('ghost')
})

it.each([
  ['topic', 'events/topics', '/topic'],
  ['entry', 'events/acl', '/acl'],
  ['database', 'orders-db/databases', '/db'],
  ['index', 'search/indexes', '/index'],
])('%s: is not called missing where some could not be read', async (unit, place, request) => {
  await renderApp(at(`${place}?${unit}=ghost`), {
    tamper: (path, body) =>
      path.endsWith(request)
        ? Object.fromEntries(
            Object.entries(body as object).map(([key, value]) => [
              key,
              Array.isArray(value) ? [...(value as unknown[]), 42] : (value as unknown),
            ]),
          )
        : body,
  })
  await expect.element(page.getByRole('main').getByTestId('unread')).toBeVisible()
  expect(page.getByTestId(`no-such-${unit}`).elements()).toEqual([])
})
