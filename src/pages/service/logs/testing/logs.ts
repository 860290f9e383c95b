/** The page of logs, as tests find it, and answers to its requests. */
import { afterEach, vi } from 'vitest'
import { page } from 'vitest/browser'

import { TODAY } from '../../../../app/testing/render-app.tsx'

export const url = (service: string, search = '') => `/project/demo-shop/services/${service}/logs${search}`
export const table = () => page.getByRole('table', { name: 'Logs' })
export const loaded = () => page.getByTestId('loaded')
export const search = () => page.getByRole('searchbox', { name: 'Search logs' })
/** How many requests were for logs. */
export const calls = (requests: readonly string[]) => requests.filter((path) => path.endsWith('/logs')).length
/** How many elements the page has. */
export const elements = () => document.querySelectorAll('main *').length

interface Line {
  readonly time: string
  readonly msg: string
  readonly severity?: string
  readonly unit?: string
}
/** The answers to requests for logs, one after the other; then the last again. */
export const answering = (...pages: readonly { logs: readonly Line[]; offset: string | null }[]) => {
  let nth = 0
  return (path: string, body: unknown) => {
    if (!path.endsWith('/logs')) return body
    const answer = pages[Math.min(nth, pages.length - 1)]
    nth += 1
    return { ...answer, first_log_offset: null }
  }
}
/** @param second of a day, from the clock's time on */
export const line = (second: number, msg = `line ${String(second)}`): Line => ({
  time: new Date(TODAY.getTime() + second * 1000).toISOString(),
  msg,
  severity: 'info',
  unit: 'a.service',
})
export const lines = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => line(from - index))

afterEach(async () => {
  vi.useRealTimers()
  scrollTo(0, 0)
  await page.viewport(1280, 800)
})
