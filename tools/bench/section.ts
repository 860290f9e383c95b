/** What a section of the bench is given, and what it gives back. */
import type { Browser } from '@playwright/test'

import type { Builds } from './builds.ts'
import type { Cell, Figure } from './figures.ts'

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What the project wants a figure to be. Told, not enforced: machines differ, and checks hold what must not. */
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
  /** Tells whoever waits what is being done. */
  readonly say: (what: string) => void
}

export interface Section {
  readonly title: string
  /** What is measured and how: sentences for the document. */
  readonly about: string
  readonly run: (bench: Bench) => Promise<Result>
}

/** Whether a figure is what it should be. */
export const isMet = ({ measured: { value }, most = Infinity, least = -Infinity }: Target): boolean =>
  value <= most && value >= least
