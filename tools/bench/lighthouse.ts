/** Runs Lighthouse, and reads its reports. It isn't a dependency: npm fetches it for the bench, or it is skipped. */
import { median } from './figures.ts'
import { run } from './programs.ts'

export const LIGHTHOUSE_VERSION = '12.8.2'

/** Arguments by device: a slow phone is Lighthouse's default. */
const DEVICES = { desktop: ['--preset=desktop'], mobile: [] } as const

export type Device = keyof typeof DEVICES

export type Category = 'performance' | 'accessibility' | 'best-practices'

/** The used part of a report. */
export interface Report {
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

/** @throws if npm can't fetch it, or it fails */
export const lighthouse = async (args: readonly string[], environment: Record<string, string> = {}): Promise<string> =>
  run('npm', ['exec', '--yes', `--package=lighthouse@${LIGHTHOUSE_VERSION}`, '--', 'lighthouse', ...args], {
    environment,
    patience: 180_000,
  })

/** One run on one page. */
export const lookAt = async (url: string, device: Device, executablePath: string): Promise<Report> => {
  const output = await lighthouse(
    [
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless --no-sandbox --disable-gpu --ignore-certificate-errors',
      ...DEVICES[device],
    ],
    { CHROME_PATH: executablePath },
  )
  return JSON.parse(output) as Report
}

/** The median score of several runs, out of 100. */
export const score = (reports: readonly Report[], category: Category): number =>
  median(reports.map(({ categories }) => Math.round((categories[category]?.score ?? NaN) * 100)))

/** The median value of an audit over several runs. */
export const audit = (reports: readonly Report[], name: string): number =>
  median(reports.map(({ audits }) => audits[name]?.numericValue ?? NaN))

/** A report's failed audits other than performance, by title. */
export const faults = ({ audits, categories }: Report): string[] =>
  Object.entries(categories)
    .filter(([name, category]) => name !== 'performance' && category.score !== 1)
    .flatMap(() => Object.values(audits))
    .filter((entry) => entry?.scoreDisplayMode === 'binary' && entry.score === 0)
    .map((entry) => entry?.title ?? '')
