import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from './testing/render-app.tsx'

const inService = (rest: string) => `/project/demo-shop/services/${rest}`

/** Addresses that open the forms of a file, by the file. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  'acl/add-entry.tsx': [inService('events/acl?do=add-entry'), inService('events/acl?do=add-native-entry')],
  'connection-pools/pool-form.tsx': [
    inService('orders-db/connection-pools?do=create-pool'),
    inService('orders-db/connection-pools?pool=orders-pool&do=edit-pool'),
  ],
  'databases/create-database.tsx': [inService('orders-db/databases?do=create-database')],
  'topics/create-topic.tsx': [inService('events/topics?do=create-topic')],
  'topics/edit-topic.tsx': [inService('events/topics?topic=orders.created&do=edit-topic')],
  'users/create-user.tsx': [inService('events/users?do=create-user'), inService('billing-mysql/users?do=create-user')],
}

const SOURCES = import.meta.glob<string>('../pages/service/**/*.tsx', { query: '?raw', import: 'default', eager: true })
const FILES = Object.keys(SOURCES).filter((file) => SOURCES[file]?.includes('<WriteFormDialog'))

describe('a form in a dialog', () => {
  it('is known here, whichever there is', () => {
    expect(FILES.map((file) => file.replace('../pages/service/', '')).toSorted()).toEqual(Object.keys(OPENED))
  })

  it.each(Object.values(OPENED).flat())('begins in its first field: %s', async (url) => {
    await renderApp(url)
    const form = page.getByRole('dialog').getByRole('form')
    await expect.element(form).toBeVisible()
    const first = () => form.element().querySelector('input, select, textarea')
    await expect.poll(() => document.activeElement === first()).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
  })
})
