import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from './testing/render-app.tsx'

const inService = (rest: string) => `/project/demo-shop/services/${rest}`

/** URLs that open each file's forms. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  'acl/add-entry.tsx': [inService('events/acl?do=add-entry'), inService('events/acl?do=add-native-entry')],
  'backups/fork.tsx': [inService('orders-db/backups?do=fork'), inService('search/backups?do=fork')],
  'connection-pools/pool-form.tsx': [
    inService('orders-db/connection-pools?do=create-pool'),
    inService('orders-db/connection-pools?pool=orders-pool&do=edit-pool'),
  ],
  'databases/create-database.tsx': [inService('orders-db/databases?do=create-database')],
  'topics/create-topic.tsx': [inService('events/topics?do=create-topic')],
  'topics/edit-topic.tsx': [inService('events/topics?topic=orders.created&do=edit-topic')],
  'users/create-user.tsx': [inService('events/users?do=create-user'), inService('billing-mysql/users?do=create-user')],
}

const SOURCES = import.meta.glob<string>(['../{pages,features}/**/*.tsx', '!../**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const filesWith = (...tags: readonly RegExp[]) =>
  Object.keys(SOURCES).filter((file) => tags.every((tag) => tag.test(SOURCES[file] ?? '')))
const IN_SERVICE = '../pages/service/'

/** Changes a control's value, as a user would. */
const change = async (control: Element | null) => {
  if (control instanceof HTMLSelectElement) {
    const other = [...control.options].find(({ selected, disabled }) => !selected && !disabled)
    await userEvent.selectOptions(control, other?.value ?? '')
  } else await userEvent.keyboard('7')
}

describe('a form in a dialog', () => {
  it('is listed here, for every file that has one', () => {
    const files = filesWith(/<(Write)?FormDialog\b/).filter((file) => file.startsWith(IN_SERVICE))
    expect(files.map((file) => file.replace(IN_SERVICE, '')).toSorted()).toEqual(Object.keys(OPENED))
    // A `Dialog` without a form closes without a question.
    expect(filesWith(/<Dialog\b/, /<(Write)?Form\b/)).toEqual([])
  })

  it.each(Object.values(OPENED).flat())(
    'begins in its first field, and asks before what is in it goes: %s',
    async (url) => {
      await renderApp(url)
      const form = page.getByRole('dialog').getByRole('form')
      await expect.element(form).toBeVisible()
      const first = () => form.element().querySelector('input, select, textarea')
      await expect.poll(() => document.activeElement === first()).toBe(true)
      expect(document.activeElement).not.toBe(document.body)
      await change(first())
      await userEvent.keyboard('{Escape}')
      await expect.element(form.getByTestId('discard')).toBeVisible()
    },
  )
})
