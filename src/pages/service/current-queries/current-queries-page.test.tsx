import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { makeTimersMovable } from '../../../app/testing/movable-timers.ts'
import { renderApp } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/current-queries${search}`
const table = () => page.getByRole('table', { name: 'Current queries' })
const cells = (column: number) =>
  [...table().element().querySelectorAll('tbody tr')].map((row) => row.children[column]?.textContent ?? '')
const pids = () => cells(0)
const asked = (requests: readonly string[]) => requests.filter((path) => path.endsWith('/query/activity')).length
const answer = (queries: unknown) => (path: string, body: unknown) =>
  path.endsWith('/query/activity') ? { queries } : body

/** The service's answer, powered off. */
const off = (_: string, body: unknown): unknown => {
  const { service } = body as { service?: object }
  return service ? { service: { ...service, state: 'POWEROFF' } } : body
}

describe('current queries', () => {
  it('of PostgreSQL: who runs what, the longest first; any order, in the URL', async () => {
    const { url: here } = await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    const headers = table()
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent)
    expect(headers).toEqual(['PID', 'User', 'Duration', 'State', 'Wait', 'Client', 'Query', 'Stop'])
    const first = pids()
    await table().getByRole('button', { name: 'PID' }).click()
    await expect.poll(here).toBe(url('orders-db', '?sort=pid'))
    await expect.poll(pids).toEqual(first.toSorted((a, b) => Number(a) - Number(b)))
  })

  it('of a cache: connections and their last command, nothing to stop', async () => {
    await renderApp(url('sessions'))
    await expect.element(table().getByRole('columnheader').first()).toHaveTextContent('Connection')
    expect(page.getByRole('button', { name: /^(Cancel|Terminate)/ }).elements()).toHaveLength(0)
  })

  it('cancels at once, and shows the database’s answer', async () => {
    await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    const [pid = ''] = pids()
    await page.getByRole('button', { name: `Cancel query ${pid}` }).click()
    await expect.element(page.getByTestId('stopped')).toHaveTextContent(pid)
    await expect.poll(() => cells(3)[pids().indexOf(pid)]).toBe('idle')
  })

  it('cancels every query whose button was pressed, also while another is being cancelled', async () => {
    const { requests } = await renderApp(url('orders-db'), {
      tamper: (path, body) => (path.endsWith('/query/cancel') ? { success: false } : body),
    })
    await expect.element(table()).toBeVisible()
    const button = (pid: string) => page.getByRole('button', { name: `Cancel query ${pid}` }).element() as HTMLElement
    const [one = '', other = ''] = pids()
    const pressed = [button(one), button(other), button(one)]
    for (const element of pressed) element.click()
    await expect.poll(() => page.getByTestId('declined').elements().length).toBe(2)
    for (const pid of [one, other])
      await expect.element(page.getByTestId('declined').filter({ hasText: pid })).toBeVisible()
    expect(requests.filter((path) => path.endsWith('/query/cancel'))).toHaveLength(2)
  })

  it('asks before it terminates', async () => {
    await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    const [pid = ''] = pids()
    await page.getByRole('button', { name: `Terminate connection ${pid}` }).click()
    expect(pids()).toContain(pid)
    await page.getByRole('dialog').getByRole('button', { name: 'Terminate', exact: true }).click()
    await expect.element(page.getByTestId('stopped')).toHaveTextContent(pid)
    await expect.poll(pids).not.toContain(pid)
  })

  it('a cancellation that the database did not make is not a success', async () => {
    await renderApp(url('orders-db'), {
      tamper: (path, body) => (path.endsWith('/query/cancel') ? { success: false } : body),
    })
    await page
      .getByRole('button', { name: /^Cancel query/ })
      .first()
      .click()
    await expect.element(page.getByTestId('declined')).toBeVisible()
    await expect.element(page.getByTestId('stopped')).toHaveTextContent('')
    await page
      .getByRole('button', { name: /^Terminate connection/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Terminate', exact: true }).click()
    await expect.element(page.getByRole('dialog').getByTestId('declined')).toBeVisible()
  })

  it('refreshes every 5 seconds on request, but not while hovered', async () => {
    makeTimersMovable()
    const { url: here, requests } = await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    // In development, React mounts everything twice.
    const before = asked(requests)
    await page.getByRole('checkbox', { name: /^Refresh every 5/ }).click()
    await expect.poll(here).toBe(url('orders-db', '?refresh=5'))
    await expect.poll(() => asked(requests)).toBe(before + 1)
    await userEvent.hover(table().getByRole('row').nth(1))
    await expect.element(page.getByTestId('paused')).toBeVisible()
    const paused = asked(requests)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked(requests)).toBe(paused)
    await userEvent.hover(page.getByRole('heading', { level: 1 }))
    await expect.element(page.getByTestId('paused')).not.toBeInTheDocument()
    await vi.advanceTimersByTimeAsync(5500)
    expect(asked(requests)).toBeGreaterThan(paused)
  })

  it('markup is text, secrets are masked until requested, and long queries are truncated', async () => {
    const query = `ALTER USER bob PASSWORD 'hunter2' -- <img src=x onerror="ran=1">${' and so on'.repeat(100)}`
    await renderApp(url('orders-db'), {
      tamper: answer([{ pid: 5, query, query_duration: null }, null, { pid: 6, query: 7 }]),
    })
    await expect.element(page.getByTestId('unread')).toHaveTextContent(/1 more/)
    await expect.element(table()).not.toHaveTextContent('hunter2')
    expect(table().element().querySelector('img')).toBeNull()
    expect(table().element().textContent.length).toBeLessThan(800)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: 'Reveal' }).click()
    await expect.element(table()).toHaveTextContent(query)
  })

  it('nobody connected: says so', async () => {
    await renderApp(url('orders-db'), { tamper: answer([]) })
    await expect.element(page.getByText('No queries')).toBeVisible()
  })

  it('of a service that is off: sends no request', async () => {
    const { requests } = await renderApp(url('orders-db'), { tamper: off })
    await expect.element(page.getByTestId('powered-off')).toBeVisible()
    expect(asked(requests)).toBe(0)
  })

  it('of a type that has none: sends no request', async () => {
    const { requests } = await renderApp(url('events'))
    await expect.element(page.getByTestId('no-such-page')).toBeVisible()
    expect(asked(requests)).toBe(0)
  })

  it('without the right: names it', async () => {
    await renderApp(url('orders-db'), { scenario: 'role-read-only' })
    await expect.element(page.getByTestId('http-403')).toHaveTextContent('service:data:write')
  })
})
