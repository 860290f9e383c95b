/** Maps, calls and assignments out of the tokens of code, whatever the language: they all write them nearly alike. */
import { addressesIn, CHOSEN, COPIED, isDefault, isMadeOver } from './choices.ts'
import { CHAINED, receiverOf, SETTERS, withinChain } from './chains.ts'
import type { Group, Literal, Setting } from '../document.ts'
import {
  blockName,
  constantName,
  dottedName,
  isBlock,
  isBracket,
  isPair,
  isSign,
  keyIn,
  keyOf,
  literalIn,
  nameOf,
  readItems,
  readString,
  spanOf,
  statementsIn,
  type Bracket,
  type Part,
} from './parts.ts'
import { setOnObjects } from './set-on-objects.ts'
import type { Token } from './tokens.ts'

export interface Structure {
  readonly groups: (Omit<Group, 'holder' | 'note' | 'settings'> & {
    holder: string
    note?: string
    settings: readonly Setting[]
  })[]
  literals: { literal: Literal; name: string; group: Group | undefined }[]
}

interface Found {
  settings: Setting[]
  positional: Literal[]
  /** Why they aren't all that counts. */
  note?: string
}

/** What a statement of Python begins with whose own calls connect. */
const HEADS = /^(?:async )?(?:with|for|if|elif|while)\b/
const wordsOf = (parts: readonly Part[]) =>
  parts
    .slice(0, 2)
    .map((part) => (part.kind === 'word' ? part.text : ''))
    .join(' ')

