/** XML: elements and attributes that give names their values. */
import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const fromXml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
const toXml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char] ?? ''};`)

const xmlLiteral = (raw: string, start: number): Literal => {
  const value = raw.trim()
  const from = start + raw.indexOf(value)
  return { value: fromXml(value), range: { start: from, end: from + value.length }, encode: toXml }
}

/** Elements with text in them, and `<property name="…" value="…"/>`; undefined for what is no XML. */
export const readXml = (text: string): ParsedDocument | undefined => {
  const plain = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length))
  if (!/^\s*<[\w?!]/.test(plain) || !/<\/[\w:-]+>|\/>/.test(plain)) return undefined
  const settings: Setting[] = []
  const add = (name: string, raw: string, start: number) => {
    const literal = xmlLiteral(raw, start)
    settings.push({ name, literal, nameRange: undefined, entry: literal.range })
  }
  for (const match of plain.matchAll(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>([^<]*)/g)) {
    const [whole, tag = '', attributes = '', closed, content = ''] = match
    const values = new Map<string, { raw: string; start: number }>()
    for (const attribute of attributes.matchAll(/([\w:.-]+)\s*=\s*(["'])([\s\S]*?)\2/g)) {
      const raw = attribute[3] ?? ''
      values.set(attribute[1] ?? '', {
        raw,
        start: match.index + 1 + tag.length + attribute.index + attribute[0].length - 1 - raw.length,
      })
    }
    const name = values.get('name')?.raw ?? values.get('key')?.raw
    const value = values.get('value')
    if (name !== undefined && value) add(name, value.raw, value.start)
    else for (const [key, { raw, start }] of values) if (key !== 'name') add(key, raw, start)
    // `<name></name>` gives it an empty value; an element that holds others gives it none.
    const isEmpty = content === '' && plain.startsWith(`</${tag}>`, match.index + whole.length)
    // `<producerConfig>security.protocol=SSL</producerConfig>` of an appender.
    const [given = '', own] = (tag.endsWith('Config') && /^\s*([a-z][\w-]*(?:\.[\w-]+)+)=/.exec(content)) || []
    if (own !== undefined)
      add(own, content.slice(given.length), match.index + whole.length - content.length + given.length)
    else if (closed === '' && (content.trim() !== '' || isEmpty))
      add(name ?? tag, content, match.index + whole.length - content.length)
  }
  if (settings.length === 0) return undefined
  const group: Group = {
    holder: 'xml',
    settings,
    positional: [],
    separator: 'line',
    range: { start: 0, end: text.length },
  }
  return {
    container: 'xml',
    language: '',
    groups: [group],
    literals: settings.map(({ name, literal }) => ({ literal, name, group })),
    words: settings.map(({ name }) => name).join(' '),
    errors: 0,
  }
}
