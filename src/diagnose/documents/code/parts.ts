/** Tokens of code in their brackets: items, names, strings. */
import type { Range } from '../../../lib/ranges.ts'
import { backslashed, type Literal } from '../document.ts'
import type { Token } from './tokens.ts'

const OPEN = '([{'
const CLOSE = ')]}'
const PAIRS = new Set([':', '=', '=>', ':='])

/** One argument, entry or statement: tokens, with what is in brackets as one part. */
export type Part = Token | Bracket
export interface Bracket {
  readonly kind: 'bracket'
  readonly open: string
  readonly items: readonly (readonly Part[])[]
  readonly start: number
  readonly end: number
}

export const isBracket = (part: Part | undefined): part is Bracket => part?.kind === 'bracket'
export const isSign = (part: Part | undefined, ...texts: string[]): boolean =>
  part?.kind === 'sign' && (texts.length === 0 || texts.includes(part.text))

/** A line that goes on: the last sign, or the next one, wants more. */
const GOES_ON = /^(?:[=:+,.|&?\\<-]|=>|:=|&&|\|\|)$/

/** Deeper nesting than anybody writes is not followed. */
const DEEPEST = 60

/** Whether the arguments of a type are open: `const name: Map<string`. */
const isInType = (parts: readonly Part[]): boolean => {
  const open = parts.findLastIndex((part) => isSign(part, '<'))
  const [first] = parts
  return (
    open > 0 &&
    first?.kind === 'word' &&
    /^(?:const|let|var|private|protected|public|readonly|export|static)$/.test(first.text) &&
    parts.slice(0, open).some((part) => isSign(part, ':')) &&
    !parts.slice(open).some((part) => isSign(part, '>', '='))
  )
}

/**
 * What stands between two brackets, in items: commas, semicolons and lines separate them.
 * @param from place of the first token inside
 * @param close the sign that ends it; '' for the end of the text
 */
export const readItems = (
  tokens: readonly Token[],
  from: number,
  depth: number,
  close: string,
): { items: Part[][]; at: number } => {
  const items: Part[][] = [[]]
  let at = from
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token) break
    const last = items.at(-1) ?? []
    const { text, kind } = token
    if (kind === 'sign' && CLOSE.includes(text)) {
      if (text === close || depth > 0) break
      at++
    } else if (kind === 'sign' && OPEN.includes(text) && depth < DEEPEST) {
      const inner = readItems(tokens, at + 1, depth + 1, CLOSE.charAt(OPEN.indexOf(text)))
      const end = tokens[inner.at] ?? tokens.at(-1)
      last.push({
        kind: 'bracket',
        open: text,
        items: inner.items.filter((item) => item.length > 0),
        start: token.start,
        end: end?.end ?? token.end,
      })
      at = inner.at + 1
    } else if (kind === 'newline') {
      const previous = last.at(-1)
      const next = tokens[at + 1]
      const goesOn =
        (previous?.kind === 'sign' && GOES_ON.test(previous.text)) ||
        (next?.kind === 'sign' && /^(?:[.+?]|->|\|>|=>)$/.test(next.text)) ||
        // C# writes what it sets on a new object below it.
        (next?.text === '{' && last.some((part) => part.kind === 'word' && part.text === 'new')) ||
        close === ')' ||
        close === ']'
      if (!goesOn && last.length > 0) items.push([])
      at++
    } else if (text === ',' && isInType(last)) at++
    else if (kind === 'sign' && (text === ',' || text === ';')) {
      items.push([])
      at++
    } else {
      last.push(token)
      at++
    }
  }
  return { items, at }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

const unescape = (text: string): string =>
  text.replace(
    /\\(?:u\{?([0-9a-f]{1,6})\}?|x([0-9a-f]{2})|([\s\S]))/gi,
    (_, unicode?: string, hex?: string, char?: string) => {
      const code = Number.parseInt(unicode ?? hex ?? '', 16)
      if (Number.isNaN(code)) return char === '\n' ? '' : (ESCAPES[char ?? ''] ?? char ?? '')
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    },
  )

/** A string token: prefixes (`f"`, `@"`, `r'`), quotes and escapes taken off. */
export const readString = ({ text, start, end }: Token): Literal => {
  const [, prefix = '', quote = ''] = /^([A-Za-z@$#]{0,3})("""|'''|["'`])/.exec(text) ?? []
  const closed = text.endsWith(quote) && text.length >= prefix.length + 2 * quote.length
  const whole = text.slice(prefix.length + quote.length, closed ? text.length - quote.length : undefined)
  // What C# fills in may have quotes and brackets of its own.
  const body = prefix.includes('$') ? whole.replaceAll(/\{[^{}]*[^{}\w.][^{}]*\}/g, '{value}') : whole
  const isRaw = /r|@/i.test(prefix) || (quote === '`' && !body.includes('${'))
  const plain = prefix === '' && quote.length === 1 && closed
  const write = backslashed(quote)
  return { value: isRaw ? body : unescape(body), range: { start, end }, encode: plain ? write : () => undefined }
}

/** The dotted name at the end of some parts: `a.b::c`, with `new` where it stands before. */
export const nameOf = (parts: readonly Part[]): string => {
  let name = ''
  for (const part of parts.toReversed()) {
    if (part.kind === 'word') {
      if (/^\w/.test(name) && part.text !== 'new') break
      name = part.text === 'new' ? `new ${name}` : part.text + name
      if (part.text === 'new') break
    } else if (isSign(part, '.', '::', '->', '&', '?.', '\\')) {
      if (!isSign(part, '&')) name = (part as Token).text + name
    } else if (isBracket(part) && part.open === '(' && name.startsWith('.')) name = `()${name}`
    else break
  }
  return name.replace(/^\(\)\./, '.')
}

/** `:`, `=`, `=>`; between a string and its value also Kotlin's `to` and Scala's `->`. */
export const isPair = (part: Part, before: Part | undefined): boolean =>
  part.kind === 'sign'
    ? PAIRS.has(part.text) || (part.text === '->' && before?.kind === 'string')
    : part.kind === 'word' && part.text === 'to' && before?.kind === 'string'

/** From the first part’s beginning to the last one’s end. */
export const spanOf = (parts: readonly Part[]): Range => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 })

