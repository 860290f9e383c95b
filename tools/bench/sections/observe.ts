/** Compares many charts with one, and long lists of a service with short ones. */
import type { ServerResponse } from 'node:http'

import { count, median, ms, times, type Cell } from '../figures.ts'
import { serveForBench } from '../bench-server.ts'
import type { Bench, Section } from '../section.ts'
import { newVisitor } from '../visit.ts'
import { typing } from './list-figures.ts'

const MINUTE = 60_000
const NODES = 3
const POINTS = 365

const API = '/v1/project/demo-shop/service'
const PAGES = '/project/demo-shop/services'

/** The page draws its first period when it opens; each of the others is requested once. */
const PERIODS = ['Day', 'Week', 'Month', 'Year']

const answering = (make: () => object) => (response: ServerResponse) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(make()))
}

/** That many metrics, with different values each time. */
const metricsOf = (figures: number) => {
  let asked = 0
  return () => {
    asked++
    const row = (_: unknown, at: number) => [
      new Date(Date.now() - (POINTS - at) * MINUTE).toISOString(),
      ...Array.from({ length: NODES }, (__, node) => 50 + 40 * Math.sin(at / 20 + node + asked)),
    ]
    const rows = Array.from({ length: POINTS }, row)
    const cols = ['time', 'a', 'b', 'c'].map((label) => ({ label, type: 'number' }))
    const names = Array.from({ length: figures }, (_, nth) => `metric_${String(nth)}`)
    return { metrics: Object.fromEntries(names.map((title) => [title, { data: { cols, rows }, hints: { title } }])) }
  }
}

/** Milliseconds from an answer's last byte until its charts are painted. */
const drawing = async ({ browser, builds, smoke }: Bench, figures: number): Promise<number> => {
  const files = { [`${API}/orders-db/metrics`]: answering(metricsOf(figures)) }
  const server = await serveForBench({ folder: await builds('live'), files })
  const took: number[] = []
  try {
    for (let round = 0; round < (smoke ? 1 : 4); round++) {
      const context = await newVisitor(browser)
      const page = await context.newPage()
      await page.goto(`${server.origin}${PAGES}/orders-db/metrics`)
      await page
        .getByRole('figure')
        .nth(figures - 1)
        .waitFor()
      for (const period of PERIODS) {
        const drawn = page.evaluate((wanted) => inPage.figuresDrawn(wanted), figures)
        await page.getByRole('radio', { name: period, exact: true }).click()
        took.push(await drawn)
      }
      await context.close()
    }
  } finally {
    await server.close()
  }
  return median(took)
}

interface Long {
  readonly key: number
  readonly keyToList: number
  readonly elements: number
}

/** A long list of a service, and keys in its search field. */
interface List {
  readonly name: string
  readonly page: string
  readonly field: string
  readonly answer: (total: number) => readonly [path: string, answer: object]
}

const LOGS: List = {
  name: 'Logs',
  page: `${PAGES}/orders-db/logs`,
  field: 'Search logs',
  answer: (total) => {
    // Each key changes the results: the digits occur only in some lines.
    const line = (_: unknown, nth: number) => ({
      time: new Date(Date.now() - nth * 100).toISOString(),
      msg: `LOG:  checkpoint ${String(nth)} complete`,
      severity: 'info',
      unit: 'postgresql.service',
    })
    return [`${API}/orders-db/logs`, { logs: Array.from({ length: total }, line), offset: null }]
  },
}

const TOPICS: List = {
  name: 'Topics',
  page: `${PAGES}/events/topics`,
  field: 'Search topics',
  answer: (total) => {
    const topic = (_: unknown, nth: number) => ({
      topic_name: `orders.created-${String(nth)}`,
      partitions: 3,
      replication: 3,
      min_insync_replicas: 2,
      retention_hours: 168,
      cleanup_policy: 'delete',
      state: 'ACTIVE',
    })
    return [`${API}/events/topic`, { topics: Array.from({ length: total }, topic) }]
  },
}

const typeIn = async ({ browser, builds, smoke, report }: Bench, list: List, total: number): Promise<Long> => {
  report(`${list.name}: ${total.toLocaleString('en')}`)
  const [path, answer] = list.answer(total)
  const server = await serveForBench({ folder: await builds('live'), files: { [path]: answering(() => answer) } })
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    await page.goto(server.origin + list.page)
    await page.getByRole('table', { name: list.name, exact: true }).waitFor()
    const typed = await typing(page, list.field, smoke ? 1 : 5)
    return { ...typed, elements: await page.evaluate((name) => inPage.elements(name), list.name) }
  } finally {
    await context.close()
    await server.close()
  }
}

export const observe: Section = {
  title: 'Figures, logs and topics',
  about: `*Drawn* is the time from an answer's last byte until its charts are on the screen: ${String(NODES)} nodes with ${String(POINTS)} points each, one figure
or eight, for four periods one after the other. Log lines and topics come in one answer; then keys are pressed one by one in
the search field, each changing the result. Both times start at the key's own time.`,
  run: async (bench) => {
    bench.report('one figure, and eight')
    const [one, eight] = [await drawing(bench, 1), await drawing(bench, 8)]
    const rows: Cell[][] = []
    const targets = [{ what: 'Eight figures, in times of one', measured: times(eight / one), most: 3 }]
    for (const [list, short, long] of [
      [LOGS, 1000, 100_000],
      [TOPICS, 1000, 10_000],
    ] as const) {
      const few = await typeIn(bench, list, short)
      const many = await typeIn(bench, list, bench.smoke ? short : long)
      for (const [total, { key, keyToList, elements }] of [
        [short, few],
        [long, many],
      ] as const)
        rows.push([list.name, count(total), ms(key), ms(keyToList), count(elements)])
      const ratio = times(many.key / few.key)
      targets.push({ what: `${list.name}: key press to next paint, long in times of short`, measured: ratio, most: 2 })
      targets.push({ what: `${list.name}: elements in the long table`, measured: count(many.elements), most: 400 })
    }
    return {
      tables: [
        {
          title: 'Drawn',
          columns: ['', 'time'],
          rows: [
            ['one figure', ms(one)],
            ['eight figures', ms(eight)],
          ],
        },
        {
          title: 'Lists',
          columns: ['', 'rows', 'key press to next paint', 'to the list that it asks for', 'elements in the table'],
          rows,
        },
      ],
      targets,
      skipped: [],
    }
  },
}
