/** Maps, calls and assignments out of the tokens of code, whatever the language: they all write them nearly alike. */
import { addressesIn, conditionOf, doubtOf, isShown, spreadIn } from './choices.ts'
import { CHAINED, receiverOf, SETTERS, withinChain } from './chains.ts'
import type { Group, Literal, Setting } from '../document.ts'
import {
  blockName,
  constantName,
  dottedName,
  firstWords,
  isBlock,
  isBracket,
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
import { isDeclared, pairsOf, separatorIn, targetOf } from './pairs.ts'
import { setOnObjects } from './set-on-objects.ts'
import type { Token } from './tokens.ts'

export interface Structure {
  readonly groups: (Omit<Group, 'holder' | 'note' | 'settings'> & {
    holder: string
    note?: string | undefined
    settings: readonly Setting[]
  })[]
  literals: { literal: Literal; name: string; group: Group | undefined }[]
}

interface Found {
  settings: Setting[]
  positional: Literal[]
  /** Why they aren't all that counts. */
  note?: string | undefined
}

/** What a statement of Python begins with whose own calls connect. */
const HEADS = /^(?:async )?(?:with|for|if|elif|while)\b/

/** What is read, and what was found so far. */
interface Reader {
  readonly text: string
  readonly structure: Structure
  readonly objects: ReturnType<typeof setOnObjects>
}

const hasString = (parts: readonly Part[]) => parts.some((part) => part.kind === 'string')
const hasBracket = (parts: readonly Part[]) => parts.some((part) => isBracket(part))

/** Addresses in an expression, with what leaves them open; whether there are any. */
const readChosen = ({ structure }: Reader, parts: readonly Part[], name: string): boolean => {
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
const readValue = (
  reader: Reader,
  parts: readonly Part[],
  path: string,
  into: Found | undefined,
  holder: string,
): void => {
  parts.forEach((part, index) => {
    if (!isBracket(part)) return
    const before = parts.slice(0, index)
    const called = nameOf(before) || blockName(before)
    // `dict(name=value)` of Python is a map.
    const isMap = called === 'dict' && part.items.every((item) => isSign(item[1], '='))
    const callee = isMap ? '' : called
    const nested = (part.open === '(' && !isMap) || callee !== '' ? undefined : into
    const note = doubtOf(parts, index, called, part)
    const known = nested?.settings.length
    readBracket(reader, part, callee === '' ? holder : callee, nested, nested ? path : '', before, note)
    const group = reader.structure.groups.at(-1)
    const made = nested ?? (callee === '' && group?.range.start === part.start ? group : undefined)
    if (made) made.note = note ?? made.note ?? conditionOf(parts, made.settings.slice(known))
  })
}

/** `name: value`, `name = value`, `"name" => value`: whether it was one. */
const readPair = (reader: Reader, parts: readonly Part[], found: Found, path: string): boolean => {
  const separator = separatorIn(parts)
  const key = separator > 0 ? parts.slice(0, separator) : []
  const last = key.at(-1)
  // `const x: Type = …`: what is given is behind the last sign.
  const value = separator > 0 ? parts.slice(separator + 1) : []
  const isKey = last?.kind === 'string' || last?.kind === 'word' || (isBracket(last) && last.open === '[')
  if (!isKey || value.length === 0) return false
  const name =
    last.kind === 'string'
      ? readString(last).value
      : isBracket(last)
        ? keyIn(last)
        : (dottedName(key) ?? constantName(last.text))
  const whole = path === '' ? name : `${path}.${name}`
  const literal = literalIn(value, reader.text)
  if (literal) {
    const nameRange = isBracket(last) ? undefined : spanOf([last])
    found.settings.push({ name: whole, literal, nameRange, entry: spanOf(parts) })
    if (!readChosen(reader, value, name) && hasString(value))
      reader.structure.literals.push({ literal, name, group: undefined })
  }
  readValue(reader, value, whole, found, name)
  return true
}

/** One item of a map, a list or the arguments of a call. */
const readEntry = (reader: Reader, parts: readonly Part[], found: Found, path: string, holder: string): void => {
  const [word, option] = parts
  // `OPTIONS (host 'h', sslmode 'require')` of SQL.
  if (holder === 'OPTIONS' && parts.length === 2 && word?.kind === 'word' && option?.kind === 'string') {
    found.settings.push({ name: word.text, literal: readString(option), nameRange: undefined, entry: spanOf(parts) })
    return
  }
  if (readPair(reader, parts, found, path)) return
  const literal = literalIn(parts, reader.text)
  const spread = spreadIn(parts)
  if (spread) {
    if (literal && !isShown(spread)) found.positional.push(literal)
    readValue(reader, spread, path, found, holder)
    return
  }
  const isText = !readChosen(reader, parts, '') && hasString(parts)
  if (literal && !hasBracket(parts) && (isText || parts.length <= 4)) found.positional.push(literal)
  if (literal && !hasBracket(parts) && isText) reader.structure.literals.push({ literal, name: '', group: undefined })
  readValue(reader, parts, path, found, holder)
}

/** `props.put("name", "value")`: a call that sets one thing on an object; whether it was one. */
const readSetter = ({ text, objects }: Reader, bracket: Bracket, holder: string, before: readonly Part[]): boolean => {
  const [key = [], value = []] = bracket.items
  const isNamed = separatorIn(key) > 0
  if (bracket.open !== '(' || !SETTERS.test(holder) || bracket.items.length !== 2 || isNamed) return false
  const literal = literalIn(value, text)
  const name = keyOf(key)
  const start = before[0]?.start ?? bracket.start
  const semicolon = text.charAt(bracket.end) === ';' ? 1 : 0
  if (literal && name !== '') {
    const entry = { start, end: bracket.end + semicolon }
    const { receiver, key: chain } = receiverOf(holder, start)
    objects.add(receiver, { name, literal, nameRange: spanOf(key), entry }, chain)
  }
  return true
}

const readBracket = (
  reader: Reader,
  bracket: Bracket,
  holder: string,
  into: Found | undefined,
  path: string,
  before: readonly Part[],
  note?: string,
): void => {
  const { structure, text } = reader
  const found: Found = into ?? { settings: [], positional: [], ...(note === undefined ? {} : { note }) }
  const firstLiteral = structure.literals.length
  if (bracket.open === '{' && !into && isBlock(before)) {
    for (const item of statementsIn(bracket.items)) readStatement(reader, item)
    return
  }
  for (const item of bracket.items) readEntry(reader, item, found, path, holder)
  if (into) return
  if (/(?:Map|ImmutableMap)\.of$/.test(holder)) found.settings = pairsOf(bracket.items, text)
  if (readSetter(reader, bracket, holder, before)) return
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

const readAssignment = (
  reader: Reader,
  parts: readonly Part[],
  target: readonly Part[],
  value: readonly Part[],
  isColon: boolean,
): void => {
  const { text, structure, objects } = reader
  const { name, full, receiver, nameRange } = targetOf(target)
  // What is set on a new object isn't set on the one that had its name.
  if (name === full && !value.some((part) => part.kind === 'word' && part.text === name)) objects.end(name)
  const literal = literalIn(value, text)
  if (literal && name !== '') {
    objects.add(receiver, { name, literal, nameRange, entry: spanOf(parts) })
    if (!readChosen(reader, value, name) && hasString(value) && !hasBracket(value))
      structure.literals.push({ literal, name, group: undefined })
  }
  // `with connect(…) as connection: …`
  const head = firstWords(target)
  if (isColon ? HEADS.test(head) : /^(?:async )?with\b/.test(head)) readValue(reader, target, '', undefined, '')
  readValue(reader, value, '', undefined, name)
}

const readStatement = (reader: Reader, parts: readonly Part[]): void => {
  const equals = separatorIn(parts)
  const assign = parts.findIndex((part, index) => index > equals && isSign(part, '='))
  const at = assign > 0 && isSign(parts[equals], ':') ? assign : equals
  const value = at > 0 ? parts.slice(at + 1) : []
  if (value.length > 0) {
    // `const name: Type = …`
    const named = parts.slice(0, equals)
    const target = at > equals && isDeclared(named) ? named : parts.slice(0, at)
    readAssignment(reader, parts, target, value, isSign(parts[at], ':'))
    return
  }
  const strings = parts.filter((part): part is Token => part.kind === 'string')
  for (const part of strings) reader.structure.literals.push({ literal: readString(part), name: '', group: undefined })
  readValue(reader, parts, '', undefined, '')
}

/** Groups of settings, and every string, in the order of the text but for objects: they come when they end. */
export const readStructure = (tokens: readonly Token[], text: string): Structure => {
  const structure: Structure = { groups: [], literals: [] }
  const objects = setOnObjects((group, key) => {
    structure.groups.push(group)
    if (key.startsWith(CHAINED)) structure.literals = withinChain(structure.literals, group)
  })
  for (const item of statementsIn(readItems(tokens, 0, 0, '').items))
    if (item.length > 0) readStatement({ text, structure, objects }, item)
  objects.endAll()
  return structure
}
