import { focusManager } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/metrics${search}`
const figure = (name: string | RegExp) => page.getByRole('figure', { name })
const CPU = 'CPU usage %'
const slider = () => figure(CPU).getByRole('slider')
const metricsRequests = (requests: readonly string[]) => requests.filter((path) => path.endsWith('/metrics')).length

interface MetricsBody {
  metrics?: Record<string, unknown>
}
/** An answer whose metrics are these. */
const tamperedWith = (metrics: Record<string, unknown>) => (path: string, body: unknown) =>
  path.endsWith('/metrics') ? ({ ...(body as MetricsBody), metrics } satisfies MetricsBody) : body

const metric = (rows: readonly unknown[], title: string | undefined, labels = ['node-1']) => ({
  data: { cols: [{ label: 'time', type: 'date' }, ...labels.map((label) => ({ label, type: 'number' }))], rows },
  hints: { title },
})

/** Timeout in real time, beside the clock that the test controls. */
const PATIENCE = { timeout: 60_000 }

afterEach(async () => {
  focusManager.setFocused(undefined)
  vi.useRealTimers()
  await page.viewport(1280, 800)
})

describe('metrics', () => {
  it('are a figure each, in a fixed order, with every node', async () => {
    await renderApp(url('orders-db'))
    await expect.element(figure(CPU)).toBeVisible()
    const titles = page
      .getByRole('figure')
      .elements()
      .map((one) => one.querySelector('h3')?.textContent)
    expect(titles).toEqual([
      CPU,
      'Memory usage %',
      'Disk space usage %',
      'Load average',
      'Disk reads per second',
      'Disk writes per second',
      'Network receive (bytes/s)',
      'Network send (bytes/s)',
    ])
    await expect.element(figure(CPU)).toHaveTextContent(/orders-db-1 \(master\).*%.*orders-db-2 \(standby\).*%/)
    expect(slider().element().getAttribute('aria-describedby')).toBeTruthy()
    await expectAccessible()
  })

  it('of a topic are its own, and lead back to it and to those of the whole service', async () => {
    const app = await renderApp(url('events', '?topic=orders.created&period=day'))
    await expect.element(page.getByRole('heading', { name: 'Metrics of topic orders.created' })).toBeVisible()
    await expect.element(page.getByRole('figure').first()).toBeVisible()
    expect(figure(CPU).elements()).toHaveLength(0)
    await expect
      .element(page.getByRole('link', { name: 'Back to the topic' }))
      .toHaveAttribute('href', '/project/demo-shop/services/events/topics?topic=orders.created')
    await page.getByRole('button', { name: 'Metrics of the whole service' }).click()
    await expect.element(figure(CPU)).toBeVisible()
    expect(app.url()).toBe(url('events', '?period=day'))
  })

  it('of a topic that is not there, and of a service without topics', async () => {
    await renderApp(url('events', '?topic=never-was'))
    await expect.element(page.getByTestId('no-such-topic')).toBeVisible()
    await renderApp(url('orders-db', '?topic=never-was'))
    await expect.element(figure(CPU)).toBeVisible()
  })

  it('are asked for by period, which is in the URL', async () => {
    const app = await renderApp(url('orders-db', '?period=week'))
    const period = page.getByRole('group', { name: 'Period' })
    await expect.element(period.getByRole('radio', { name: 'Week' })).toBeChecked()
    await period.getByRole('radio', { name: 'Year' }).click()
    await expect.poll(() => app.url()).toContain('period=year')
    await expect.element(figure(CPU)).toBeVisible()
    await figure(CPU).getByRole('button', { name: 'Table' }).click()
    await expect.element(figure(CPU).getByRole('table', { name: CPU })).toHaveAttribute('aria-rowcount', '366')
  })

  it('have a table and a file with the numbers of the API', async () => {
    await renderApp(url('orders-db'))
    await figure(CPU).getByRole('button', { name: 'Table' }).click()
    const rows = figure(CPU).getByRole('row')
    await expect.element(rows.first()).toHaveTextContent(/orders-db-1 \(master\), %/)
    expect(rows.elements()).toHaveLength(121)
    await expect.element(figure(CPU).getByRole('button', { name: 'CSV' })).toBeVisible()
    await expectAccessible()
  })

  it('have one moment for all figures: by keys, kept by Enter, with its logs', async () => {
    const app = await renderApp(url('orders-db'))
    await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.not.stringContaining('orders-db-1'))
    slider().element().focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect
      .element(slider())
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/23 Nov 2026.*orders-db-1 \(master\) [\d.]+ %/))
    expect(page.getByTestId('cursor').elements()).toHaveLength(8)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => app.url()).toMatch(/at=2026-11-23T11%3A59%3A30/)
    await expect
      .element(page.getByRole('link', { name: 'Logs at this moment' }))
      .toHaveAttribute('href', '/project/demo-shop/services/orders-db/logs?at=2026-11-23T11%3A59%3A30.000Z')
    slider().element().focus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => app.url()).not.toContain('at=')
  })

  it('show a moment of the URL, or say that it is outside', async () => {
    const app = await renderApp(url('orders-db', '?at=2026-11-21T08:00:00Z'))
    await expect.element(page.getByTestId('moment-outside')).toHaveTextContent(/21 Nov 2026, 08:00:00/)
    await page.getByTestId('moment-outside').getByRole('button').click()
    await expect.poll(() => app.url()).toContain('period=week')
    await expect.element(page.getByTestId('moment')).toHaveTextContent(/21 Nov 2026, 08:00:00/)
    await expect.element(page.getByTestId('moment-outside')).not.toBeInTheDocument()
  })

  it('report an invalid moment', async () => {
    await renderApp(url('orders-db', '?at=yesterday'))
    await expect.element(page.getByTestId('bad-moment')).toHaveTextContent(/yesterday/)
    await expect.element(figure(CPU)).toBeVisible()
  })

  it('that are empty, or of a service that is off: say so', async () => {
    await renderApp(url('orders-db'), { scenario: 'metrics-empty' })
    await expect.element(page.getByText('Nothing was measured')).toBeVisible()
    expect(page.getByRole('figure').elements()).toEqual([])
  })

  it('of a service that is off are not asked for', async () => {
    const app = await renderApp(url('dashboards'))
    await expect.element(page.getByRole('main').getByRole('button', { name: 'Power on' })).toBeVisible()
    expect(metricsRequests(app.requests)).toBe(0)
    await page.getByRole('main').getByRole('button', { name: 'Power on' }).click()
    await expect.element(page.getByRole('dialog', { name: /Power on/ })).toBeVisible()
  })

  it('have events of the service as marks, and in words', async () => {
    await renderApp(url('orders-db', '?period=year'))
    await expect.element(page.getByText(/event.* of this service/)).toBeVisible()
    await page.getByText(/event.* of this service/).click()
    await page.getByRole('button', { name: 'Go to' }).first().click()
    await expect.element(page.getByTestId('moment')).toBeVisible()
    await expect.element(page.getByTestId('moment-events')).toHaveTextContent(/'orders-db'/)
    await expectAccessible()
  })

  it('keep their gaps', async () => {
    await renderApp(url('orders-db', '?period=day'), { scenario: 'metrics-gaps' })
    await expect.element(figure(CPU)).toBeVisible()
    const pieces = [...figure(CPU).element().querySelectorAll('svg path')].map(
      (path) => path.getAttribute('d')?.match(/M/g)?.length ?? 0,
    )
    expect(Math.max(...pieces)).toBeGreaterThan(10)
  })

  it('without a permission: name it', async () => {
    await renderApp(url('orders-db'), { scenario: 'role-read-only' })
    await expect.element(page.getByTestId('http-403')).toHaveTextContent(/service:metrics:read/)
  })

  it('of any shape: no point, one point, no value, twenty nodes, 10^12, a name alone', async () => {
    const at = (minute: number) => `Date(2026,10,23,11,${String(minute)},0)`
    const nodes = Array.from({ length: 20 }, (_, index) => `node-${String(index)}`)
    await renderApp(url('orders-db'), {
      tamper: tamperedWith({
        none: metric([], 'No point'),
        one: metric([[at(10), 3]], 'One point'),
        nulls: metric(
          [
            [at(10), null],
            [at(11), 'NaN'],
          ],
          'No value',
        ),
        crowd: metric(
          [
            [at(10), ...nodes.map((_, index) => index)],
            [at(11), ...nodes.map(() => null)],
          ],
          'Twenty',
          nodes,
        ),
        huge: metric(
          [
            ['time', 'node-1'],
            [at(10), 1e12],
            [at(11), 2e12],
          ],
          'Huge',
        ),
        messages_behind: metric([[at(10), 1]], undefined),
        broken: { data: null },
      }),
    })
    await expect.element(figure('Huge')).toHaveTextContent(/node-1.*2 T/)
    expect(page.getByRole('figure').elements()).toHaveLength(6)
    await expect.element(figure('messages_behind')).toBeVisible()
    await expect.element(page.getByTestId('unread')).toHaveTextContent(/broken/)
    expect(figure('Twenty').getByRole('listitem').elements()).toHaveLength(20)
    const looks = [...figure('Twenty').element().querySelectorAll('li path')].map(
      (path) => `${path.getAttribute('stroke-dasharray') ?? ''} ${path.getAttribute('stroke-width') ?? ''}`,
    )
    expect(new Set(looks).size).toBe(20)
    await figure('Twenty').getByRole('button', { name: 'Table' }).click()
    await expect.element(figure('Twenty').getByRole('table')).toBeVisible()
    await expectAccessible()
  })

  it('cost at most 130 requests in an hour of an open page, and none while nobody looks', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout', 'Date'] })
    vi.setSystemTime('2026-11-23T12:00:00Z')
    const app = await renderApp(url('orders-db'), {
      clock: () => new Date(),
      tamper: tamperedWith({ one: metric([['Date(2026,10,23,11,10,0)', 3]], 'One point') }),
    })
    await vi.waitUntil(() => document.querySelector('figure'), PATIENCE)
    // While developing, React lets a page come twice.
    const first = metricsRequests(app.requests)
    const cost = () => metricsRequests(app.requests) - first
    // Ten minutes are a sixth of it. The bench lets the whole hour pass.
    for (let half = 0; half < 20; half++) await vi.advanceTimersByTimeAsync(30_000)
    expect(cost()).toBeGreaterThan(15)
    expect(first + 6 * cost()).toBeLessThanOrEqual(130)
    focusManager.setFocused(false)
    const before = cost()
    for (let half = 0; half < 10; half++) await vi.advanceTimersByTimeAsync(30_000)
    expect(cost()).toBe(before)
  })

  it('fit a phone', async () => {
    await page.viewport(320, 640)
    await renderApp(url('orders-db'))
    await expect.element(figure(CPU)).toBeVisible()
    expectNoSidewaysScroll()
    await figure(CPU).getByRole('button', { name: 'Table' }).click()
    await expect.element(figure(CPU).getByRole('table')).toBeVisible()
    expectNoSidewaysScroll()
    await expectAccessible()
  })
})
