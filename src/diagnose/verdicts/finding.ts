/** One thing in a text that says how a client connects: what it is, what its clients make of it, how to mend it. */
import type { Edit, Group, Literal, ParsedDocument, Setting } from '../documents/document.ts'
import type { Range } from '../../lib/ranges.ts'
import type { DriverVerdict } from './verdict.ts'

export interface Finding {
  /** What was found: "PostgreSQL connection string". */
  readonly what: string
  readonly range: Range
  /** The clients that may read it; none where nothing tells which. */
  readonly drivers: readonly DriverVerdict[]
  /** What else is to be said, as sentences. Never quotes what was pasted. */
  readonly notes: readonly string[]
  /** What would make it verify CA and name; undefined where that isn't known or can't be written safely. */
  readonly edits?: readonly Edit[] | undefined
  /** Groups of settings that were judged with it. */
  readonly covers?: readonly Group[] | undefined
  /** All that decides stands in another part of the text, and is taken from there: YAML's `<<: *base`. */
  readonly isTaken?: boolean
}

/** A string of a document with where it stands. */
export interface StringPlace {
  readonly document: ParsedDocument
  readonly literal: Literal
  readonly name: string
  readonly group: Group | undefined
}

/** What was found in a group by names that one program, framework or library alone has. */
export interface OwnNames {
  readonly findings: readonly Finding[]
  /** The settings that were judged: what is left of a group is judged without them. */
  readonly used: ReadonlySet<Setting>
}
