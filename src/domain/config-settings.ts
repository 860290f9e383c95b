/**
 * The settings of a service (`user_config`), from the JSON Schema that the API sends: one entry per value, nested
 * objects flattened.
 */
import { formatNumber } from '../lib/format-number.ts'
import { isRecord } from '../lib/is-record.ts'

export interface Setting {
  /** Its keys, from the outermost one. */
  readonly path: readonly [string, ...string[]]
  readonly title: string
  readonly description: string
  /** `other`: a value that no form field supports, such as a list of objects. */
  readonly kind: 'boolean' | 'integer' | 'number' | 'text' | 'list' | 'other'
  readonly choices: readonly (string | number)[] | undefined
  readonly minimum: number | undefined
  readonly maximum: number | undefined
  readonly maxLength: number | undefined
  readonly pattern: string | undefined
  /** The default value, if the API names it. */
  readonly usual: unknown
  readonly example: unknown
  /** Changing it restarts the service. */
  readonly restarts: boolean
  readonly isDeprecated: boolean
  /** Can only be set while the service is created. */
  readonly createOnly: boolean
}

type Schema = Readonly<Record<string, unknown>>

const textIn = (schema: Schema, key: string): string | undefined =>
  typeof schema[key] === 'string' ? schema[key] : undefined
const numberIn = (schema: Schema, key: string): number | undefined =>
  typeof schema[key] === 'number' ? schema[key] : undefined

const typesOf = ({ type }: Schema): readonly unknown[] => (Array.isArray(type) ? type : [type])

const kindOf = (schema: Schema): Setting['kind'] => {
  const types = typesOf(schema)
  for (const kind of ['boolean', 'integer', 'number'] as const) if (types.includes(kind)) return kind
  if (types.includes('string')) return 'text'
  const { items } = schema
  return types.includes('array') && isRecord(items) && typesOf(items).every((type) => type === 'string')
    ? 'list'
    : 'other'
}

const choicesIn = (schema: Schema): Setting['choices'] => {
  const { enum: choices } = schema
  if (!Array.isArray(choices)) return undefined
  return choices.filter((one) => typeof one === 'string' || typeof one === 'number')
}

/** Matches a description that says that a change causes a restart, not one that only mentions restarts. */
const RESTARTS = /\b(chang|updat|enabl|disabl)\w*\b[^.]*\brestarts?\b/i

const readSetting = (path: Setting['path'], schema: Schema): Setting => {
  const title = textIn(schema, 'title') ?? ''
  const description = textIn(schema, 'description') ?? ''
  return {
    path,
    title,
    description,
    kind: kindOf(schema),
    choices: choicesIn(schema),
    minimum: numberIn(schema, 'minimum'),
    maximum: numberIn(schema, 'maximum'),
    maxLength: numberIn(schema, 'maxLength'),
    pattern: textIn(schema, 'pattern'),
    usual: schema['default'],
    example: schema['example'],
    restarts: RESTARTS.test(description),
    isDeprecated:
      schema['deprecated'] === true ||
      schema['is_deprecated'] === true ||
      /^\W*deprecated\b/i.test(title) ||
      /^\W*deprecated\b/i.test(description),
    createOnly: schema['createOnly'] === true,
  }
}

/** Deeper than any of Aiven's schemas: a limit against hostile ones. */
const DEEPEST = 6

const readProperties = (schema: Schema, path: readonly string[]): readonly Setting[] => {
  const { properties } = schema
  if (!isRecord(properties) || path.length > DEEPEST) return []
  return Object.entries(properties).flatMap(([key, property]) => {
    if (!isRecord(property)) return []
    const [first, ...rest] = [...path, key]
    const own = [first, ...rest] as const
    return isRecord(property['properties']) && typesOf(property).includes('object')
      ? readProperties(property, own)
      : [readSetting(own, property)]
  })
}

/** Everything that the schema names, in its order. */
export const readSettings = (schema: unknown): readonly Setting[] =>
  isRecord(schema) ? readProperties(schema, []) : []

/** The setting's limits, in words. */
export const boundsOf = ({ kind, minimum, maximum, maxLength }: Setting): string => {
  if (kind === 'list') return 'One per line.'
  if (kind === 'text') return maxLength === undefined ? '' : `At most ${formatNumber(maxLength)} characters.`
  if (kind !== 'integer' && kind !== 'number') return ''
  const what = kind === 'integer' ? 'A whole number' : 'A number'
  if (minimum !== undefined && maximum !== undefined)
    return `${what} from ${formatNumber(minimum)} to ${formatNumber(maximum)}.`
  if (minimum !== undefined) return `${what} of at least ${formatNumber(minimum)}.`
  return maximum === undefined ? `${what}.` : `${what} of at most ${formatNumber(maximum)}.`
}

type Parsed = { readonly value: unknown } | { readonly fault: string }

const parseNumber = (setting: Setting, text: string): Parsed => {
  const { kind, minimum = -Infinity, maximum = Infinity } = setting
  const value = Number(text.replaceAll(/(?<=\d)[ _](?=\d{3})/g, ''))
  const isRight = text !== '' && Number.isFinite(value) && (kind === 'number' || Number.isSafeInteger(value))
  return isRight && value >= minimum && value <= maximum
    ? { value }
    : { fault: `Enter ${boundsOf(setting).replace(/^A/, 'a')}` }
}

/** The API's pattern as a regular expression; undefined if it can't be compiled, then only the API checks it. */
const patternOf = (source: string): RegExp | undefined => {
  try {
    return new RegExp(source)
  } catch {
    return undefined
  }
}

/** Parses typed text as a value of the setting, or says what is wrong with it. */
export const parseSetting = (setting: Setting, typed: string): Parsed => {
  const { kind, choices, maxLength = Infinity, pattern } = setting
  const text = typed.trim()
  const choice = choices?.find((one) => String(one) === text)
  if (choices && text !== '') return choice === undefined ? { fault: 'Choose one of the values.' } : { value: choice }
  if (kind === 'boolean')
    return /^(true|false)$/.test(text) ? { value: text === 'true' } : { fault: 'Choose yes or no.' }
  if (kind === 'integer' || kind === 'number') return parseNumber(setting, text)
  if (kind === 'list') return { value: text.split(/\s*\n\s*/).filter(Boolean) }
  if (text === '') return { fault: 'Enter a value. To go back to the default, reset the setting.' }
  if (text.length > maxLength) return { fault: boundsOf(setting) }
  const isRight = pattern === undefined || (patternOf(pattern)?.test(text) ?? true)
  return isRight ? { value: text } : { fault: `It must match ${pattern}` }
}