export const readStructure = (tokens: readonly Token[], text: string): Structure => {
  const structure: Structure = { groups: [], literals: [] }
  const objects = setOnObjects((group, key) => {
    structure.groups.push(group)
    if (key.startsWith(CHAINED)) structure.literals = withinChain(structure.literals, group)
  })

  const literalOf = (parts: readonly Part[]) => literalIn(parts, text)

  /** Addresses in an expression, with what leaves them open; whether there are any. */
  const readChosen = (parts: readonly Part[], name: string): boolean => {
    const chosen = addressesIn(parts)
    for (const part of chosen?.strings ?? [])
      structure.literals.push({ literal: readString(part), name, group: undefined })
    if (chosen?.note !== undefined)
      structure.groups.push({
        holder: '',
        settings: [],
        positional: [],
        separator: 'comma',
        range: spanOf(parts),
        note: chosen.note,
      })
    return chosen !== undefined
  }

  /** Everything that one value holds: nested maps go into `into` under `path`, calls and lists are groups of their own. */
  const readValue = (parts: readonly Part[], path: string, into: Found | undefined, holder: string) => {
    parts.forEach((part, index) => {
      if (!isBracket(part)) return
      const called = nameOf(parts.slice(0, index)) || blockName(parts.slice(0, index))
      // `dict(name=value)` of Python is a map.
      const isMap = called === 'dict' && part.items.every((item) => isSign(item[1], '='))
      const callee = isMap ? '' : called
      const nested = (part.open === '(' && !isMap) || callee !== '' ? undefined : into
      const note = isMadeOver(parts, index) ? COPIED : isDefault(called, part) ? CHOSEN : undefined
      if (nested && note !== undefined) nested.note = note
      readBracket(part, callee === '' ? holder : callee, nested, nested ? path : '', parts.slice(0, index), note)
    })
  }

  const readEntry = (parts: readonly Part[], found: Found, path: string, holder: string) => {
    const [word, option] = parts
    // `OPTIONS (host 'h', sslmode 'require')` of SQL.
    if (holder === 'OPTIONS' && parts.length === 2 && word?.kind === 'word' && option?.kind === 'string') {
      const literal = readString(option)
      found.settings.push({ name: word.text, literal, nameRange: undefined, entry: spanOf(parts) })
      return
    }
    const separator = parts.findIndex((part, index) => index > 0 && isPair(part, parts[index - 1]))
    const key = separator > 0 ? parts.slice(0, separator) : []
    const lastKey = key.at(-1)
    const value = separator > 0 ? parts.slice(separator + 1) : parts
    // `const x: Type = …`: what is given is behind the last sign.
    const isKey = lastKey?.kind === 'string' || lastKey?.kind === 'word' || (isBracket(lastKey) && lastKey.open === '[')
    if (separator > 0 && isKey && value.length > 0) {
      const name =
        lastKey.kind === 'string'
          ? readString(lastKey).value
          : isBracket(lastKey)
            ? keyIn(lastKey)
            : (dottedName(key) ?? constantName(lastKey.text))
      const whole = path === '' ? name : `${path}.${name}`
      const literal = literalOf(value)
      const holds = value.some((part) => isBracket(part))
      if (literal) {
        found.settings.push({
          name: whole,
          literal,
          nameRange: isBracket(lastKey) ? undefined : spanOf([lastKey]),
          entry: spanOf(parts),
        })
        if (!readChosen(value, name) && value.some((part) => part.kind === 'string'))
          structure.literals.push({ literal, name, group: undefined })
      }
      if (holds) readValue(value, whole, found, name)
      return
    }
    const literal = literalOf(parts)
    const isChosen = readChosen(parts, '')
    const strings = !isChosen && parts.some((part) => part.kind === 'string')
    if (literal && strings && !parts.some((part) => isBracket(part))) {
      found.positional.push(literal)
      structure.literals.push({ literal, name: '', group: undefined })
    } else if (literal && parts.length <= 4 && !parts.some((part) => isBracket(part))) found.positional.push(literal)
    readValue(parts, path, found, holder)
  }

  const readBracket = (
    bracket: Bracket,
    holder: string,
    into: Found | undefined,
    path: string,
    before: readonly Part[],
    note?: string,
  ) => {
    const found: Found = into ?? { settings: [], positional: [], ...(note === undefined ? {} : { note }) }
    const firstLiteral = structure.literals.length
    if (bracket.open === '{' && !into && isBlock(before)) {
      for (const item of statementsIn(bracket.items)) readStatement(item)
      return
    }
    for (const item of bracket.items) readEntry(item, found, path, holder)
    if (into) return
    if (/(?:Map|ImmutableMap)\.of$/.test(holder)) found.settings = pairsOf(bracket.items)
    const [key = [], value = []] = bracket.items
    const isNamed = key.some((part, index) => index > 0 && isPair(part, key[index - 1]))
    if (bracket.open === '(' && SETTERS.test(holder) && bracket.items.length === 2 && !isNamed) {
      const literal = literalOf(value)
      const name = keyOf(key)
      const start = before[0]?.start ?? bracket.start
      const semicolon = text.charAt(bracket.end) === ';' ? 1 : 0
      if (literal && name !== '') {
        const entry = { start, end: bracket.end + semicolon }
        const { receiver, key: chain } = receiverOf(holder, start)
        objects.add(receiver, { name, literal, nameRange: spanOf(key), entry }, chain)
      }
      return
    }
    if (found.settings.length === 0 && found.positional.length === 0) return
    const group = {
      holder,
      settings: found.settings,
      positional: found.positional,
      separator: 'comma' as const,
      range: { start: bracket.start, end: bracket.end },
      ...(found.note === undefined ? {} : { note: found.note }),
    }
    structure.groups.push(group)
    for (const [index, entry] of structure.literals.slice(firstLiteral).entries())
      if (!entry.group) structure.literals[firstLiteral + index] = { ...entry, group }
  }

  /** `Map.of("a", "b", "c", "d")`: names and values by turns, of which each may be an expression. */
  const pairsOf = (items: readonly (readonly Part[])[]): Setting[] =>
    items.length % 2 === 1
      ? []
      : items.flatMap((key, at) => {
          const literal = at % 2 === 0 ? literalOf(items[at + 1] ?? []) : undefined
          const name = keyOf(key)
          const entry = { start: spanOf(key).start, end: spanOf(items[at + 1] ?? []).end }
          return literal && name !== '' ? [{ name, literal, nameRange: spanOf(key), entry }] : []
        })

  const readStatement = (parts: readonly Part[]) => {
    const equals = parts.findIndex((part, index) => index > 0 && isPair(part, parts[index - 1]))
    const assign = parts.findIndex((part, index) => index > equals && isSign(part, '='))
    const at = assign > 0 && isSign(parts[equals], ':') ? assign : equals
    const value = at > 0 ? parts.slice(at + 1) : []
    if (at > 0 && value.length > 0) {
      const target = parts.slice(0, at)
      const key = target.at(-1)
      const isIndexed = isBracket(key) && key.open === '['
      // `a["b"]["c"]`: all but the last are of the path.
      const indexes = target.slice(target.findLastIndex((part) => !isBracket(part) || part.open !== '[') + 1)
      const full = isIndexed ? nameOf(target.slice(0, -indexes.length)) : nameOf(target)
      const isText = key?.kind === 'string'
      const name = isIndexed
        ? indexes.map((part) => keyIn(part as Bracket)).join('.')
        : isText
          ? readString(key).value
          : full
      const literal = literalOf(value)
      // What is set on a new object isn't set on the one that had its name.
      if (name === full && !value.some((part) => part.kind === 'word' && part.text === name)) objects.end(name)
      if (literal && name !== '') {
        const receiver = isIndexed ? full : isText ? '' : (/^\w+(?=[.:])/.exec(full)?.[0] ?? '')
        const nameRange = isText || (key?.kind === 'word' && key.text === full) ? spanOf([key]) : undefined
        objects.add(receiver, { name, literal, nameRange, entry: spanOf(parts) })
        if (
          !readChosen(value, name) &&
          value.some((part) => part.kind === 'string') &&
          !value.some((part) => isBracket(part))
        )
          structure.literals.push({ literal, name, group: undefined })
      }
      // `with connect(…) as connection: …`
      const head = wordsOf(target)
      if (isSign(parts[at], ':') ? HEADS.test(head) : /^(?:async )?with\b/.test(head))
        readValue(target, '', undefined, '')
      readValue(value, '', undefined, name)
      return
    }
    const strings = parts.filter((part): part is Token => part.kind === 'string')
    for (const part of strings) structure.literals.push({ literal: readString(part), name: '', group: undefined })
    readValue(parts, '', undefined, '')
  }

  for (const item of statementsIn(readItems(tokens, 0, 0, '').items)) if (item.length > 0) readStatement(item)
  objects.endAll()
  return structure
}
