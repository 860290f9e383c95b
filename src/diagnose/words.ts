/**
 * Sentences with foreign names in them. What comes from a file, a paste or a certificate stays apart from our own
 * words, so that a page can isolate it: a name may be in right-to-left script, or made to confuse.
 */
export interface Quoted {
  readonly quoted: string
}

/** A day, which the page writes as it writes days everywhere. */
export interface Day {
  readonly day: Date
}

export type Words = readonly (string | Quoted | Day)[]

/** Controls, and formats that turn the direction of text or show nothing; tabs and line ends may stay. */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A foreign text as one can look at it: invisible characters become visible, and a very long one is cut.
 * @param longest in characters
 */
export const visible = (text: string, longest = 200): string => {
  const start = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  const cut = text.length > longest ? `${start}… (${text.length.toLocaleString('en')} characters)` : text
  return cut.replace(HIDDEN, (char) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** Without `Intl` where it changes nothing: its first formatter takes longer to make than most files to read. */
const inEnglish = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : value.toLocaleString('en')

/** `say\`This is the CA of ${name}.\``: the template and numbers in it are ours, texts in it are quoted. */
export const say = (parts: TemplateStringsArray, ...values: readonly (string | number | Date)[]): Words =>
  parts.flatMap((part, index) => {
    const value = values[index]
    const ours = part === '' ? [] : [part]
    if (value === undefined) return ours
    if (typeof value === 'number') return [...ours, inEnglish(value)]
    return [...ours, value instanceof Date ? { day: value } : { quoted: visible(value) }]
  })

/** The same as one text, for announcements and tests. */
export const plain = (words: Words): string =>
  words
    .map((part) => {
      if (typeof part === 'string') return part
      return 'day' in part ? part.day.toISOString().slice(0, 10) : part.quoted
    })
    .join('')

/** How an answer is meant: fine, worth knowing, to be looked at, wrong. */
export type Tone = 'good' | 'info' | 'attention' | 'bad'

/** One thing that the check says, words first. */
export interface Answer {
  readonly tone: Tone
  readonly words: Words
}
