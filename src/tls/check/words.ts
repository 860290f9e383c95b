/**
 * Sentences with foreign names in them. What comes from a file, a paste or a certificate stays apart from our own
 * words, so that a page can isolate it: a name may be in right-to-left script, or made to confuse.
 */
export interface Quoted {
  readonly quoted: string
}

export type Words = readonly (string | Quoted)[]

/** `say\`This is the CA of ${name}.\``: the parts of the template are ours, the values are quoted. */
export const say = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): Words =>
  parts.flatMap((part, index) => {
    const value = values[index]
    const ours = part === '' ? [] : [part]
    return value === undefined ? ours : [...ours, { quoted: String(value) }]
  })

/** The same as one text, for announcements and tests. */
export const plain = (words: Words): string =>
  words.map((part) => (typeof part === 'string' ? part : part.quoted)).join('')

/** How an answer is meant: fine, worth knowing, to be looked at, wrong. */
export type Tone = 'good' | 'info' | 'attention' | 'bad'

/** One thing that the check says, words first. */
export interface Answer {
  readonly tone: Tone
  readonly words: Words
}

/** Control characters and those that turn the direction of text (Unicode's Bidi_Control). */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * A foreign text as one can look at it: invisible characters become visible, and a very long one is cut.
 * @param longest in characters
 */
export const visible = (text: string, longest = 200): string => {
  const cut = text.length > longest ? `${text.slice(0, longest)}… (${text.length.toLocaleString('en')} characters)` : text
  return cut.replace(HIDDEN, (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}
