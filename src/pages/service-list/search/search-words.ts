/**
 * The search as people write it: words of free text and filter words (`service:pg,kafka`, `-tag:env=dev`,
 * `plan:"startup 4"`), in the notation of Aiven's own console. All words must match; of a filter word's values, one.
 */

export interface SearchWord {
  /** Where the word stands in the text. */
  readonly from: number
  readonly to: number
  /** `-word`: must not match. */
  readonly negated: boolean
  /** The filter name before the colon, in lower case; undefined for free text. */
  readonly key: string | undefined
  /** The value after the colon, without quotes; for free text, the text itself. */
  readonly values: readonly string[]
}

const KEY = /^([a-z]+):/i

/** Reads a value from `start`: quoted up to the closing quote (or the end), else up to a space or one of `ends`. */
const readValue = (text: string, start: number, ends: string): { value: string; to: number } => {
  const quoted = text[start] === '"'
  let value = ''
  let at = quoted ? start + 1 : start
  while (at < text.length) {
    const char = text.charAt(at)
    if (quoted ? char === '"' : /\s/.test(char) || ends.includes(char)) break
    if (quoted && char === '\\') at++
    value += text.charAt(at)
    at++
  }
  return { value, to: quoted ? Math.min(at + 1, text.length) : at }
}

const readWord = (text: string, from: number): SearchWord => {
  const negated = /^-\S/.test(text.slice(from, from + 2))
  let at = negated ? from + 1 : from
  const key = KEY.exec(text.slice(at, at + 20))?.[1]
  if (key === undefined) {
    const { value, to } = readValue(text, at, '')
    return { from, to, negated, key, values: [value] }
  }
  const values: string[] = []
  do {
    at += values.length === 0 ? key.length + 1 : 1
    const { value, to } = readValue(text, at, ',')
    values.push(value)
    at = to
  } while (text[at] === ',')
  return { from, to: at, negated, key: key.toLowerCase(), values }
}

/** The words of a search, in their order. Takes any text. */
export const parseSearch = (text: string): SearchWord[] => {
  const words: SearchWord[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) at++
    else {
      const word = readWord(text, at)
      words.push(word)
      at = word.to
    }
  }
  return words
}

/** A value as it stands in a search: quoted where it would not be read as one value otherwise. */
const formatValue = (value: string): string =>
  value === '' || /[\s",\\]/.test(value) ? `"${value.replace(/["\\]/g, String.raw`\$&`)}"` : value

/** A filter word with one value: `plan:"startup 4"`. */
export const formatWord = (key: string, value: string): string => `${key}:${formatValue(value)}`

/** The text without one of its words. */
export const removeWord = (text: string, { from, to }: SearchWord): string =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim()
