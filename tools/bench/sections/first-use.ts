/** Time and traffic of a first visit until the list is usable and the CA is on disk, for every server with a recipe. */
import type { BrowserContext } from '@playwright/test'

import { measureFirstScreen } from '../../first-screen.ts'
import { measureBareStack } from '../bare-stack/measure.ts'
import { bytes, count, median, ms, shift, times, type Cell } from '../figures.ts'
import type { Bench, Section, Table } from '../section.ts'
import { trafficSince, watchTraffic, type TrafficTotals } from '../traffic.ts'
import { newVisitor } from '../visit.ts'
import { APP_SERVERS, type AppServer } from '../app-servers.ts'

const LIST = '/project/demo-shop/services'

interface Visit {
  /** Until the list could be used. */
  readonly list: TrafficTotals
  /** From then until the CA was on disk. */
  readonly ca: TrafficTotals
  readonly firstText: number
  readonly usable: number
  readonly shifted: number
}

/** One visit in a new tab: the list, a service, its CA on disk. */
const visit = async (context: BrowserContext, origin: string): Promise<Visit> => {
  const page = await context.newPage()
  const traffic = await watchTraffic(page)
  await page.goto(origin + LIST)
  const { usable } = await page.evaluate(() => inPage.list())
  const begun = await page.evaluate(() => inPage.wall())
  await traffic.untilQuiet()
  const list = traffic.totals(begun + usable)
  await page.getByRole('link', { name: 'orders-db', exact: true }).click()
  const button = page.getByRole('button', { name: 'Download CA certificate' })
  await button.waitFor()
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])
  await saved.path()
  await traffic.untilQuiet()
  const all = traffic.totals()
  const { firstText, shifted } = await page.evaluate(() => ({
    firstText: inPage.firstText() ?? NaN,
    shifted: inPage.shifted(),
  }))
  await page.close()
  return {
    list,
    ca: trafficSince(all, list),
    firstText,
    usable,
    shifted,
  }
}

interface Measured {
  readonly cold: Visit
  readonly warm: Visit
}

const measure = async ({ browser }: Bench, server: AppServer, runs: number): Promise<Measured[]> => {
  const measured: Measured[] = []
  for (let run = 0; run < runs; run++) {
    const context = await newVisitor(browser)
    await server.enter(context)
    measured.push({ cold: await visit(context, server.origin), warm: await visit(context, server.origin) })
    await context.close()
  }
  return measured
}

const trafficRows = (name: string, when: string, { list, ca }: Visit): Cell[][] =>
  [
    { until: 'list usable', sum: list },
    { until: 'then CA on disk', sum: ca },
  ].map(({ until, sum }) => [
    name,
    when,
    until,
    count(sum.files),
    bytes(sum.fileBytes),
    count(sum.api),
    bytes(sum.apiBytes),
  ])

const timesRow = (name: string, runs: readonly Measured[]): Cell[] => {
  const of = (pick: (run: Measured) => number) => median(runs.map(pick))
  return [
    name,
    ms(of(({ cold }) => cold.firstText)),
    ms(of(({ cold }) => cold.usable)),
    ms(of(({ warm }) => warm.firstText)),
    ms(of(({ warm }) => warm.usable)),
    shift(Math.max(...runs.flatMap(({ cold, warm }) => [cold.shifted, warm.shifted]))),
  ]
}

export const firstUse: Section = {
  title: 'First use',
  about: `A user with an empty cache opens a list of 24 services, opens one, and downloads the project's CA; then repeats that
in a new tab. Bytes are as transferred, with headers, compressed as each server sends them: \`npm start\`
compresses nothing, and its API is in the page. What loads between the list and the file includes what the list defers
until it has been painted. There is no sign-in.`,
  run: async (bench) => {
    const [screen, bare] = await Promise.all([measureFirstScreen(await bench.builds('live')), measureBareStack()])
    const rows: Cell[][] = []
    const paints: Cell[][] = []
    const skipped: string[] = []
    let worstShift = 0
    for (const [name, start] of Object.entries(APP_SERVERS)) {
      if (!start) {
        skipped.push(`${name} is not on this machine.`)
        continue
      }
      bench.report(name)
      const server = await start(bench.builds)
      try {
        const runs = await measure(bench, server, bench.smoke ? 1 : 5)
        const [first] = runs
        if (!first) throw new Error('No visit was measured.')
        rows.push(...trafficRows(name, 'first', first.cold), ...trafficRows(name, 'again', first.warm))
        paints.push(timesRow(name, runs))
        worstShift = Math.max(worstShift, ...runs.flatMap(({ cold, warm }) => [cold.shifted, warm.shifted]))
      } finally {
        await server.close()
      }
    }
    const firstScreen: Table = {
      title: 'Code until the list is usable, after gzip -9',
      columns: ['', 'script', 'style'],
      rows: [
        ['Anchor', bytes(screen.script), bytes(screen.style)],
        ['React, React Router, React Query and Tailwind alone', bytes(bare.script), bytes(bare.style)],
        ['as many times', times(screen.script / bare.script), times(screen.style / bare.style)],
      ],
    }
    return {
      tables: [
        firstScreen,
        {
          title: 'Requests and bytes',
          columns: ['through', 'visit', 'until', 'files', 'bytes', 'API requests', 'bytes'],
          rows,
        },
        {
          title: 'Times, and layout shift of the whole visit',
          columns: ['through', 'first text', 'list usable', 'first text again', 'list usable again', 'layout shift'],
          rows: paints,
        },
      ],
      targets: [
        { what: 'Script until the list is usable', measured: bytes(screen.script), most: 135_000 },
        { what: 'Script, in times of the bare stack', measured: times(screen.script / bare.script), most: 1.27 },
        { what: 'Style', measured: bytes(screen.style), most: 12_000 },
        { what: 'Layout shift', measured: shift(worstShift), most: 0 },
      ],
      skipped,
    }
  },
}
