/** Code as tokens: strings, comments, names, signs. From a grammar where one fits, else from a small lexer. */
import type { Tree } from '@lezer/common'

export interface Token {
  readonly kind: 'string' | 'word' | 'sign' | 'newline'
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Tokens {
  readonly tokens: readonly Token[]
  /** Places that the grammar refuses. */
  readonly errors: number
}

const STRINGS = new Set([
  'String',
  'TemplateString',
  'StringLiteral',
  'TextBlock',
  'FormatString',
  'RawString',
  'Rune',
  'Heredoc',
  'CharacterLiteral',
  'Char',
])
const COMMENTS = /Comment$/
const SIGN = /^[^\w$@]+$/

/** Line ends between two places, outside of strings and comments. */
const newlines = (text: string, from: number, to: number): Token[] =>
  text.slice(from, to).includes('\n') ? [{ kind: 'newline', start: from, end: to, text: '\n' }] : []

/** The leaves of a grammar's tree. */
export const leavesOf = (tree: Tree, text: string): Tokens => {
  const tokens: Token[] = []
  let errors = 0
  let at = 0
  const add = (kind: Token['kind'] | undefined, from: number, to: number) => {
    if (from === to) return
    tokens.push(...newlines(text, at, from))
    const word = text.slice(from, to)
    tokens.push({ kind: kind ?? (SIGN.test(word) ? 'sign' : 'word'), start: from, end: to, text: word })
    at = to
  }
  // What is left before anything in it was entered holds nothing.
  let isLeaf = false
  tree.iterate({
    enter: ({ type, name, from, to }) => {
      if (type.isError) errors++
      const isString = STRINGS.has(name)
      if (isString) add('string', from, to)
      isLeaf = !isString && !COMMENTS.test(name)
      return isLeaf
    },
    leave: ({ from, to }) => {
      if (isLeaf) add(undefined, from, to)
      isLeaf = false
    },
  })
  return { tokens, errors }
}

/** `//` and `/*` where slashes make comments, `#` where that does. */
export type CommentStyle = 'slashes' | 'hash' | 'both'

const LEXEMES: Readonly<Record<CommentStyle, RegExp>> = (() => {
  const slashes = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`
  const hash = String.raw`#(?!\{)[^\n]*`
  const of = (comment: string) =>
    new RegExp(
      String.raw`(${comment})|("""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|\$@?"(?:\\[\s\S]|\{[^{}\n]*\}|[^"\\\n{])*"|[@$]{0,2}"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|` +
        '`[^`]*`?)' +
        String.raw`|([\w$@][\w$]*[?!]?)|(=>|:=|::|->|\|>|[^\s\w])|(\s+)`,
      'g',
    )
  return { slashes: of(slashes), hash: of(hash), both: of(`${slashes}|${hash}`) }
})()

/** Tokens of a language without a grammar here. */
export const lex = (text: string, comments: CommentStyle): Tokens => {
  const tokens: Token[] = []
  for (const { 0: whole, 2: string, 3: word, 4: sign, index } of text.matchAll(LEXEMES[comments])) {
    const place = { start: index, end: index + whole.length, text: whole }
    if (string !== undefined) tokens.push({ kind: 'string', ...place })
    else if (word !== undefined) tokens.push({ kind: 'word', ...place })
    else if (sign !== undefined) tokens.push({ kind: 'sign', ...place })
    else if (whole.includes('\n')) tokens.push({ kind: 'newline', ...place })
  }
  return { tokens, errors: 0 }
}
