/** Statements of Python in their order: which functions and conditions are around each. */
import type { Range } from '../../../lib/ranges.ts'
import type { Statement } from '../document.ts'
import type { Token } from './tokens.ts'

interface Block {
  readonly indent: number
  readonly start: number
  readonly kind: 'function' | 'condition' | 'loop' | 'class' | 'other'
  readonly name: string
}

const kindOf = (words: string): Block['kind'] | undefined => {
  if (/^(?:async )?def \w/.test(words)) return 'function'
  if (/^(?:if|elif|else|except|case)\b/.test(words)) return words.includes('__name__') ? 'other' : 'condition'
  if (/^(?:async )?for\b|^while\b/.test(words)) return 'loop'
  if (/^class \w/.test(words)) return 'class'
  return /^(?:with|async with|try|finally|match)\b/.test(words) ? 'other' : undefined
}

const indentOf = (text: string, at: number): number => {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return line.length - line.trimStart().length
}

/** @param tokens as the grammar has them, with the ends of lines */
export const statementsOf = (tokens: readonly Token[], text: string): Statement[] => {
  const statements: Statement[] = []
  let blocks: Block[] = []
  let own: Token[] = []
  let depth = 0
  const finish = () => {
    const [first] = own
    const last = own.at(-1)
    if (!first || !last) return
    const range: Range = { start: first.start, end: last.end }
    const indent = indentOf(text, first.start)
    blocks = blocks.filter((block) => block.indent < indent)
    const words = own.map((token) => token.text).join(' ')
    const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind)
    statements.push({
      words,
      range,
      functions: of('function').map(({ name, start }) => `${name}@${String(start)}`),
      conditions: of('condition').map(({ start }) => start),
      loops: of('loop').map(({ start }) => start),
      isOfClass: blocks.findLast(({ kind }) => kind === 'class' || kind === 'function')?.kind === 'class',
    })
    const kind = kindOf(words)
    if (kind) blocks.push({ indent, start: first.start, kind, name: /\bdef (\w+)/.exec(words)?.[1] ?? '' })
    own = []
  }
  for (const token of tokens) {
    if (token.kind === 'sign' && /^[([{]$/.test(token.text)) depth++
    if (token.kind === 'sign' && /^[)\]}]$/.test(token.text)) depth = Math.max(0, depth - 1)
    if (depth === 0 && (token.kind === 'newline' || token.text === ';')) finish()
    else if (token.kind !== 'newline') own.push(token)
  }
  finish()
  return statements
}
