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
])('%s: %s', async (unit, place) => {
  await renderApp(at(`${place}?${unit}=ghost`))
  await expect.element(page.getByRole('alert').getByText('ghost')).toBeVisible()
  await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', `no-such-${unit}`)
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