/** Words in which names and values of the same setting are written: `SslConfigs.SSL_KEY_PASSWORD_CONFIG`. */
export const constantName = (name: string): string => {
  const last = name.split(/[.:]+/).at(-1) ?? name
  return /^[A-Z][A-Z0-9_]+_CONFIG$/.test(last)
    ? last
        .slice(0, last === 'SASL_JAAS_CONFIG' ? undefined : -'_CONFIG'.length)
        .toLowerCase()
        .replaceAll('_', '.')
    : last
}

/** `ssl.truststore.location` of HOCON: a name of several words, none of them a type's or a constant's. */
export const dottedName = (parts: readonly Part[]): string | undefined =>
  parts.length > 2 &&
  parts.every((part) => (part.kind === 'word' ? /^[a-z][\w-]*$/.test(part.text) : isSign(part, '.')))
    ? nameOf(parts)
    : undefined

/** Statements stand in braces behind these; behind anything else, a map does. */
const BLOCKS =
  /^(?:if|for|while|switch|class|public|private|protected|internal|func|fn|fun|def|object|namespace|try|else|static|async|function|export|package|do|module|interface|impl|catch|finally|use|suspend|override|void|record|defmodule)$/

/** Whether a brace behind these parts opens statements, not a map. */
export const isBlock = (before: readonly Part[]): boolean => {
  const last = before.at(-1)
  if (isSign(last, '=>')) return true
  if (isBracket(last)) return last.open === '(' && !nameOf(before.slice(0, -1)).startsWith('new ')
  const [first] = before
  // `export default { … }`
  if (last?.kind === 'word' && last.text === 'default') return false
  return first?.kind === 'word' && BLOCKS.test(first.text) && !before.some((part) => isSign(part, '=', ':='))
}

/** `provider "postgresql"` before its block. */
export const blockName = ([first, ...others]: readonly Part[]): string =>
  first?.kind === 'word' && others.length > 0 && others.every((part) => part.kind === 'string')
    ? [first.text, ...others.map((part) => readString(part as Token).value)].join(' ')
    : ''

/** The value that an expression is: a text, joined texts, or the expression as it's written. */
export const literalIn = (parts: readonly Part[], text: string): Literal | undefined => {
  if (parts.length === 0) return undefined
  const [first] = parts
  if (parts.length === 1 && first?.kind === 'string') return readString(first)
  const range = spanOf(parts)
  const strings = parts.filter((part): part is Token => part.kind === 'string')
  // Joined strings: read as one, but not written anew.
  if (strings.length > 0 && parts.every((part) => part.kind === 'string' || isSign(part, '+', '.', '\\')))
    return { value: strings.map((part) => readString(part).value).join(''), range, encode: () => undefined }
  const isWord = parts.length === 1 && first?.kind === 'word'
  return {
    value: text.slice(range.start, Math.min(range.end, range.start + 300)),
    range,
    encode: (value) =>
      isWord && /^(?:true|false|True|False)$/.test(first.text) && /^(?:true|false)$/.test(value)
        ? /^[TF]/.test(first.text)
          ? value.charAt(0).toUpperCase() + value.slice(1)
          : value
        : undefined,
  }
}

/** `a, err := f()`: what is given goes to the first name. */
export const statementsIn = (items: readonly (readonly Part[])[]): (readonly Part[])[] =>
  items.flatMap((item, at) => {
    const [first, ...others] = items[at - 1] ?? []
    const isSecond =
      first?.kind === 'word' && others.length === 0 && item[0]?.kind === 'word' && isSign(item[1], ':=', '=')
    if (isSecond) return [[first, ...item.slice(1)]]
    const next = items[at + 1]
    const isFirst =
      item.length === 1 && item[0]?.kind === 'word' && next?.[0]?.kind === 'word' && isSign(next[1], ':=', '=')
    return isFirst ? [] : [item]
  })

/** The name in the brackets of `a["b"]`. */
export const keyIn = ({ items }: Bracket): string => {
  const only = items.length === 1 ? items[0] : undefined
  // Ruby's `:"a.b"`.
  const named = only?.filter((one) => !isSign(one, ':')) ?? []
  const [part] = named.length === 1 ? named : []
  if (part?.kind === 'string') return readString(part).value
  return only ? constantName(nameOf(only)) : ''
}

/** The name that a setter's first argument is. */
export const keyOf = (key: readonly Part[]): string =>
  key.length === 1 && key[0]?.kind === 'string' ? readString(key[0]).value : constantName(nameOf(key))

/** The first two words, as what a statement begins with. */
export const firstWords = ([one, two]: readonly Part[]) =>
  [one, two].map((part) => (part?.kind === 'word' ? part.text : '')).join(' ')
