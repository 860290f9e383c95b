/** Finds heredocs: texts inside another one, up to a word that ends them, in shells, Terraform and Ruby. */
import type { Range } from '../../../lib/ranges.ts'

/** `<<EOF`, `<<-'EOF'`, `<<~SQL`. */
const OPENING = /(?<![<\d])<<[-~]?[ \t]*(["']?)([A-Za-z_]\w{1,40})\1[^\n]*\n/g
/** A text has few of them. */
const MAX_HEREDOCS = 30

/** The text with blanks in place of those in it, and where these stand. */
export const withoutHeredocs = (text: string): { readonly rest: string; readonly inside: readonly Range[] } => {
  const inside: Range[] = []
  let rest = text
  let count = 0
  let last = 0
  for (const { 0: opening, 2: word = '', index } of text.matchAll(OPENING)) {
    if (++count > MAX_HEREDOCS) break
    const start = index + opening.length
    if (start <= last) continue
    const closing = new RegExp(`^[ \\t]*${word}(?=[ \\t;)\\],]*\\r?$)`, 'gm')
    closing.lastIndex = start
    const end = closing.exec(text)?.index
    if (end === undefined || text.slice(start, end).trim() === '') continue
    // What makes an image is no connection of its program.
    if (!/^[ \t]*RUN\b/.test(text.slice(text.lastIndexOf('\n', index) + 1, index))) inside.push({ start, end })
    last = end
    rest = rest.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + rest.slice(end)
  }
  return { rest, inside }
}
