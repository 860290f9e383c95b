/** JSON, with comments and trailing commas too. */
import { findNodeAtLocation, getNodeValue, parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser'

import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'

const jsonLiteral = (node: JsonNode): Literal | undefined => {
  if (node.type === 'object' || node.type === 'array' || node.type === 'property') return undefined
  const isText = node.type === 'string'
  return {
    value: String(getNodeValue(node)),
    range: { start: node.offset, end: node.offset + node.length },
    encode: (value) => (!isText && /^(?:true|false)$/.test(value) ? value : JSON.stringify(value)),
  }
}

interface FoundInJson {
  readonly groups: Group[]
  readonly literals: ParsedDocument['literals'][number][]
}

const jsonMap = (node: JsonNode, path: string, into: Setting[], found: FoundInJson): void => {
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child]
    if (!value) continue
    const own = key ? String(getNodeValue(key)) : ''
    const name = key ? (path === '' ? own : `${path}.${own}`) : path
    const literal = jsonLiteral(value)
    if (literal && key)
      into.push({
        name,
        literal,
        nameRange: { start: key.offset, end: key.offset + key.length },
        entry: { start: child.offset, end: child.offset + child.length },
      })
    else if (literal) found.literals.push({ literal, name, group: undefined })
    else if (!key && node.type === 'array' && named(value)) into.push(...namedValue(value, path))
    else if (key) jsonMap(value, name, into, found)
    else jsonGroup(value, name, found)
  }
}

const textIn = (node: JsonNode, name: string): JsonNode | undefined => {
  const value = findNodeAtLocation(node, [name])
  return value?.type === 'string' ? value : undefined
}
/** `{"name": "PGSSLMODE", "value": "require"}`: a variable of a container. */
const named = (node: JsonNode): boolean =>
  /^[A-Z][A-Z0-9_]{2,}$/.test(String(textIn(node, 'name')?.value)) && textIn(node, 'value') !== undefined
const namedValue = (node: JsonNode, path: string): Setting[] => {
  const [name, value] = [textIn(node, 'name'), textIn(node, 'value')]
  const literal = value && jsonLiteral(value)
  if (!name || !literal) return []
  const entry = { start: node.offset, end: node.offset + node.length }
  return [{ name: `${path}.${String(name.value)}`, literal, nameRange: undefined, entry }]
}

const jsonGroup = (node: JsonNode, holder: string, found: FoundInJson): void => {
  const settings: Setting[] = []
  jsonMap(node, '', settings, found)
  if (settings.length === 0) return
  const group: Group = {
    holder,
    settings,
    positional: [],
    separator: 'comma',
    range: { start: node.offset, end: node.offset + node.length },
  }
  found.groups.push(group)
  for (const { name, literal } of settings) found.literals.push({ literal, name, group })
}

/** undefined for a text that is neither JSON nor JSON with comments. */
export const readJson = (text: string): ParsedDocument | undefined => {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (!root || errors.length > 0 || (root.type !== 'object' && root.type !== 'array')) return undefined
  const found: FoundInJson = { groups: [], literals: [] }
  jsonGroup(root, '', found)
  // A trailing comma is an error of strict JSON: a correction must not bring one in.
  const strict: ParseError[] = []
  parseTree(text, strict)
  return {
    container: 'json',
    language: '',
    ...found,
    words: found.groups.flatMap(({ settings }) => settings.map(({ name }) => name)).join(' '),
    errors: strict.length,
  }
}
