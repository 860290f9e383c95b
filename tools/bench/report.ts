/** The results, stored as JSON, and as tables for the terminal and the document. */
import { format, type Cell } from './figures.ts'
import { isMet, type Result, type Table, type Target } from './section.ts'

/** One section's result, with machine and date. */
export interface Outcome extends Result {
  readonly title: string
  readonly about: string
  readonly machine: string
  /** The day: `2026-11-25`. */
  readonly measured: string
  readonly seconds: number
}

/** Outcomes by the name of their section, in the order of the document. */
export type Outcomes = Readonly<Record<string, Outcome>>

const wanted = ({ measured: { unit }, most, least }: Target): string =>
  [
    ...(least === undefined ? [] : [`at least ${format({ value: least, unit })}`]),
    ...(most === undefined ? [] : [`at most ${format({ value: most, unit })}`]),
  ].join(', ')

const targetTable = (targets: readonly Target[]): Table => ({
  title: 'Targets',
  columns: ['', 'wanted', 'measured', ''],
  rows: targets.map((target) => [
    target.what,
    wanted(target),
    format(target.measured),
    isMet(target) ? 'met' : '**missed**',
  ]),
})

const tablesOf = ({ tables, targets }: Result): readonly Table[] =>
  (targets.length > 0 ? [...tables, targetTable(targets)] : tables).filter(({ rows }) => rows.length > 0)

const isFigure = (cell: Cell | undefined) => typeof cell === 'object' || /^[\d,.]+ ?%?$/.test(cell ?? '')

/** Columns as wide as their widest cell; figures to the right. */
const layOut = ({ columns, rows }: Table) => {
  const texts = rows.map((row) => row.map(format))
  const widths = columns.map((column, at) => Math.max(3, column.length, ...texts.map((row) => row[at]?.length ?? 0)))
  const right = columns.map((_, at) => rows.every((row) => row[at] === '' || isFigure(row[at])))
  const line = (row: readonly string[]) =>
    widths.map((width, at) => (right[at] ? (row[at] ?? '').padStart(width) : (row[at] ?? '').padEnd(width)))
  return {
    head: line(columns),
    rule: widths.map((width, at) => ({ width, right: right[at] ?? false })),
    body: texts.map(line),
  }
}

/** A section's tables for a terminal. */
export const toText = (outcome: Result): string =>
  [
    ...tablesOf(outcome).map((table) => {
      const { head, body } = layOut(table)
      return [`\n${table.title}`, ...[head, ...body].map((row) => `  ${row.join('  ')}`.trimEnd())].join('\n')
    }),
    ...outcome.skipped.map((sentence) => `\nskipped: ${sentence}`),
  ].join('\n')

const toMarkdownTable = (table: Table): string => {
  const { head, rule, body } = layOut(table)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `### ${table.title}`,
    '',
    line(head),
    line(rule.map(({ width, right }) => (right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))),
    ...body.map(line),
  ].join('\n')
}

const toMarkdown = (outcome: Outcome): string =>
  [
    `## ${outcome.title}`,
    outcome.about,
    `Measured on ${outcome.measured}, in ${String(Math.ceil(outcome.seconds))} seconds, on ${outcome.machine}.`,
    ...outcome.skipped.map((sentence) => `Skipped: ${sentence}`),
    ...tablesOf(outcome).map(toMarkdownTable),
  ].join('\n\n')

const INTRODUCTION = `# Figures

\`npm run bench -- --write\` measures all of this and writes this file; \`npm run bench -- scale\` measures one section. Times
depend on the machine and its load: compare those of one section with each other, as the ratios here do, not with those of
another machine. Each is the median of several runs. Timings are reported, never asserted. \`npm run check\` asserts the bytes of
the first screen (alone and relative to the bare stack), the browser tests the elements in the table of 10,000 services.
`

/** The document. */
export const toDocument = (outcomes: Outcomes): string =>
  `${[INTRODUCTION.trim(), ...Object.values(outcomes).map(toMarkdown)].join('\n\n')}\n`
