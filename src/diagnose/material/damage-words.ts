/** Says in words what happened to a PEM file, and why a block holds nothing. */
import type { Block } from './armour.ts'
import type { Damage, Fault } from './armour-body.ts'
import { say, type Answer, type Words } from '../words.ts'

/** `harmless`: every client that is known here reads it as it is. */
const DAMAGE: Record<Damage, { words: string; harmless?: true }> = {
  crlf: {
    words: 'Its lines end in CRLF, as on Windows. Most clients accept that; a few don’t, and checksums differ.',
    harmless: true,
  },
  'escaped-newlines': {
    words: 'Its line breaks are written as \\n, as in JSON or an .env file. Clients need real line breaks.',
  },
  quotes: { words: 'It’s wrapped in quotes, as in code. Clients don’t remove them.' },
  'one-line': { words: 'Its line breaks are lost: everything is on one line.' },
  indented: { words: 'Its lines are indented, as in YAML. Some clients reject that.' },
  'odd-dashes': {
    words:
      'Its first or last line isn’t as clients look for it: five dashes (hyphens) on each side, single spaces between the words.',
  },
  joined: { words: 'END and BEGIN are on one line: a line break was lost between two files.' },
  'no-end-line': { words: 'Its last line (END) is missing; the rest is there.' },
  'no-begin-line': { words: 'Its first line (BEGIN) is missing; the rest is there.' },
  'line-prefix': { words: 'Each line starts with something else, as in quoted mail, a comment or a list.' },
  cr: { words: 'Its lines end in CR only, as on old Macs: most clients see one long line.' },
  continuation: {
    words: 'Its lines end in a backslash, as in .properties files or commands. A file of its own must not have them.',
  },
  markup: { words: 'Its line breaks are written as markup (<br>, &#10;, \\par).' },
  'lost-backslash': {
    words:
      'Its line breaks were \\n and lost the backslash: there’s an n where each line ended. Clients find nothing in it.',
  },
  base64url: { words: 'It’s in base64url (- and _ for + and /), which clients don’t accept in PEM.' },
  'odd-layout': {
    words: 'It isn’t laid out as PEM: some clients reject what comes before, after or between its lines.',
  },
  'wrong-label': {
    words:
      'Its first and last lines don’t match what’s between them: that’s something else. Clients that go by these lines reject it.',
  },
  'blank-lines': { words: 'It has empty lines in it. OpenSSL rejects that.' },
}

/** One answer for each kind of damage among the blocks of a text. */
export const damageAnswers = (damage: ReadonlySet<Damage>): Answer[] =>
  [...damage].map((kind) => {
    const { words, harmless } = DAMAGE[kind]
    return { tone: harmless ? 'info' : 'attention', words: [words] }
  })

/** Whether every client reads a file with this damage. */
export const isHarmless = (damage: ReadonlySet<Damage>): boolean => [...damage].every((kind) => DAMAGE[kind].harmless)

/** "certificate", "private key": what a label stands for. */
export const kindOfLabel = (label: string): string => {
  if (/(^|X509 |TRUSTED )CERTIFICATE$/.test(label)) return 'certificate'
  if (label.endsWith('PRIVATE KEY')) return 'private key'
  return `"${label}"`
}

/** What stands in for what isn't shown: `...`, `***`, `<your key>`, `[…]`, `${CA}`. */
const LEFT_OUT = '.…*<[{$'

const FAULTS: Record<Fault, (block: Block) => Words> = {
  'cut-off': ({ label }) =>
    say`The ${kindOfLabel(label)} is cut off: its last lines are missing and can’t be restored. Download it again.`,
  'not-base64': ({ label, culprit }) =>
    LEFT_OUT.includes(culprit ?? ' ')
      ? say`The ${kindOfLabel(label)} isn’t whole: “${culprit ?? ''}” stands where something was left out, hidden or not filled in. Use all of it.`
      : culprit === undefined
        ? say`The ${kindOfLabel(label)} is damaged: its length doesn’t fit base64. Download it again.`
        : say`The ${kindOfLabel(label)} is damaged: “${culprit}” isn’t a base64 character. Download it again.`,
  'label-mismatch': ({ label }) =>
    say`It begins as “${label}” and ends as something else: lines are missing in between.`,
  empty: ({ label }) => say`There’s nothing between the first and the last line of the ${kindOfLabel(label)}.`,
  encrypted: () => [
    'The private key is encrypted in OpenSSL’s old format (Proc-Type: 4,ENCRYPTED), which this page can’t open.',
  ],
}

/** Why a block holds nothing. */
export const faultAnswer = (block: Block, fault: Fault): Answer => ({ tone: 'bad', words: FAULTS[fault](block) })
