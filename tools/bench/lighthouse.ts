/** Runs Lighthouse, and reads its reports. It is no dependency: npm brings it when the bench runs, or it is left out. */
import { median } from './figures.ts'
import { run } from './programs.ts'

export const LIGHTHOUSE_VERSION = '12.8.2'

/** Arguments by device: a slow phone is what it takes for granted. */
const DEVICES = { desktop: ['--preset=desktop'], mobile: [] } as const

export type Device = keyof typeof DEVICES

export type Category = 'performance' | 'accessibility' | 'best-practices'

/** What is read of a report. */
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

/** @throws when npm can't bring it, or it fails */
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

/** Of 100, the middle of several runs. */
export const score = (reports: readonly Report[], category: Category): number =>
  median(reports.map(({ categories }) => Math.round((categories[category]?.score ?? NaN) * 100)))

/** An audit's number, the middle of several runs. */
export const audit = (reports: readonly Report[], name: string): number =>
  median(reports.map(({ audits }) => audits[name]?.numericValue ?? NaN))

/** What a report minds outside of performance, in its own words. */
export const faults = ({ audits, categories }: Report): string[] =>
  Object.entries(categories)
    .filter(([name, category]) => name !== 'performance' && category.score !== 1)
    .flatMap(() => Object.values(audits))
    .filter((entry) => entry?.scoreDisplayMode === 'binary' && entry.score === 0)
    .map((entry) => entry?.title ?? '')
