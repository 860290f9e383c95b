import type { Page } from '@playwright/test'

import { createMockApi } from '../mocks/api.ts'
import { download, expect, PROJECT, test, TODAY } from './fixtures.ts'

const url = (page: 'metrics' | 'logs', service: string, search = '') =>
  `/project/${PROJECT}/services/${service}/${page}${search}`

/** Reads from the mock API directly. */
const ask = async <T>(path: string, body: object, now = TODAY): Promise<T> => {
  const answer = await createMockApi({ clock: () => now }).fetch(
    new Request(`http://api.example.com/v1/project/${PROJECT}/service/${path}`, {
      method: 'POST',
      headers: { authorization: 'aivenv1 of-the-test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

interface Metrics {
  readonly metrics: Record<string, { data: { rows: [string, ...number[]][] }; hints: { title: string } }>
}

test("a figure per metric of the API, with the API's numbers", { tag: '@smoke' }, async ({ page }) => {
  await page.goto(url('metrics', 'orders-db'))
  const { metrics } = await ask<Metrics>('orders-db/metrics', { period: 'hour' })
  for (const { hints } of Object.values(metrics))
    await expect(page.getByRole('figure', { name: hints.title, exact: true })).toBeVisible()
  await expect(page.getByRole('figure')).toHaveCount(Object.keys(metrics).length)

  const wanted = metrics['net_send']?.data.rows ?? []
  const figure = page.getByRole('figure', { name: metrics['net_send']?.hints.title ?? '' })
  await figure.getByRole('button', { name: 'Table' }).click()
  const shown = await figure.getByRole('row').evaluateAll((rows) =>
    rows.slice(1).map((row) => {
      const numbers = [...row.querySelectorAll('[role=cell]')].map((cell) =>
        Number(cell.textContent.replaceAll(',', '')),
      )
      return [row.querySelector('time')?.dateTime, ...numbers] as const
    }),
  )
  expect(shown).toEqual(wanted.toReversed().map(([time, ...values]) => [new Date(time).toISOString(), ...values]))

  const csv = await download(page, figure.getByRole('button', { name: 'CSV' }))
  expect(csv.name).toBe('orders-db-net_send-hour.csv')
  expect(csv.bytes.toString().split('\r\n')).toHaveLength(wanted.length + 2)
})

test('one moment, from the figures to the logs and back', async ({ page }) => {
  await page.goto(url('metrics', 'orders-db', '?period=day'))
  const slider = page.getByRole('slider').first()
  await slider.focus()
  for (const key of ['End', 'PageUp', 'ArrowLeft', 'Enter']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/period=day&at=2026-11-23T11%3A05%3A00/)
  await page.getByRole('link', { name: 'Logs at this moment' }).click()
  await expect(page).toHaveURL(/\/logs\?at=2026-11-23T11%3A05%3A00/)
  // Rows outside the viewport may be rendered too: one line within ten seconds is enough.
  await expect(
    page
      .getByRole('table', { name: 'Logs' })
      .getByText(/^23 Nov 2026, 11:0(4:5|5:0)/)
      .first(),
  ).toBeInViewport()
})

interface Logs {
  readonly logs: readonly { readonly time: string; readonly msg: string }[]
}

const messages = (page: Page) =>
  page
    .getByRole('table', { name: 'Logs' })
    .locator('code')
    .evaluateAll((lines) => lines.map(({ textContent }) => textContent))

test('Follow over a minute of a moving clock brings what the API has, once', async ({ page }) => {
  await page.clock.install({ time: TODAY })
  await page.goto(url('logs', 'orders-db'))
  await expect(page.getByTestId('loaded')).toHaveText('500 loaded')
  await expect.poll(async () => (await messages(page)).length).toBeGreaterThan(0)
  const [before] = await messages(page)
  await page.getByRole('switch', { name: 'Follow' }).click()
  await page.clock.runFor(60_000)
  const later = new Date(TODAY.getTime() + 60_000)
  const { logs } = await ask<Logs>('orders-db/logs', { limit: 500 }, later)
  const fresh = logs.filter(({ time }) => new Date(time) >= TODAY).map(({ msg }) => msg)
  expect(fresh.length).toBeGreaterThan(0)
  await expect
    .poll(async () => {
      const shown = await messages(page)
      // Newer lines may be above it.
      const first = shown.indexOf(fresh[0] ?? '')
      return shown.slice(Math.max(0, first)).slice(0, fresh.length)
    })
    .toEqual(fresh)
  expect(await messages(page)).toContain(before)
  await expect(page.getByRole('table', { name: 'Logs' }).getByText('Gap', { exact: true })).toHaveCount(0)
})

test('logs, which may hold secrets, are not printed', async ({ page }) => {
  await page.goto(url('logs', 'orders-db'))
  const table = page.getByRole('table', { name: 'Logs' })
  await expect(table).toBeVisible()
  const lines = await messages(page)
  expect(lines.length).toBeGreaterThan(5)
  await page.emulateMedia({ media: 'print' })
  await expect(table).toBeHidden()
  const printed = await page.locator('body').innerText()
  for (const line of lines) expect(printed).not.toContain(line)
  // In print nothing has a height, so no row may be measured: the rows are unchanged.
  await page.emulateMedia({ media: 'screen' })
  await expect(table).toBeVisible()
  // More may have come into view since.
  expect((await messages(page)).slice(0, lines.length)).toEqual(lines)
})
