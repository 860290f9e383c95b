/** Schemas of fields that several forms share. Fields contain text; each problem is a sentence. */
import * as v from 'valibot'

interface Range {
  readonly min: number
  readonly max: number
}

const rangeWords = ({ min, max }: Range) =>
  max === Number.MAX_SAFE_INTEGER
    ? `Enter a whole number of ${String(min)} or more.`
    : `Enter a whole number from ${String(min)} to ${String(max)}.`

const isWhole = (text: string, { min, max }: Range): boolean =>
  /^-?\d{1,16}$/.test(text) && Number(text) >= min && Number(text) <= max

/** A whole number. */
export const wholeNumber = (range: Range) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => isWhole(text, range), rangeWords(range)),
    v.transform(Number),
  )

/** A whole number, or nothing: undefined. */
export const optionalNumber = (range: Range) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === '' || isWhole(text, range), rangeWords(range)),
    v.transform((text) => (text === '' ? undefined : Number(text))),
  )

const MAX_TAGS = 25
const LONGEST_KEY = 64
const LONGEST_VALUE = 256

/** A line of a field for tags: `key=value`; a key alone has an empty value. */
const parseTag = (line: string) => {
  const [, key = '', value = ''] = /^([^=]*)=?(.*)$/.exec(line) ?? []
  return { key: key.trim(), value: value.trim() }
}

export type Tag = ReturnType<typeof parseTag>

const parseTags = (text: string): readonly Tag[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseTag)

const tagsProblem = (text: string): string | undefined => {
  const tags = parseTags(text)
  const keys = tags.map(({ key }) => key)
  if (tags.length > MAX_TAGS) return `At most ${String(MAX_TAGS)} tags.`
  if (keys.includes('')) return 'Each line begins with a key: key=value.'
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) return `The key ${twice} appears twice.`
  if (keys.some((key) => key.length > LONGEST_KEY)) return `A key has at most ${String(LONGEST_KEY)} characters.`
  return tags.some(({ value }) => value.length > LONGEST_VALUE)
    ? `A value has at most ${String(LONGEST_VALUE)} characters.`
    : undefined
}

/** Tags, one a line. */
export const tagLines = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? tagsProblem(dataset.value) : undefined
    if (message !== undefined) addIssue({ message })
  }),
  v.transform(parseTags),
)

/** What a field for tags holds. */
export const formatTags = (tags: readonly Tag[]): string =>
  tags.map(({ key, value }) => (value === '' ? key : `${key}=${value}`)).join('\n')

/** A text that a function checks: it returns what is wrong as a sentence. */
export const checkedText = (problem: (text: string) => string | undefined) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? problem(dataset.value) : undefined
      if (message !== undefined) addIssue({ message })
    }),
  )
