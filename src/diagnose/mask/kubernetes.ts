/** Secrets of Kubernetes: whatever their entries are called, their values are secret. */
import type { Range } from '../../lib/ranges.ts'

const IS_SECRET = /["']?\bkind["']?[ \t]*:[ \t]*["']?Secret\b|\bstringData["']?[ \t]*:/
/** What nobody keeps secret, in plain: addresses, ports, modes. A login in a URI is looked for apart. */
const HARMLESS =
  /^["']?(?:\d{1,5}|[a-z][a-z0-9+.-]*:\/\/\S*|(?=\S*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?|localhost|postgres|defaultdb|avnadmin|default|true|false|disable|allow|prefer|require|required|verify[-_](?:ca|full|identity)|SSL|SASL_SSL|PLAINTEXT|SCRAM-SHA-\d+|-----BEGIN CERTIFICATE-----.*)["']?$/i
const BLOCK = /^[|>][-+\d]{0,3}$/

const inYaml = (text: string, from: number): Range[] => {
  const found: Range[] = []
  /** How far in `data:` or `stringData:` stands. */
  let section: { readonly column: number; readonly isPlain: boolean } | undefined
  let block: number | undefined
  let at = from
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    const column = line.search(/\S/)
    if (column === -1) continue
    if (block !== undefined && column > block) {
      found.push({ start: start + column, end: start + line.length })
      continue
    }
    block = undefined
    const opened = /^\s*["']?(data|stringData)["']?:[ \t\r]*$/.exec(line)
    if (opened) section = { column, isPlain: opened[1] === 'stringData' }
    else if (section && column <= section.column) section = undefined
    else if (section) {
      const [head = '', value = ''] = /^\s*["']?[\w.-]{1,200}["']?:[ \t]+(.*\S)/.exec(line) ?? []
      if (BLOCK.test(value)) block = column
      else if (value !== '' && !(section.isPlain && HARMLESS.test(value)))
        found.push({ start: start + head.length - value.length, end: start + head.length })
    }
  }
  return found
}

const MAP = /"(data|stringData)"\s*:\s*\{((?:"(?:\\.|[^"\\])*"|[^{}"]){0,5000})\}/dg
const ENTRY = /"[\w.-]{1,200}"\s*:\s*"((?:\\.|[^"\\])*)"/dg

const inJson = (text: string, from: number): Range[] =>
  [...text.matchAll(MAP)].flatMap(({ 1: name, 2: entries = '', indices }) => {
    const start = from + (indices?.[2]?.[0] ?? 0)
    return [...entries.matchAll(ENTRY)].flatMap(({ 1: value = '', indices: places }) => {
      const place = places?.[1]
      return !place || (name === 'stringData' && HARMLESS.test(value))
        ? []
        : [{ start: start + place[0], end: start + place[1] }]
    })
  })

/** Where values of Kubernetes' secrets stand; each document of a file is read alone. */
export const kubernetesRanges = (text: string): Range[] => {
  if (!IS_SECRET.test(text)) return []
  const found: Range[] = []
  let at = 0
  for (const part of text.split(/^(?=---)/m)) {
    if (IS_SECRET.test(part)) found.push(...inYaml(part, at), ...inJson(part, at))
    at += part.length
  }
  return found
}
