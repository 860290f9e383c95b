/** Lighthouse results: every page on a slow phone, the main ones on a desktop. */
import { findBrowser } from '../../browser.ts'
import { pagePaths } from '../../page-paths.ts'
import { count, ms, shift } from '../figures.ts'
import { serveForBench } from '../bench-server.ts'
import {
  audit,
  faults,
  lighthouse,
  LIGHTHOUSE_VERSION,
  lookAt,
  score,
  type Category,
  type Device,
  type Report,
} from '../lighthouse.ts'
import type { Bench, Section, Target } from '../section.ts'

const LIST = '/project/demo-shop/services'
const MAIN = [LIST, `${LIST}/events/overview`, `${LIST}/orders-db/connect`, '/tls-requirements']

/** Target performance score. */
const LEAST: Readonly<Record<Device, number>> = { desktop: 100, mobile: 95 }

interface Look {
  readonly path: string
  readonly device: Device
  readonly reports: readonly Report[]
}

/** One run, or three if it misses the target: a busy machine doesn't mean a slow page. */
const look = async (
  origin: string,
  path: string,
  device: Device,
  report: Bench['report'],
  executablePath: string,
): Promise<Look> => {
  const reports: Report[] = []
  do {
    report(`${path}, ${device}`)
    reports.push(await lookAt(origin + path, device, executablePath))
  } while (reports.length < 3 && score(reports.slice(0, 1), 'performance') < LEAST[device])
  for (const fault of new Set(reports.flatMap(faults))) report(`  problem: ${fault}`)
  return { path, device, reports }
}

const row = ({ path, device, reports }: Look) => [
  path,
  device,
  count(score(reports, 'performance')),
  count(score(reports, 'accessibility')),
  count(score(reports, 'best-practices')),
  ms(audit(reports, 'first-contentful-paint')),
  ms(audit(reports, 'largest-contentful-paint')),
  ms(audit(reports, 'total-blocking-time')),
  shift(audit(reports, 'cumulative-layout-shift')),
]

/** A device's target, which its worst page must meet. */
const target = (looks: readonly Look[], device: Device, category: Category, least: number): Target[] => {
  const [worst] = looks
    .filter((one) => one.device === device)
    .map(({ path, reports }) => ({ path, measured: score(reports, category) }))
    .toSorted((a, b) => a.measured - b.measured)
  if (!worst) return []
  const what = `${category.replace('-', ' ')} on ${device}, at worst (${worst.path})`
  return [{ what: what[0]?.toUpperCase() + what.slice(1), measured: count(worst.measured), least }]
}

export const lighthouseSection: Section = {
  title: 'Lighthouse',
  about: `Lighthouse ${LIGHTHOUSE_VERSION} on the live build, over HTTP/2 and TLS as on the Internet: every page with its own settings for a slow phone, the main pages with those for
desktop. Each page once; one that falls short three times, of which the median counts.`,
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
    const everyPage = new Set([...MAIN, ...(await pagePaths()).map((path) => `/${path}`)])
    const server = await serveForBench({ folder: await bench.builds('live'), http2: true })
    const looks: Look[] = []
    const skipped: string[] = []
    try {
      for (const path of MAIN) looks.push(await look(server.origin, path, 'desktop', bench.report, executablePath))
      for (const path of everyPage) looks.push(await look(server.origin, path, 'mobile', bench.report, executablePath))
    } catch (error) {
      skipped.push(`Lighthouse did not finish with this browser: ${String(error).slice(0, 300)}`)
    } finally {
      await server.close()
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
          rows: looks.map(row),
        },
      ],
      targets: (['desktop', 'mobile'] as const).flatMap((device) => [
        ...target(looks, device, 'performance', LEAST[device]),
        ...target(looks, device, 'accessibility', 100),
        ...target(looks, device, 'best-practices', 100),
      ]),
      skipped,
    }
  },
}
