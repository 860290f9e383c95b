import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { editService } from '../../../api/service-update.ts'
import { serviceGet } from '../../../api/service.ts'
import { sendWrite } from '../../../api/send-write.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'
import { MutationObserver } from '@tanstack/react-query'

const URL = '/project/demo-shop/services/orders-db/settings'
const region = page.getByRole('region', { name: 'Allowed IP addresses' })
const inRegion = (name: string) => region.getByRole('button', { name, exact: true })
const table = region.getByRole('table', { name: 'Allowed IP addresses' })
const field = region.getByRole('textbox', { name: 'Addresses or networks' })
const saved = region.getByTestId('allowed-saved')
const changes = region.getByRole('list', { name: 'To be changed' })
const FILTER = [
  { network: '198.51.100.0/28', description: 'Office' },
  '203.0.113.7/32',
  { network: '10.20.0.0/16', description: 'Warehouse' },
  '2001:db8:12::/48',
]

const render = async (options: Parameters<typeof renderApp>[1] = {}) => {
  const sent: { method: string; path: string; body: { user_config?: { ip_filter?: unknown } } }[] = []
  const app = await renderApp(URL, {
    ...options,
    onWrite: ({ method, path, body }) => sent.push({ method, path, body: JSON.parse(body) as object }),
  })
  await expect.element(table).toBeVisible()
  return { ...app, sent, list: () => sent.at(-1)?.body.user_config?.ip_filter }
}

const type = async (text: string) => {
  await inRegion('Add address').click()
  await field.fill(text)
  await inRegion('Add').click()
}

