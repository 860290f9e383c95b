/** A file of a program that says with names of its own how it connects. */
import type { Client, Judged, Params } from '../verdict.ts'

export type Known = readonly [Client, Judged]

export interface File {
  /** The setting that tells whose the others are, and what stands before them, captured. */
  readonly sign: RegExp
  /** The section or block in which it counts; anywhere but in code where it's left out. */
  readonly holder?: RegExp
  /** What was found, where it's not the settings of its client. */
  readonly what?: string
  /** @param own settings by lower-case name, without what stands before them; @param value of the sign itself */
  readonly judge: (own: Params, value: string) => Known | undefined
}
