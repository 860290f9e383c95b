/** Recognises values that are one of several, or made from another value: the text doesn't say which one counts. */
import { isBracket, isSign, nameOf, readString, type Bracket, type Part } from './parts.ts'
import type { Token } from './tokens.ts'
import type { Setting } from '../document.ts'

const CHOSEN =
  'The code takes this value only if another one isn’t there, or on a condition: the text doesn’t show which counts.'
/** Of a whole map; a check that it switches off is switched off at least then. */
export const CONDITIONAL = 'The code uses some of these settings only on a condition: otherwise, others count.'
const COPIED = 'The code adds settings from elsewhere to these, or makes others of them: the text doesn’t show which.'

/** An address, or settings in one text. */
const ADDRESS =
  /^\s*[a-z][a-z0-9+.:-]{1,30}:\/\/|\b(?:host|hostaddr|server|data source|dbname|sslmode)\s*=|^(?:pgsql|mysql):/i
const isAddress = (part: Part): part is Token => part.kind === 'string' && ADDRESS.test(readString(part).value)

/** `a ? b : c`, `a ?? b`, `a || b`, `a or b`, `b if c else d`, Kotlin's and PHP's `a ?: b`. */
const isChoice = (parts: readonly Part[]): boolean =>
  parts.some(
    (part) =>
      isSign(part, '?', '??', '||', '|', '&&', '?:') ||
      (part.kind === 'word' && /^(?:or|and|if|else|unless|ORELSE)$/.test(part.text)),
  )

/** `"…".format(…)`, `"…" % (…)`, `String.format("…", …)`: the text with its places filled in. */
const isFilled = (parts: readonly Part[], at: number): boolean => {
  const [sign, method] = parts.slice(at + 1, at + 3)
  return (
    isSign(sign, '%') ||
    (isSign(sign, '.') &&
      method?.kind === 'word' &&
      /^(?:format|formatted|strip|trim|trimIndent|trimMargin|toString|to_string|to_owned|into|encode|freeze|to_s)$/.test(
        method.text,
      ))
  )
}

export interface Chosen {
  readonly strings: readonly Token[]
  /** Why they aren't certain; undefined for a text that is only filled in. */
  readonly note: string | undefined
}

/** The addresses in an expression that is no plain text. */
export const addressesIn = (parts: readonly Part[]): Chosen | undefined => {
  if (parts.length < 2) return undefined
  const strings = parts.filter(isAddress)
  const [first] = strings
  if (!first) return undefined
  if (isChoice(parts)) return { strings, note: CHOSEN }
  const at = parts.indexOf(first)
  return strings.length === 1 && at === 0 ? { strings, note: isFilled(parts, at) ? undefined : COPIED } : undefined
}

/** What decides about TLS, by its last name. */
const DECIDES = /ssl|tls|cert|reject|verif|trust|secur|(?:^|\.)(?:ca|ur[il]|connectionString)$/i

/** PHP's check for the extension without which there is no connection at all, as Laravel writes it. */
const LOADED = 'extension_loaded'

/** Why a map isn't certain that counts only on a condition (`prod ? { ssl: … } : {}`) and decides about TLS. */
export const conditionOf = (parts: readonly Part[], settings: readonly Setting[]): string | undefined =>
  isChoice(parts) && !isWord(parts[0], LOADED) && settings.some(({ name }) => DECIDES.test(name))
    ? CONDITIONAL
    : undefined

const isMap = (part: Part | undefined): boolean => isBracket(part) && part.open === '{'
const isWord = (part: Part | undefined, word: string): boolean => part?.kind === 'word' && part.text === word

/** `prod ? { … } : {}`, `prod && { … }`, `{ … } if prod else {}`: all that may be taken is in the text. */
const isChoiceOfMaps = (parts: readonly Part[]): boolean => {
  const question = parts.findIndex((part) => isSign(part, '?'))
  const sign = question > 0 ? question : parts.findLastIndex((part) => isSign(part, '&&'))
  const [then, otherwise] = ['if', 'else'].map((word) => parts.findIndex((part) => isWord(part, word)))
  const taken = sign > 0 ? parts.slice(sign + 1) : [...parts.slice(0, then), ...parts.slice((otherwise ?? 0) + 1)]
  return isChoice(parts) && taken.length > 0 && taken.every((part) => isMap(part) || isSign(part, ':'))
}

/** `...options`, `**options`; what is spread, without brackets around it. */
export const spreadIn = ([sign, ...rest]: readonly Part[]): readonly Part[] | undefined => {
  if (!isSign(sign, '...', '**')) return undefined
  const [first] = rest
  return rest.length === 1 && isBracket(first) && first.open === '(' ? (first.items[0] ?? []) : rest
}

/** Whether the text shows all that is spread: `{ ssl }`, `dict(ssl=…)`, `(prod ? { ssl } : {})`, but not `tls()`. */
export const isShown = (spread: readonly Part[]): boolean =>
  (spread.length === 1 && isMap(spread[0])) ||
  (spread.length === 2 && isWord(spread[0], 'dict')) ||
  isChoiceOfMaps(spread)

/** Calls that take a value from the environment or a file, and another one where nothing is there. */
const DEFAULTS =
  /(?:^|[.:>])(?:getenv|Getenv|getEnv|get_env|GetEnv|getOrDefault|env|fetch_env|EnvOr|envOr|getEnvOrDefault)$|(?:environ|env|ENV|settings|config|cfg|Config)\.(?:get|fetch|str|string|url)$/

/** Whether a call holds an address as the value that counts only where another one isn't there. */
const isDefault = (called: string, { items }: Bracket): boolean =>
  DEFAULTS.test(called) && items.slice(1).some((item) => item.some(isAddress))

/** What makes another map of one: `a + b`, `a.merge(b)`, `a | b`. */
const MAKES =
  /^(?:merge\w*|deep_merge|reverse_merge|with|withFallback|plus|union|update|concat|except|without|reject|select|slice|transform\w*|compact|tap|then|also|map|filter\w*|assign|put|putAll|get|pop|delete)!?$/

/**
 * Whether a map isn't the last word: another one is joined to it, or it's laid over what its type is made of
 * (`new Config(other) { … }`).
 */
const isMadeOver = (parts: readonly Part[], at: number): boolean => {
  const map = parts[at]
  const before = parts[at - 1]
  const [sign, method] = parts.slice(at + 1, at + 3)
  if (isSign(sign, '+', '|')) return true
  if (isSign(sign, '.') && method?.kind === 'word' && MAKES.test(method.text)) return true
  return (
    isBracket(map) &&
    map.open === '{' &&
    isBracket(before) &&
    before.open === '(' &&
    before.items.some((item) => item.some((part) => part.kind !== 'string')) &&
    nameOf(parts.slice(0, at - 1)).startsWith('new ')
  )
}

/** Why what stands in brackets isn't certain: the expression around it takes something else, or makes more of it. */
export const doubtOf = (parts: readonly Part[], at: number, called: string, bracket: Bracket): string | undefined =>
  isMadeOver(parts, at) ? COPIED : isDefault(called, bracket) ? CHOSEN : undefined
