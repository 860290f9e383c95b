import { markdownTable } from '../markdown-table.ts'
/** The table of faults as a document: written from one run's results, and read to compare another run with it. */

/** The result of one action and one outcome. */
export interface FaultResult {
  /** "a message", or what the user sees instead. */
  readonly sees: string
  /** The message's id, with the permissions that it names; empty without a message. */
  readonly reason: string
  /** What the user does next. */
  readonly nextStep: string
}

export interface Row extends FaultResult {
  readonly action: string
  readonly outcome: string
}

export const DOCUMENT = 'docs/faults.md'

const INTRODUCTION = `# Faults

Every page and action of the console against everything that can happen to an API request: what the user sees, and how to go on.
A browser uses the live build through a server that does these things to real connections (\`tools/faults/breakable-server.ts\`), once per
case. In each case the page keeps its heading, no error goes uncaught, and nothing is saved or copied until the user takes the
next step, and then exactly the right file is.

\`npm run faults\` plays all cases and writes this file. The browser tests play a third of each action's cases, and fail if this
file says something else.

- **refused**, **cut off**: the connection is reset before an answer, or in the middle of it.
- **400** to **503**: the API answers with that status. With **401**, every request gets it.
- **empty**, **half JSON**, **web page**: comes instead of JSON. **no fields**: \`{}\`. **wrong types**: numbers instead of texts.
- **slow**: a good answer, after a while. **cancelled**: the user stops waiting. **offline**: the network fails during the
  request.
`

/** Rows with the same key become one, with all their outcomes. */
const groupRows = (rows: readonly Row[], keyOf: (row: Row) => readonly string[]): string[][] => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row))
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => [
    [...new Set(group.map(({ outcome }) => outcome))].join(', '),
    ...(group[0] ? keyOf(group[0]) : []),
  ])
}

const REASONS = ['When', 'The message is about']
const ACTIONS = ['Action', 'When', 'The user sees', 'Next step']

/** @param rows in the order of actions and outcomes */
export const renderDocument = (rows: readonly Row[]): string => {
  const actions = groupRows(rows, ({ action, sees, nextStep }) => [action, sees, nextStep])
  const reasons = groupRows(
    rows.filter(({ reason }) => reason !== ''),
    ({ reason }) => [reason],
  )
  return [
    INTRODUCTION,
    '## What the user sees, and the next step',
    markdownTable(
      ACTIONS,
      actions.map(([outcomes = '', action = '', ...rest]) => [action, outcomes, ...rest]),
    ),
    '## What the message is about',
    markdownTable(REASONS, reasons),
    '',
  ].join('\n\n')
}

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((text) => text.trim().replaceAll(/\\(.)/g, '$1'))

/** What the document claims. */
export interface Claims {
  /** `action / outcome` of all cases. */
  readonly cases: readonly string[]
  /** How the document differs from a result, as a sentence; undefined if they agree. */
  readonly difference: (row: Row) => string | undefined
}

export const readDocument = (text: string): Claims => {
  const claimed = new Map<string, string>()
  const reasons = new Set<string>()
  const lines = text.split('\n').filter((line) => line.startsWith('|') && !/^\|[\s|-]*$/.test(line))
  for (const [first = '', second = '', sees, nextStep] of lines.map((line) => cellsOf(line))) {
    if (first === ACTIONS[0] || first === REASONS[0]) continue
    if (sees === undefined) for (const outcome of first.split(', ')) reasons.add(`${outcome} / ${second}`)
    else for (const outcome of second.split(', ')) claimed.set(`${first} / ${outcome}`, `${sees} (${String(nextStep)})`)
  }
  return {
    cases: [...claimed.keys()],
    difference: ({ action, outcome, sees, reason, nextStep }) => {
      const claim = claimed.get(`${action} / ${outcome}`)
      if (claim !== `${sees} (${nextStep})`)
        return `${DOCUMENT} says "${claim ?? 'nothing'}", but it is "${sees} (${nextStep})"`
      if (reason !== '' && !reasons.has(`${outcome} / ${reason}`))
        return `${DOCUMENT} does not know the reason "${reason}"`
      return undefined
    },
  }
}
