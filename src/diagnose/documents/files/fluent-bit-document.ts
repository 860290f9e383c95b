/** Fluent Bit's classic files: sections in brackets, and in each line a name, blanks and a value. */
import type { ParsedDocument } from '../document.ts'
import { sectionsDocument, type Section } from './sections.ts'

const SECTION = /^[ \t]*\[(SERVICE|INPUT|FILTER|OUTPUT|PARSER|MULTILINE_PARSER)\][ \t]*\r?$/i
const ENTRY = /^([ \t]*)([A-Za-z][\w.]*)([ \t]+)(\S[^\n]*)$/

export const looksLikeFluentBit = (text: string): boolean =>
  text.split('\n').some((line) => SECTION.test(line)) &&
  text.split('\n').every((line) => SECTION.test(line) || ENTRY.test(line) || /^[ \t]*(?:[#@].*)?\r?$/.test(line))

/** Each section is a group. */
export const readFluentBit = (text: string): ParsedDocument => {
  const sections: Section[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const section = SECTION.exec(line)?.[1]?.toUpperCase()
    const [, before = '', name = '', gap = '', rest = ''] = ENTRY.exec(line) ?? []
    const value = rest.trimEnd()
    const current = sections.at(-1)
    if (section !== undefined) sections.push({ holder: section, settings: [], start: at, end: at + line.length })
    else if (name !== '' && current) {
      const start = at + before.length
      const from = start + name.length + gap.length
      const range = { start: from, end: from + value.length }
      const encode = (next: string) => (/^\S[^\n]*$/.test(next) && !next.includes('$') ? next : undefined)
      const nameRange = { start, end: start + name.length }
      current.settings.push({ name, literal: { value, range, encode }, nameRange, entry: { start, end: range.end } })
      current.end = range.end
    }
    at += line.length + 1
  }
  return sectionsDocument(sections)
}
