/** What has happened to PEM on its way, and why it holds nothing, in words. */
import type { Block, Damage, Fault } from './armour.ts'
import { say, type Answer, type Words } from './words.ts'

/** `harmless`: every client that is known here reads it as it is. */
const DAMAGE: Record<Damage, { words: string; harmless?: true }> = {
  crlf: {
    words: 'Its lines end as on Windows (CRLF). Most clients read that; a few, and checksums, do not.',
    harmless: true,
  },
  'escaped-newlines': {
    words: 'Its line ends are written out as \\n, as in JSON or an .env file. Clients want real line ends.',
  },
  quotes: { words: 'It is wrapped in quotes, as in code. Clients do not take them off.' },
  'one-line': { words: 'Its line ends are lost: all of it stands on one line.' },
  indented: { words: 'Its lines are indented, as in YAML. Some clients refuse that.' },
  'odd-dashes': { words: 'The dashes of its first or last line are not the five hyphens that clients look for.' },
  joined: { words: 'END and BEGIN stand on one line: a line end was lost between two files.' },
  'no-end-line': { words: 'Its last line (END) is missing; all the rest is there.' },
  'no-begin-line': { words: 'Its first line (BEGIN) is missing; all the rest is there.' },
  'line-prefix': { words: 'Something stands before each line, as in quoted mail or a comment.' },
  cr: { words: 'Its lines end with CR alone, as on old Macs: most clients see one long line.' },
  continuation: {
    words:
      'A backslash stands at the end of its lines, as in .properties files or commands. In a file of its own it does not belong there.',
  },
  markup: { words: 'Its line ends are written as markup (<br>, &#10;).' },
  'lost-backslash': {
    words:
      'Its line ends were \\n and lost the backslash: an n stands where each line ended. Clients see nothing in it.',
  },
  base64url: { words: 'It is written in base64url (- and _ for + and /), which clients do not take in PEM.' },
  'odd-layout': {
    words:
      'Its layout is not that of PEM: something stands before, behind or between its lines that some clients refuse.',
  },
  'blank-lines': { words: 'Empty lines stand within it. OpenSSL refuses that.' },
}

/** One answer for each kind of damage among the blocks of a text. */
export const damageAnswers = (damage: ReadonlySet<Damage>): Answer[] =>
  [...damage].map((kind) => {
    const { words, harmless } = DAMAGE[kind]
    return { tone: harmless ? 'info' : 'attention', words: [words] }
  })

export const isHarmless = (damage: ReadonlySet<Damage>): boolean => [...damage].every((kind) => DAMAGE[kind].harmless)

/** "certificate", "private key": what a label stands for. */
export const thing = (label: string): string => {
  if (/(^|X509 |TRUSTED )CERTIFICATE$/.test(label)) return 'certificate'
  if (label.endsWith('PRIVATE KEY')) return 'private key'
  return `"${label}"`
}

const FAULTS: Record<Fault, (block: Block) => Words> = {
  'cut-off': ({ label }) =>
    say`The ${thing(label)} is cut off: its last lines are missing, and nothing can bring them back. Fetch it again.`,
  'not-base64': ({ label, culprit }) =>
    culprit === undefined
      ? say`The ${thing(label)} is damaged inside: its length is not that of base64. Fetch it again.`
      : say`The ${thing(label)} is damaged inside: “${culprit}” is no character of base64. Fetch it again.`,
  'label-mismatch': ({ label }) => say`It begins as “${label}” and ends as something else: lines are missing between.`,
  empty: ({ label }) => say`There is nothing between the first and the last line of the ${thing(label)}.`,
  encrypted: () => [
    'The private key is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED), which this page cannot open.',
  ],
}

export const faultAnswer = (block: Block, fault: Fault): Answer => ({ tone: 'bad', words: FAULTS[fault](block) })
