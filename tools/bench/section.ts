/** Input and output of a section of the bench. */
import type { Browser } from '@playwright/test'

import type { Builds } from './builds.ts'
import type { Cell, Figure } from './figures.ts'

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The project's target for a figure. Reported, not enforced, because machines differ; `npm run check` enforces fixed limits. */
export interface Target {
  readonly what: string
  readonly measured: Figure
  readonly most?: number
  readonly least?: number
}

export interface Result {
  readonly tables: readonly Table[]
  readonly targets: readonly Target[]
  /** Sentences about what wasn't measured, and why. */
  readonly skipped: readonly string[]
}

export interface Bench {
  /** Only whether everything runs: the smallest sizes, once. */
  readonly smoke: boolean
  readonly builds: Builds
  readonly browser: Browser
  /** Reports progress. */
  readonly report: (what: string) => void
}

export interface Section {
  readonly title: string
  /** What is measured and how: sentences for the document. */
  readonly about: string
  readonly run: (bench: Bench) => Promise<Result>
}

/** Whether a figure meets its target. */
export const isMet = ({ measured: { value }, most = Infinity, least = -Infinity }: Target): boolean =>
  value <= most && value >= least
