import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { deleteEntry } from '../api/acl.ts'
import { deleteDatabase } from '../api/databases.ts'
import { deleteIndex } from '../api/indexes.ts'
import { deletePool } from '../api/pools.ts'
import type { ServiceWrite } from '../api/service-write.ts'
import { deleteTopic } from '../api/topics.ts'
import { deleteUser } from '../api/user.ts'
import { renderApp } from './testing/render-app.tsx'

const at = (service: string) => ({ project: 'demo-shop', service })

interface Case {
  readonly url: string
  /** What someone else deletes while the dialog is open. */
  readonly gone: ServiceWrite
  /** The name that is typed to confirm. */
  readonly typed?: string
  /** The name that the list then lacks; Kafka goes on listing a topic until it is gone. */
  readonly name?: string
}

const pool = deletePool(at('orders-db'), 'orders-pool')
const topic = deleteTopic({ ...at('events'), topic: 'customers' })

const CASES: Readonly<Record<string, Case>> = {
  user: {
    url: 'orders-db/users?user=orders-api&do=delete-user',
    gone: deleteUser({ ...at('orders-db'), username: 'orders-api' }),
    name: 'orders-api',
  },
  database: {
    url: 'orders-db/databases?database=audit&do=delete-database',
    gone: deleteDatabase(at('orders-db'), 'audit'),
    typed: 'audit',
    name: 'audit',
  },
  pool: {
    url: 'orders-db/connection-pools?pool=orders-pool&do=delete-pool',
    gone: pool,
    typed: 'orders-pool',
    name: 'orders-pool',
  },
  'pool, edited': {
    url: 'orders-db/connection-pools?pool=orders-pool&do=edit-pool',
    gone: pool,
    name: 'orders-pool',
  },
  topic: { url: 'events/topics?topic=customers&do=delete-topic', gone: topic, typed: 'customers' },
  'topic, edited': { url: 'events/topics?topic=customers&do=edit-topic', gone: topic },
  'ACL entry': {
    url: 'events/acl?entry=acl4gone&do=delete-entry',
    gone: deleteEntry(at('events'), { kind: 'aiven', id: 'acl4gone' }),
    name: 'old-loader',
  },
  index: {
    url: 'search/indexes?index=reviews&do=delete-index',
    gone: deleteIndex(at('search'), 'reviews'),
    typed: 'reviews',
    name: 'reviews',
  },
}

describe('what someone else has deleted while a dialog about it was open', () => {
  it.each(Object.entries(CASES))('is said, and is no longer listed: %s', async (_kind, { url, gone, typed, name }) => {
    const { api } = await renderApp(`/project/demo-shop/services/${url}`)
    const dialog = page.getByRole('dialog')
    await expect.element(dialog).toBeVisible()
    const { operation, params, query, body } = gone
    await api({ operation, params, query, body, signal: new AbortController().signal })
    if (typed !== undefined) await dialog.getByRole('textbox').fill(typed)
    else if (/do=edit/.test(url)) await dialog.getByRole('spinbutton').or(dialog.getByRole('textbox')).first().fill('7')
    await dialog.getByRole('button').last().click()
    const said = dialog.getByRole('alert').or(dialog.getByTestId('gone'))
    await expect.element(said.first()).toBeVisible()
    if (name === undefined) return
    const row = page.getByRole('rowheader', { name, exact: true, includeHidden: true })
    await expect.poll(() => row.elements()).toHaveLength(0)
  })
})
