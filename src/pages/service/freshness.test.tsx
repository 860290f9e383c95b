import { focusManager } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { serviceGet } from '../../api/service.ts'
import { makeTimersMovable } from '../../app/testing/movable-timers.ts'
import { renderApp, TODAY } from '../../app/testing/render-app.tsx'

const url = '/project/demo-shop/services/orders-db/overview'
const after = (seconds: number) => new Date(TODAY.getTime() + seconds * 1000)

/** The app on a mock whose clock the test controls. */
const render = async (seconds: number) => {
  let now = TODAY
  const app = await renderApp(url, { scenario: 'rebuilding', clock: () => now })
  now = after(seconds)
  return {
    ...app,
    at: (later: number) => {
      now = after(later)
    },
    asked: () => app.requests.filter((path) => path.endsWith('/service/orders-db')).length,
  }
}

afterEach(() => {
  focusManager.setFocused(undefined)
})

describe('a service that is being rebuilt', () => {
  it('shows each node’s progress, refreshes by itself, and says when it runs', async () => {
    const { at } = await render(0)
    const progress = page.getByRole('region', { name: 'Rebuilding: 1 of 2 nodes running' })
    await expect.element(progress).toHaveTextContent(/orders-db-2 \(standby\)Setting up its machine/)
    at(50)
    const bar = page.getByRole('progressbar', { name: 'orders-db-2: Copying the base backup' })
    await expect.element(bar).toHaveAttribute('value', '0.5')
    await expect.element(progress).toHaveTextContent('step 2 of 3, 50%')
    at(101)
    await expect.element(progress).not.toBeInTheDocument()
    await expect.element(page.getByText('orders-db: Running')).toBeInTheDocument()
  })

  it('is not refreshed while the page is hidden', async () => {
    makeTimersMovable()
    const { asked } = await render(0)
    await expect.element(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible()
    focusManager.setFocused(false)
    const before = asked()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(before)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(6000)
    expect(asked()).toBeGreaterThan(before)
  })
})

describe('how old the page is', () => {
  it('keeps counting, and Refresh reloads', async () => {
    const { requests, queryClient, api } = await renderApp(url)
    const asked = () => requests.filter((path) => path.endsWith('/service/orders-db')).length
    await expect.element(page.getByText('Updated just now')).toBeVisible()
    // React may render the page before its effects run: a stale answer would then be requested again.
    const { queryKey } = serviceGet(api, 'demo-shop', 'orders-db')
    await expect.poll(() => queryClient.getQueryCache().find({ queryKey })?.isActive()).toBe(true)
    vi.setSystemTime(after(12))
    await expect.element(page.getByText('Updated 12 s ago')).toBeVisible()
    vi.setSystemTime(after(200))
    await expect.element(page.getByText('Updated 3 min ago')).toBeVisible()
    const before = asked()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.element(page.getByText('Updated just now')).toBeVisible()
    expect(asked()).toBe(before + 1)
  })

  it.each([
    ['databases', '/db', 'orders-db'],
    ['backups', '/backups', 'orders-db'],
    ['integrations', '/integration', 'orders-db'],
    ['topics', '/topic', 'events'],
    ['acl', '/kafka/acl', 'events'],
    ['indexes', '/index', 'search'],
    ['logs', '/logs', 'events'],
  ])('is that of everything on it: Refresh asks for the %s too', async (name, path, service) => {
    const { requests } = await renderApp(`/project/demo-shop/services/${service}/${name}`)
    const asked = (end: string) => requests.filter((one) => one.endsWith(`/service/${service}${end}`)).length
    await expect.element(page.getByRole('table').first()).toBeVisible()
    const list = asked(path)
    const own = asked('')
    expect(list).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => asked(path)).toBe(list + 1)
    await expect.poll(() => asked('')).toBe(own + 1)
  })

  it('grows without repeated announcements', async () => {
    await renderApp(url)
    const updated = page.getByText('Updated just now')
    await expect.element(updated).toBeVisible()
    expect(updated.element().closest('[role=status], [aria-live]')).toBeNull()
  })
})

describe('refreshing a service', () => {
  it('is frequent while something changes, slowly otherwise and after a failure, never before the first answer', async () => {
    const { queryClient, api } = await renderApp(url)
    await expect.element(page.getByText('Updated just now')).toBeVisible()
    const { queryKey, refetchInterval } = serviceGet(api, 'demo-shop', 'orders-db')
    const service = queryClient.getQueryData(queryKey)
    const ask = (data: typeof service, error: Error | null = null) =>
      typeof refetchInterval === 'function' && refetchInterval({ state: { data, error } } as never)
    expect(ask(service)).toBe(60_000)
    expect(ask(service && { ...service, state: 'REBALANCING' })).toBe(5000)
    expect(ask(service && { ...service, node_states: [{ state: 'syncing_data' }] })).toBe(5000)
    expect(ask(service && { ...service, state: 'REBUILDING' }, new Error('once'))).toBe(60_000)
    expect(ask(undefined)).toBe(false)
  })
})

it('a service that could not be read has no room for actions beside Refresh', async () => {
  await renderApp(url, { scenario: '500' })
  await expect.element(page.getByTestId('http-500')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Refresh', exact: true })).toBeVisible()
  expect(page.getByText('Actions', { exact: true }).elements()).toEqual([])
})
