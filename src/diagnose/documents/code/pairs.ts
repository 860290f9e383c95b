/** Names beside their values: `a = b`, `a["b"]["c"] = d`, `Map.of("a", "b")`. */
import type { Setting } from '../document.ts'
import {
  isBracket,
  isPair,
  keyIn,
  keyOf,
  literalIn,
  nameOf,
  readString,
  spanOf,
  type Bracket,
  type Part,
} from './parts.ts'

/** Where a name of a pair ends: its separator's place; 0 or less where there is none. */
export const separatorIn = (parts: readonly Part[]) =>
  parts.findIndex((part, index) => index > 0 && isPair(part, parts[index - 1]))

/** `Map.of("a", "b", "c", "d")`: names and values by turns, of which each may be an expression. */
export const pairsOf = (items: readonly (readonly Part[])[], text: string): Setting[] =>
  items.length % 2 === 1
    ? []
    : items.flatMap((key, at) => {
        const literal = at % 2 === 0 ? literalIn(items[at + 1] ?? [], text) : undefined
        const name = keyOf(key)
        const entry = { start: spanOf(key).start, end: spanOf(items[at + 1] ?? []).end }
        return literal && name !== '' ? [{ name, literal, nameRange: spanOf(key), entry }] : []
      })

/** What an assignment sets, and on which object: `a.b = …`, `a["b"]["c"] = …`, `"b": …`. */
export const targetOf = (target: readonly Part[]) => {
  const key = target.at(-1)
  if (isBracket(key) && key.open === '[') {
    // All but the last are of the path.
    const indexes = target.slice(target.findLastIndex((part) => !isBracket(part) || part.open !== '[') + 1)
    const full = nameOf(target.slice(0, -indexes.length))
    return { name: indexes.map((part) => keyIn(part as Bracket)).join('.'), full, receiver: full, nameRange: undefined }
  }
  const full = nameOf(target)
  if (key?.kind === 'string') return { name: readString(key).value, full, receiver: '', nameRange: spanOf([key]) }
  const nameRange = key?.kind === 'word' && key.text === full ? spanOf([key]) : undefined
  return { name: full, full, receiver: /^\w+(?=[.:])/.exec(full)?.[0] ?? '', nameRange }
}

/** What may stand before a name that is declared with its type. */
const DECLARES =
  /^(?:const|let|mut|var|val|lateinit|final|static|readonly|public|private|protected|override|export|declare)$/

/** Whether it's a name that is declared with its type behind it: no keyword that begins a block. */
export const isDeclared = (parts: readonly Part[]): boolean => {
  const words = parts.map((part) => (part.kind === 'word' ? part.text : ''))
  const before = words.slice(0, -1)
  return (
    !/^(?:|else|try|finally|default|lambda|except)$/.test(words.at(-1) ?? '') &&
    before.every((word) => DECLARES.test(word))
  )
}
