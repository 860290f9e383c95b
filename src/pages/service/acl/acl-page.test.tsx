import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (search = '') => `/project/demo-shop/services/events/acl${search}`
const table = () => page.getByRole('table', { name: 'ACL', exact: true })
const entry = (words: RegExp | string) => table().getByRole('row').filter({ hasText: words })
const dialog = () => page.getByRole('dialog')
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true })
const answer = () => page.getByTestId('answer')

const wire = async (search = '', options: Parameters<typeof renderApp>[1] = {}) => {
  const writes: string[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ method, path, body }) => writes.push(`${method} ${path.replace(/.*\/events/, '')} ${body}`.trim()),
    ...options,
  })
  return { ...app, writes }
}

describe('ACL entries', () => {
  it('of both kinds are listed, with their notable properties', async () => {
    await renderApp(url())
    await expect.element(entry('avnadmin')).toHaveTextContent('Full access')
    await expect.element(entry('old-loader')).toHaveTextContent('Matches no user')
    await expect.element(entry('DENY Read')).toHaveTextContent(/User:audit-consumer.*Topic customers.*Kafka-native/)
    await expect.element(entry('orders-producer')).not.toHaveTextContent('Matches no')
    await expect.element(page.getByTestId('wide-open')).toBeVisible()
    await expectAccessible()
    await page.getByRole('searchbox', { name: 'Search entries' }).fill('deny')
    await expect.element(page.getByText('1 of 6 entries')).toBeVisible()
  })

  it('fit into 320 px', async () => {
    await page.viewport(320, 800)
    await renderApp(url('?user=audit-consumer'))
    await expect.element(page.getByRole('table', { name: 'Topics for audit-consumer' })).toBeVisible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('are added as filled in, and sent once', async () => {
    const { writes, url: here } = await wire('?user=orders-producer&topic=customers')
    await page.getByRole('button', { name: 'Add entry', exact: true }).click()
    await expect.poll(here).toContain('do=add-entry')
    await expect.element(dialog().getByRole('textbox', { name: 'User' })).toHaveValue('orders-producer')
    await dialog().getByRole('textbox', { name: 'Topic' }).fill('a b')
    await inDialog('Add entry').click()
    await expect.element(dialog().getByRole('textbox', { name: 'Topic' })).toHaveAttribute('aria-invalid', 'true')
    await dialog().getByRole('textbox', { name: 'Topic' }).fill('customers')
    await expectAccessible()
    await inDialog('Add entry').click()
    await expect.element(page.getByTestId('list-outcome')).not.toBeEmptyDOMElement()
    expect(writes).toEqual(['POST /acl {"username":"orders-producer","topic":"customers","permission":"read"}'])
    await expect.element(answer()).toHaveTextContent('Allowed')
    await expect.element(dialog()).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Add entry', exact: true }).click()
    await inDialog('Add entry').click()
    await expect.element(dialog().getByRole('textbox', { name: 'Topic' })).toHaveAttribute('aria-invalid', 'true')
  })

  it('of Kafka itself too', async () => {
    const { writes } = await wire('?do=add-native-entry')
    await dialog().getByRole('combobox', { name: 'Allow or deny' }).selectOptions('DENY')
    await dialog().getByRole('textbox', { name: 'User' }).fill('avnadmin')
    await dialog().getByRole('textbox', { name: 'Name' }).fill('orders.')
    await dialog().getByRole('combobox', { name: 'Pattern' }).selectOptions('PREFIXED')
    await inDialog('Add entry').click()
    await expect.element(entry('User:avnadmin')).toHaveTextContent('DENY Read')
    expect(writes).toEqual([
      'POST /kafka/acl {"resource_type":"Topic","pattern_type":"PREFIXED","resource_name":"orders.","operation":"Read","permission_type":"DENY","host":"*","principal":"User:avnadmin"}',
    ])
  })

  it('are deleted, each by the operation of its kind; says if someone else already deleted one', async () => {
    const { writes, backend } = await wire()
    await entry('old-loader')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await inDialog('Delete entry').click()
    await expect.element(entry('old-loader')).not.toBeInTheDocument()
    await entry('DENY Read')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await inDialog('Delete entry').click()
    await expect.element(entry('DENY Read')).not.toBeInTheDocument()
    expect(writes).toEqual(['DELETE /acl/acl4gone', 'DELETE /kafka/acl/acl5deny'])
    await entry('avnadmin')
      .getByRole('button', { name: /^Delete/ })
      .click()
    const params = { project: 'demo-shop', service_name: 'events', kafka_acl_id: 'acl0admin' }
    await backend.api({ operation: 'ServiceKafkaAclDelete', params, signal: new AbortController().signal })
    await inDialog('Delete entry').click()
    await expect.element(dialog().getByTestId(/http-404|gone/)).toBeVisible()
  })
})

describe('may X do Y on Z?', () => {
  it.each([
    ['?user=orders-producer&topic=orders.paid&may=write', 'Allowed', 'orders-producer: write on orders.*'],
    ['?user=orders-producer&topic=orders.paid', 'Denied', 'No entry matches'],
    ['?user=audit-consumer&topic=customers', 'Denied', 'DENY Read'],
    ['?user=audit-consumer&topic=products', 'Allowed', 'audit-consumer: read on *'],
    ['?user=audit-consumer&topic=any-group&may=group', 'Allowed', 'audit-consumer: read on *'],
  ])('%s: %s, by %s', async (search, verdict, ground) => {
    await renderApp(url(search))
    await expect.element(answer()).toHaveTextContent(verdict)
    await expect.element(answer()).toHaveTextContent(ground)
  })

  it('is unknown where an entry could not be read', async () => {
    const breakOne = (body: unknown) => ({ ...(body as object), kafka_acl: [{ principal: 7 }] })
    await renderApp(url('?user=audit-consumer&topic=customers'), {
      tamper: (path, body) => (path.endsWith('/kafka/acl') ? breakOne(body) : body),
    })
    await expect.element(answer()).toHaveTextContent('Unknown')
  })

  it('for a topic: all users; for a user: all topics; and the URL has it', async () => {
    const { url: here } = await renderApp(url('?topic=payments.refused'))
    const users = page.getByRole('table', { name: 'Users on payments.refused' })
    await expect.element(users.getByRole('row', { name: /invoices-sync/ })).toHaveTextContent('Allowed')
    await expect.element(users.getByRole('row', { name: /orders-producer/ })).toHaveTextContent('Denied')
    await page.getByRole('searchbox', { name: 'Topic' }).fill('')
    await page.getByRole('combobox', { name: 'User' }).selectOptions('audit-consumer')
    const topics = page.getByRole('table', { name: 'Topics for audit-consumer' })
    await expect.element(topics.getByRole('row', { name: /customers/ })).toHaveTextContent('Denied')
    await expect.element(topics.getByRole('row', { name: /products/ })).toHaveTextContent('Allowed')
    await expect.poll(here).toBe(url('?user=audit-consumer'))
  })

  it('says if there is no user of that name, whatever the entries say', async () => {
    await renderApp(url('?user=old-loader&topic=page-views'))
    await expect.element(answer()).toHaveTextContent('Allowed')
    await expect.element(page.getByText(/no service user old-loader/)).toBeVisible()
  })
})
