/** YAML: maps and lists, with anchors, and what Compose and Kubernetes write in it. */
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document, type ParsedNode } from 'yaml'

import { looksLikeCommand } from '../shells/command-document.ts'
import { notShown, type Group, type Literal, type ParsedDocument, type Setting } from '../document.ts'

type Literals = { literal: Literal; name: string; group: Group | undefined }[]

const SAFE_YAML = /^[\w./~-][\w./:~@%?&=+,-]*$/
const YAML_WORD = /^(?:true|false|yes|no|on|off|null|~|[\d.+-]+)$/i

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)

const yamlLiteral = (node: ParsedNode, text: string): Literal | undefined => {
  // A template without quotes looks like a map in a map.
  if (isMap(node) && text.startsWith('{{', node.range[0])) return notShown(node.range)
  if (!isScalar(node)) return undefined
  const [start, end] = node.range
  const raw = text.slice(start, end)
  const quote = /^["']/.exec(raw)?.[0]
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' || raw.includes('\n')
  return {
    value: textOf(node.value),
    range: { start, end },
    encode: (value) => {
      if (isBlock || /["\\\n]/.test(value)) return undefined
      if (quote === "'") return value.includes("'") ? undefined : `'${value}'`
      if (quote === '"') return `"${value}"`
      if (/^(?:true|false)$/.test(value)) return value
      return SAFE_YAML.test(value) && !YAML_WORD.test(value) && !value.includes(': ') && !value.includes(' #')
        ? value
        : `"${value}"`
    },
  }
}

interface Found {
  readonly groups: Group[]
  readonly literals: Literals
  readonly resolve: (node: unknown) => ParsedNode | undefined
}

/** A variable that a container takes from whoever starts it: `- NAME` or `NAME:` below `environment`. */
const isPassedOn = (path: string) => /(?:^|\.)environment$/.test(path)

/** A few files of YAML make millions of names out of anchors; settings are never so many. */
const MAX_INHERITED = 1000
const isMerge = (key: unknown) => isScalar(key) && key.value === '<<'

/** What a map takes from others: `<<: *base`, `environment: *env`. Told, and not written anew. */
const inherit = (node: ParsedNode, place: ParsedNode, text: string, path: string, into: Setting[], found: Found) => {
  const settings: Setting[] = []
  yamlMap(node, text, path, settings, { ...found, groups: [], literals: [] })
  const own = new Set(into.map(({ name }) => name))
  const [start, end] = place.range
  for (const { name, literal } of settings.slice(0, MAX_INHERITED))
    if (!own.has(name) && into.length < MAX_INHERITED)
      into.push({
        name,
        literal: { value: literal.value, range: { start, end }, encode: () => undefined },
        nameRange: undefined,
        entry: { start, end },
        isInherited: true,
      })
}

/** The maps of `<<: *base`, `<<: [*a, *b]`: of a name that several have, the first counts. */
const inheritMerged = (value: ParsedNode, text: string, path: string, into: Setting[], found: Found) => {
  const sources = isSeq(value) ? value.items : [value]
  for (const source of sources) {
    const map = isAlias(source) ? found.resolve(source) : source
    if (map && isMap(map)) inherit(map, source, text, path, into, found)
  }
}

/** A map of names and values below `node`: nested maps are part of it, lists of maps are groups of their own. */
const yamlMap = (node: ParsedNode, text: string, path: string, into: Setting[], found: Found): void => {
  if (isMap(node)) {
    const merged: ParsedNode[] = []
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? textOf(pair.key.value) : ''
      const value = pair.value
      if (!value) continue
      if (isMerge(pair.key)) {
        merged.push(value)
        continue
      }
      const name = path === '' ? key : `${path}.${key}`
      const [start, end] = pair.key.range
      if (isAlias(value)) {
        const target = found.resolve(value)
        const told = target && yamlLiteral(target, text)
        const range = { start: value.range[0], end: value.range[1] }
        if (told)
          into.push({
            name,
            literal: { value: told.value, range, encode: () => undefined },
            nameRange: { start, end },
            entry: { start, end: range.end },
            isInherited: true,
          })
        else if (target) inherit(target, value, text, name, into, found)
        continue
      }
      const isFromOutside = isPassedOn(path) && isScalar(value) && value.value === null && /MODE|PROTOCOL/.test(key)
      const literal = isFromOutside ? notShown(pair.key.range) : yamlLiteral(value, text)
      if (literal) into.push({ name, literal, nameRange: { start, end }, entry: { start, end: literal.range.end } })
      else yamlMap(value, text, name, into, found)
    }
    for (const value of merged) inheritMerged(value, text, path, into, found)
  } else if (isSeq(node)) {
    for (const item of node.items as (ParsedNode | null)[]) {
      if (!item) continue
      const literal = yamlLiteral(item, text)
      if (literal) {
        found.literals.push({ literal, name: path, group: undefined })
        // `environment: [ - NAME=value ]` of compose files.
        const [, name, value] =
          (!looksLikeCommand(literal.value) && /^([A-Z][A-Z0-9_]{2,})=([\s\S]*)$/.exec(literal.value)) || []
        if (name !== undefined && value !== undefined) {
          const encode = (next: string) => literal.encode(`${name}=${next}`)
          into.push({
            name: path === '' ? name : `${path}.${name}`,
            literal: { ...literal, value, encode },
            nameRange: undefined,
            entry: literal.range,
          })
        } else if (isPassedOn(path) && /^[A-Z][A-Z0-9_]{2,}$/.test(literal.value))
          into.push({
            name: `${path}.${literal.value}`,
            literal: notShown([literal.range.start, literal.range.end]),
            nameRange: undefined,
            entry: literal.range,
          })
      } else {
        const settings = namedValues(item, text) ?? []
        if (settings.length > 0) into.push(...settings)
        else yamlGroup(item, text, path, found)
      }
    }
  }
}

/** `- name: NAME` with `value: …` below: an environment variable of Kubernetes. */
const namedValues = (item: ParsedNode, text: string): Setting[] | undefined => {
  if (!isMap(item)) return undefined
  const named = item.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'name')
  const valued = item.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'value')
  const name = named && isScalar(named.value) ? textOf(named.value.value) : undefined
  const isElsewhere = item.items.some((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === 'valueFrom')
  const shown = valued?.value && yamlLiteral(valued.value, text)
  const literal = shown ?? (isElsewhere ? notShown(item.range) : undefined)
  return name !== undefined && literal ? [{ name, literal, nameRange: undefined, entry: literal.range }] : undefined
}

const yamlGroup = (node: ParsedNode, text: string, holder: string, found: Found): void => {
  const settings: Setting[] = []
  yamlMap(node, text, '', settings, found)
  if (settings.length === 0) return
  const [start, end] = node.range
  const separator = isMap(node) && node.flow ? 'comma' : 'line'
  const group: Group = { holder, settings, positional: [], separator, range: { start, end } }
  found.groups.push(group)
  // What is inherited is judged where it stands.
  for (const { name, literal, isInherited } of settings)
    if (isInherited !== true) found.literals.push({ literal, name, group })
}

/** undefined for a text that is no YAML of maps. */
export const readYaml = (text: string): ParsedDocument | undefined => {
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })
  if (!Array.isArray(documents)) return undefined
  const groups: Group[] = []
  const literals: Literals = []
  let errors = 0
  for (const document of documents as Document.Parsed[]) {
    errors += document.errors.length
    const root = document.contents
    if (!root || !(isMap(root) || isSeq(root))) return undefined
    const resolve = (node: unknown) => (isAlias(node) ? (node.resolve(document) as ParsedNode | undefined) : undefined)
    yamlGroup(root, text, '', { groups, literals, resolve })
  }
  const found = { groups, literals }
  return {
    container: 'yaml',
    language: '',
    ...found,
    words: found.groups.flatMap(({ settings }) => settings.map(({ name }) => name)).join(' '),
    errors,
  }
}
