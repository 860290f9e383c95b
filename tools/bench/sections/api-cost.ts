/** Counts requests to Aiven's API: per page, and per hour of an unused tab. */
import type { Page } from '@playwright/test'

import { count, type Cell } from '../figures.ts'
import { serveForBench, type BenchServer } from '../bench-server.ts'
import type { Bench, Section } from '../section.ts'
import { newVisitor } from '../visit.ts'

const LIST = '/project/demo-shop/services'

const PG = `${LIST}/orders-db`
const KAFKA = `${LIST}/events`

/** Every page, at its address. */
const PAGES: Record<string, string> = {
  Metrics: `${PG}/metrics`,
  Home: '/',
  Services: LIST,
  'All services': '/services',
  Overview: `${PG}/overview`,
  'Overview of Kafka': `${KAFKA}/overview`,
  'Quick connect': `${PG}/connect`,
  Users: `${KAFKA}/users`,
  Databases: `${PG}/databases`,
  Topics: `${KAFKA}/topics`,
  ACL: `${KAFKA}/acl`,
  Logs: `${PG}/logs`,
  'Current queries': `${PG}/current-queries`,
  'Query statistics': `${PG}/query-statistics`,
  Backups: `${PG}/backups`,
  Integrations: `${PG}/integrations`,
  Settings: `${PG}/settings`,
  'Create service': '/project/demo-shop/new-service?serviceType=pg',
  'Event log': '/project/demo-shop/event-log',
  Certificates: '/certificates',
  Troubleshoot: '/check',
  'CA rotation': '/project/demo-rotation/ca-rotation',
  'TLS requirements': '/tls-requirements',
}

/** Pages that read all projects, or a whole one. */
const OVER_PROJECTS = new Set(['Home', 'Services', 'All services', 'Certificates'])

const MINUTE = 60_000

/** Shortest refresh interval of any page: an answer must arrive before the next request is due. */
const STEP = 5000

/** Most of the time is waiting for possible requests. */
const AT_ONCE = 4

/** Waits until no request has been sent for a while. */
const untilQuiet = async (server: BenchServer, quietMs: number) => {
  for (let before = -1; server.requests().length !== before;) {
    before = server.requests().length
    // By this program's clock, because the page's is stopped.
    await new Promise((resolve) => setTimeout(resolve, quietMs))
  }
}

/** Advances the page's clock in steps, between which answers can arrive. */
const passTime = async (page: Page, server: BenchServer, milliseconds: number, step: number) => {
  for (let passed = 0; passed < milliseconds; passed += step) {
    await page.clock.runFor(step)
    await untilQuiet(server, 25)
  }
}

const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })

interface Cost {
  readonly view: number
  readonly hour: number
  /** Of these, those for metrics. */
  readonly metrics: number
  readonly hidden: number
}

const measure = async ({ browser, builds, smoke }: Bench, path: string): Promise<Cost> => {
  const server = await serveForBench({ folder: await builds('live') })
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(server.origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await untilQuiet(server, 1000)
    const view = server.requests().length
    const time = (smoke ? 2 : 60) * MINUTE
    server.clearRequests()
    await passTime(page, server, time, STEP)
    // Requests from just before hiding don't count for the hidden page.
    await untilQuiet(server, 1000)
    const hour = server.requests().length
    const metrics = server.requests().filter((url) => url.endsWith('/metrics')).length
    await hide(page)
    server.clearRequests()
    await passTime(page, server, time, MINUTE)
    return { view, hour, metrics, hidden: server.requests().length }
  } finally {
    await context.close()
    await server.close()
  }
}

export const apiCost: Section = {
  title: 'Cost on the API',
  about: `Requests to the API for a page opened at its address in an empty browser, with six projects, the largest with 24
services; then for an hour with the page visible but untouched, and for an hour with it hidden. The page's clock is moved
forward, so that an hour takes seconds.`,
  run: async (bench) => {
    const pages = Object.entries(PAGES).slice(0, bench.smoke ? 2 : undefined)
    const rows: Cell[][] = []
    let hidden = 0
    let metrics = 0
    let overProjects = 0
    for (let from = 0; from < pages.length; from += AT_ONCE) {
      const some = pages.slice(from, from + AT_ONCE)
      bench.report(some.map(([name]) => name).join(', '))
      for (const [nth, cost] of (await Promise.all(some.map(([, path]) => measure(bench, path)))).entries()) {
        const name = some[nth]?.[0] ?? ''
        rows.push([name, count(cost.view), count(cost.hour), count(cost.hidden)])
        hidden += cost.hidden
        metrics = Math.max(metrics, cost.metrics)
        if (OVER_PROJECTS.has(name)) overProjects = Math.max(overProjects, cost.hour)
      }
    }
    return {
      tables: [{ title: 'Requests', columns: ['page', 'to open', 'per hour in view', 'per hour hidden'], rows }],
      targets: [
        { what: 'Requests of hidden pages', measured: count(hidden), most: 0 },
        { what: 'Requests for metrics of a page in view, in an hour', measured: count(metrics), most: 130 },
        { what: 'Requests of a page over all projects, in an hour', measured: count(overProjects), most: 300 },
      ],
      skipped: [],
    }
  },
}