describe('Allowed IP addresses', () => {
  it('one is added: a difference first, then the whole list, each entry in its form', async () => {
    const { sent, list } = await render()
    await inRegion('Add address').click()
    await userEvent.keyboard('192.0.2.0/24 VPN of Berlin{Enter}')
    await expect.element(inRegion('Add address')).toHaveFocus()
    await expect.element(changes).toHaveTextContent('192.0.2.0/24 (VPN of Berlin)')
    expect(sent).toEqual([])
    await expectAccessible()
    const save = inRegion('Save').element() as HTMLElement
    save.focus()
    save.click()
    save.click()
    await expect.element(saved).toHaveTextContent('saved')
    await expect.element(region).toHaveFocus()
    expect(sent.map(({ method, path }) => [method, path])).toEqual([['PUT', '/v1/project/demo-shop/service/orders-db']])
    expect(list()).toEqual([...FILTER, { network: '192.0.2.0/24', description: 'VPN of Berlin' }])
    await expect.element(table).toHaveTextContent('VPN of Berlin')
    await inRegion('Put back').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Put back' }).click()
    await expect.poll(list).toEqual(FILTER)
  })

  it('a pasted list: valid entries are added, others stay with the reason and a suggestion', async () => {
    const { list } = await render()
    await type('# new\n10.20.3.4/16 lab\n192.0.2.9\n203.0.113.7\nnowhere')
    await expect.element(region.getByTestId('host-bits')).toBeVisible()
    await expect.element(region.getByTestId('duplicate')).toBeVisible()
    await expect.element(region.getByTestId('no-network')).toBeVisible()
    await expect.element(field).toHaveValue('10.20.3.4/16 # lab\nnowhere')
    await expectAccessible()
    await inRegion('Use 10.20.0.0/16').click()
    await expect.element(region.getByTestId('duplicate')).toBeVisible()
    await inRegion('Cancel').click()
    await inRegion('Save').click()
    await expect.element(saved).toHaveTextContent('saved')
    expect(list()).toEqual([...FILTER, '192.0.2.9/32'])
  })

  it('the last one is removed only after a question', async () => {
    const { sent, list } = await render()
    for (const name of ['198.51.100.0/28', '203.0.113.7/32', '10.20.0.0/16', '2001:db8:12::/48']) {
      await inRegion(`Remove ${name}`).click()
    }
    await inRegion('Save').click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(sent).toEqual([])
    await inRegion('Save').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lock everyone out' }).click()
    await expect.poll(list).toEqual([])
  })

  it('a Retry asks the question of what is sent now, not of what was refused', async () => {
    await render({ scenario: 'write-403' })
    await inRegion('Remove 198.51.100.0/28').click()
    await inRegion('Save').click()
    await expect.element(region.getByTestId('http-403')).toBeVisible()
    for (const name of ['203.0.113.7/32', '10.20.0.0/16', '2001:db8:12::/48']) await inRegion(`Remove ${name}`).click()
    await inRegion('Retry').click()
    await expect.element(page.getByRole('dialog').getByRole('button', { name: 'Lock everyone out' })).toBeVisible()
  })

  it('changed by someone else meanwhile: shown, not sent, and applied to the current list on request', async () => {
    const { api, queryClient, backend, sent, list } = await render()
    await type('192.0.2.0/24')
    const service = await queryClient.fetchQuery(serviceGet(backend.api, 'demo-shop', 'orders-db'))
    const address = { project: 'demo-shop', service: 'orders-db' }
    const theirs = [...FILTER, '198.18.0.0/15']
    const edits = [{ path: ['user_config', 'ip_filter'], before: FILTER, after: theirs } as const]
    await new MutationObserver(queryClient, sendWrite(api)).mutate(editService(address, service, edits))
    expect(sent).toHaveLength(1)
    await inRegion('Save').click()
    const problem = region.getByRole('alert')
    await expect.element(problem).toHaveAttribute('data-testid', 'changed-meanwhile')
    await expect.element(problem).toHaveTextContent('198.18.0.0/15')
    expect(sent).toHaveLength(1)
    await problem.getByRole('button').click()
    await expect.element(changes).toHaveTextContent('192.0.2.0/24')
    await inRegion('Save').click()
    await expect.poll(list).toEqual([...theirs, '192.0.2.0/24'])
  })

  it('says which entry allows an address, and warns about entries that allow everyone', async () => {
    await render()
    const asked = region.getByRole('textbox', { name: /^Which entry/ })
    await asked.fill('10.20.9.9')
    await expect.element(region.getByTestId('admitted-by')).toHaveTextContent('10.20.0.0/16 (Warehouse)')
    await asked.fill('192.0.2.1')
    await expect.element(region.getByTestId('admitted-by')).not.toHaveTextContent('/')
    await asked.fill('10.0.0.0/8')
    await expect.element(region.getByTestId('admitted-by')).toHaveTextContent('10.20.0.0/16 (Warehouse)')
    await type('0.0.0.0/0')
    await expect.element(table).toHaveTextContent('Open to everyone')
    await expect.element(region.getByTestId('still-open')).toBeVisible()
  })

  it.each([
    ['write-403', 'http-403'],
    ['write-500', 'outcome-unknown'],
    ['conflict-409', 'http-409'],
  ] as const)('scenario %s: %s, and the draft stays', async (scenario, problem) => {
    await render({ scenario })
    await type('192.0.2.0/24')
    await inRegion('Save').click()
    await expect.element(region.getByRole('alert')).toHaveAttribute('data-testid', problem)
    await expect.element(changes).toHaveTextContent('192.0.2.0/24')
  })

  it('8,000 entries, one more than fits, and 320 px', async () => {
    await page.viewport(320, 640)
    const many = Array.from({ length: 7999 }, (_, at) => `10.${String(at >> 8)}.${String(at & 255)}.1/32`)
    const tamper = (path: string, body: unknown) => {
      if (!path.includes('/service/orders-db?')) return body
      const { service } = body as { service: { user_config: object } }
      return { service: { ...service, user_config: { ...service.user_config, ip_filter: many } } }
    }
    await render({ tamper })
    await type('<img src=x onerror=alert(1)>\n192.0.2.1\n192.0.2.2')
    await expect.element(region.getByTestId('too-many')).toBeVisible()
    await inRegion('Cancel').click()
    await region.getByRole('searchbox').fill('10.30.255')
    await expect.element(table.getByRole('row').nth(1)).toHaveTextContent('10.30.255.1/32')
    expectNoSidewaysScroll()
    await expectAccessible()
    await page.viewport(1280, 800)
  })
})

it('service-settings leads here', async () => {
  const { url } = await renderApp('/project/demo-shop/services/orders-db/service-settings')
  await expect.element(table).toBeVisible()
  expect(url()).toBe(URL)
})
