/** Fluentd's files: sections in angle brackets, one in another, and in each line a name, blanks and a value. */
import type { ParsedDocument } from '../document.ts'
import { sectionsDocument, type Section } from './sections.ts'

const OPENS = /^[ \t]*<(\w+)(?:[ \t][^>\n]*)?>[ \t]*\r?$/
const CLOSES = /^[ \t]*<\/\w+>[ \t]*\r?$/
const ENTRY = /^([ \t]*)(@?[A-Za-z][\w.]*)([ \t]+)(\S[^\n]*)$/
const ROOT = /^[ \t]*<(?:match|source)(?:[ \t][^>\n]*)?>[ \t]*\r?$/m
const TYPE = /^[ \t]*@?type[ \t]+["']?\w+["']?[ \t]*\r?$/m

/** Whether a text is such a file: markup has no lines `@type name`. */
export const looksLikeFluentd = (text: string): boolean => ROOT.test(text) && TYPE.test(text)

/** A value without its quotes. */
const valueOf = (rest: string) => rest.trimEnd().replace(/^(["'])(.*)\1$/, '$2')

export const readFluentd = (text: string): ParsedDocument => {
  const sections: Section[] = []
  const open: Section[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const holder = OPENS.exec(line)?.[1]
    const current = open.at(-1)
    const [, before = '', name = '', gap = '', rest = ''] = ENTRY.exec(line) ?? []
    if (holder !== undefined) {
      const section = { holder, settings: [], start: at, end: at + line.length }
      sections.push(section)
      open.push(section)
    } else if (CLOSES.test(line)) open.pop()
    else if (name !== '' && current) {
      const start = at + before.length
      const from = start + name.length + gap.length
      const range = { start: from, end: from + rest.trimEnd().length }
      const literal = { value: valueOf(rest), range, encode: () => undefined }
      current.settings.push({
        name,
        literal,
        nameRange: { start, end: start + name.length },
        entry: { start, end: range.end },
      })
      current.end = range.end
    }
    at += line.length + 1
  }
  return sectionsDocument(sections)
}
