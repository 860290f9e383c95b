/** What Lighthouse says of the main pages. It is no dependency: npm brings it when the bench runs, or it is left out. */
import { findBrowser } from '../../browser.ts'
import { count, median, ms, shift, type Cell } from '../figures.ts'
import { serveFront } from '../front.ts'
import { run } from '../programs.ts'
import type { Section, Target } from '../section.ts'

const VERSION = '12.8.2'
const LIST = '/project/demo-shop/services'

const PAGES: Record<string, string> = {
  'Service list': LIST,
  Service: `${LIST}/events/overview`,
  Connect: `${LIST}/orders-db/connect`,
  Requirements: '/tls-requirements',
}

const DEVICES = {
  desktop: { args: ['--preset=desktop'], runs: 1 },
  // Its machine is simulated, and more is left to chance.
  mobile: { args: [], runs: 3 },
} as const

type Device = keyof typeof DEVICES

/** What is read of a report. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<
    Record<
      string,
      | {
          readonly title: string
          readonly score: number | null
          readonly scoreDisplayMode: string
          readonly numericValue?: number
        }
      | undefined
    >
  >
}

const lighthouse = async (args: readonly string[], environment: Record<string, string> = {}): Promise<string> =>
  run('npm', ['exec', '--yes', `--package=lighthouse@${VERSION}`, '--', 'lighthouse', ...args], {
    environment,
    patience: 180_000,
  })

const lookAt = async (url: string, device: Device, executablePath: string): Promise<Report> => {
  const output = await lighthouse(
    [
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless --no-sandbox --disable-gpu',
      ...DEVICES[device].args,
    ],
    { CHROME_PATH: executablePath },
  )
  return JSON.parse(output) as Report
}

const score = (reports: readonly Report[], category: string): number =>
  median(reports.map(({ categories }) => Math.round((categories[category]?.score ?? NaN) * 100)))

const audit = (reports: readonly Report[], name: string): number =>
  median(reports.map(({ audits }) => audits[name]?.numericValue ?? NaN))

/** What a report minds outside of performance, in its own words. */
const faults = ({ audits, categories }: Report): string[] =>
  Object.entries(categories)
    .filter(([name, category]) => name !== 'performance' && category.score !== 1)
    .flatMap(() => Object.values(audits))
    .filter((entry) => entry?.scoreDisplayMode === 'binary' && entry.score === 0)
    .map((entry) => entry?.title ?? '')

export const lighthouseSection: Section = {
  title: 'Lighthouse',
  about: `Lighthouse ${VERSION} on the live build, with its own settings for desktop and a slow phone; on the phone, the median of
three runs.`,
  run: async (bench) => {
    const nothing = { tables: [], targets: [] }
    if (bench.smoke) return { ...nothing, skipped: ['Lighthouse takes minutes.'] }
    try {
      await lighthouse(['--version'])
    } catch (error) {
      const [reason = ''] = String(error).split('\n')
      return { ...nothing, skipped: [`Lighthouse couldn’t be installed from npm: ${reason}`] }
    }
    const { executablePath } = findBrowser()
    const front = await serveFront({ folder: await bench.builds('live') })
    const rows: Cell[][] = []
    const targets: Target[] = []
    const skipped: string[] = []
    try {
      for (const device of ['desktop', 'mobile'] as const) {
        for (const [name, path] of Object.entries(PAGES)) {
          bench.say(`${name}, ${device}`)
          const reports: Report[] = []
          for (let nth = 0; nth < DEVICES[device].runs; nth++) {
            reports.push(await lookAt(front.origin + path, device, executablePath))
          }
          const [performance, accessibility, practices] = ['performance', 'accessibility', 'best-practices'].map(
            (category) => score(reports, category),
          ) as [number, number, number]
          rows.push([
            name,
            device,
            count(performance),
            count(accessibility),
            count(practices),
            ms(audit(reports, 'first-contentful-paint')),
            ms(audit(reports, 'largest-contentful-paint')),
            ms(audit(reports, 'total-blocking-time')),
            shift(audit(reports, 'cumulative-layout-shift')),
          ])
          const least = device === 'desktop' ? 100 : 95
          targets.push({ what: `Performance, ${name}, ${device}`, measured: count(performance), least })
          if (device === 'mobile') continue
          targets.push(
            { what: `Accessibility, ${name}`, measured: count(accessibility), least: 100 },
            { what: `Best practices, ${name}`, measured: count(practices), least: 100 },
          )
          for (const fault of new Set(reports.flatMap(faults))) bench.say(`  minds: ${fault}`)
        }
      }
    } catch (error) {
      skipped.push(`Lighthouse did not finish with this browser: ${String(error).slice(0, 300)}`)
    } finally {
      await front.close()
    }
    return {
      tables: [
        {
          title: 'Scores of 100, and what they come from',
          columns: [
            'page',
            'device',
            'performance',
            'accessibility',
            'best practices',
            'first text',
            'largest text',
            'blocked',
            'layout shift',
          ],
          rows,
        },
      ],
      targets,
      skipped,
    }
  },
}
