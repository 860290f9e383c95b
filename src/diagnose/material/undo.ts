/** Undoes encodings of PEM: URL escapes, quoted-printable, markup. */
import { lookup } from '../../lib/lookup.ts'
import type { Answer } from '../words.ts'

export interface Undone {
  readonly text: string
  readonly answers: readonly Answer[]
}

interface Writing {
  /** Whether a text is written so, and not only has a sign that looks like it. */
  readonly isSo: (text: string) => boolean
  readonly undo: (text: string) => string
  readonly answer: Answer
}

const fromHex = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))
/** ASCII and the blanks of a text. */
const isPlain = (code: number): boolean => code < 0x7f || code === 0xa0

const ENTITY = /&#(?:x([0-9a-f]{1,4})|(\d{1,5}));|&(?:nbsp|plus|sol|equals|hyphen|dash);/gi
const NAMES: Readonly<Record<string, string>> = { nbsp: ' ', plus: '+', sol: '/', equals: '=', hyphen: '-', dash: '-' }

const WRITINGS: readonly Writing[] = [
  {
    // A literal plus stays one.
    isSo: (text) => /BEGIN(?:%20|\+)[A-Z]/.test(text),
    undo: (text) =>
      text
        .replace(/(BEGIN|END)\+([A-Z]+)\+?/g, '$1 $2 ')
        .replace(/ (?=-{5})/g, '')
        .replace(/%(20|0A|0D|2B|2F|3D|2D)/gi, (_, hex: string) => fromHex(hex)),
    answer: {
      tone: 'attention',
      words: ['It’s URL-encoded (%20, %0A). Clients find no certificate in it.'],
    },
  },
  {
    // Every equals sign begins an escape or a soft line end. Padding at a line's end looks like the latter.
    isSo: (text) =>
      /BEGIN[ =]/.test(text) &&
      (/=(?:3D|2D|20|0A|0D)/.test(text) || /^.{75}=\r?$/m.test(text)) &&
      !/=(?![0-9A-F]{2}|[ \t]*\r?\n)/.test(text),
    undo: (text) =>
      text.replaceAll(/=[ \t]*\r?\n/g, '').replaceAll(/=([2-7][0-9A-F]|0A|0D|09)/g, (_, hex: string) => fromHex(hex)),
    answer: {
      tone: 'attention',
      words: ['It’s quoted-printable, as mail is sent (=3D). Clients can’t read that.'],
    },
  },
  {
    isSo: (text) => /(?:BEGIN&(?:nbsp|#)|&#(?:45|x2d|43|x2b|47|x2f|61|x3d);)/i.test(text) && text.includes('BEGIN'),
    undo: (text) =>
      text.replaceAll(ENTITY, (written, hex: string | undefined, decimal: string | undefined) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        if (Number.isNaN(code)) return lookup(NAMES, written.slice(1, -1).toLowerCase()) ?? written
        return isPlain(code) ? String.fromCharCode(code === 0xa0 ? 0x20 : code) : written
      }),
    answer: {
      tone: 'attention',
      words: ['Its signs are written as markup (&#43;, &nbsp;). Clients can’t read that.'],
    },
  },
]

/** So much of a text around its first block tells how all of it is written. */
const BEFORE = 1000
const SAMPLE = 16_384

/** The text as it was meant, and how it was written. */
export const undoWriting = (text: string): Undone => {
  if (!text.includes('BEGIN')) return { text, answers: [] }
  let undone = text
  const answers: Answer[] = []
  for (const { isSo, undo, answer } of WRITINGS) {
    const at = Math.max(0, undone.indexOf('BEGIN') - BEFORE)
    if (!isSo(undone.slice(at, at + BEFORE + SAMPLE))) continue
    undone = undo(undone)
    answers.push(answer)
  }
  return { text: undone, answers }
}
