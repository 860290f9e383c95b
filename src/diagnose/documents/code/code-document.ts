/** Code: which language, its tokens by that language's grammar, its maps, calls and assignments. */
import type { Parser } from '@lezer/common'

import { CHANGED, markChanged } from './changed-settings.ts'
import type { ParsedDocument } from '../document.ts'
import { namedValuesOf } from './named-values.ts'
import { handOver } from './passed-options.ts'
import { isTooDeep } from './nesting.ts'
import { followLater } from './set-later.ts'
import { statementsOf } from './statements.ts'
import { readStructure, type Structure } from './structure.ts'
import { leavesOf, lex, type CommentStyle, type Tokens } from './tokens.ts'

type Grammar = 'javascript' | 'python' | 'java' | 'go' | 'php' | 'rust'

/** Each grammar is a chunk of its own, loaded with the first text that may be in it. */
const GRAMMARS: Readonly<Record<Grammar, () => Promise<Parser>>> = {
  javascript: async () => (await import('@lezer/javascript')).parser.configure({ dialect: 'ts' }),
  python: async () => (await import('@lezer/python')).parser,
  java: async () => (await import('@lezer/java')).parser,
  go: async () => (await import('@lezer/go')).parser,
  php: async () => (await import('@lezer/php')).parser.configure({ top: 'Program' }),
  rust: async () => (await import('@lezer/rust')).parser,
}

/** What only, or mostly, one language writes; the first that fits is tried. */
const SIGNS: readonly (readonly [language: string, sign: RegExp])[] = [
  [
    'sql',
    /\bCREATE\s+(?:TABLE|CATALOG|SOURCE|SINK|CONNECTION|SERVER|SUBSCRIPTION)\b|\bWITH\s*\(\s*'|\bOPTIONS\s*\(\s*(?:DROP\s+\w|(?:(?:ADD|SET)\s+)?[\w"]+\s+')|\bdblink(?:_connect)?\s*\(|^\s*'[\w.-]+'\s*=\s*'[^'\n]*'\s*,?\s*$/im,
  ],
  ['perl', /\bDBI\s*->\s*connect|^\s*use\s+(?:strict|warnings|DBI|[A-Z]\w*(?:::\w+)+)\b[^;\n]*;|^\s*my\s+[$@%(]/m],
  [
    'php',
    /<\?php|^\s*\$\w+\s*=(?!\s*(?:\w+::)*[A-Z]\w*\.new\b)|new PDO\s*\(|\w+::\w+\s*=>|\benv\('|->\w+\(|^\s*'[\w.-]+'\s*=>/m,
  ],
  // Before C#, which has `var` as well.
  ['java', /\bnew\s+\w+<>\(|\b(?:Map|List|Set)\.of(?:Entries)?\(|\bnew\s+\w+\(\)\s*\.(?:set|with|add)[A-Z]\w*\(/],
  [
    'csharp',
    /\bvar\s+\w+\s*=\s*new\b|\busing\s+[A-Z][\w.]*;|\bnew\s+\w+(?:Config|Builder|Options)\s*(?:\(\s*\))?\s*\{|\b(?:SslMode|SecurityProtocol|SaslMechanism)\.[A-Z]\w+|\bawait using\b|\b\w+\.[A-Z]\w+\s*\+=|\bvar\s+\w+\s*=\s*[A-Z]\w*\.[A-Z]\w*\(|\bConfigurationOptions\b|\bUse(?:Npgsql|MySql|SqlServer)\(|\bUsingKafka\(|\bDim\s+\w+\s+As\b/,
  ],
  [
    'elixir',
    /(?<![^])(?![^]*(?:\brequire ['"]|\w::[A-Z]\w*\.new\b|\bdo \||\bSequel\.))[^]*?(?:\bconfig\s+:\w+|\bdo\s*$|\bend\s*$[\s\S]*\|>|:verify_(?:none|peer)\b|~[rcsp][["]|defmodule\b|\w+: :\w+|Postgrex|\bMyXQL\b|\bRedix\.|%\{|(?<!\w):brod\.|\bBroadway\w*\.)/m,
  ],
  ['kotlin', /\bval\s+\w+\s*(?::|=)|\bfun\s+\w+\(|\b(?:mapOf|hashMapOf|mutableMapOf)\(/],
  [
    'ruby',
    /\brequire\s+['"]|^\s*gitlab_rails\[|\.new\(\s*\w+:|\.new\([^\n]{0,300}, \w+: |OpenSSL::SSL|^\s*end\s*$|:(?:\w+|"[\w.-]+"|'[\w.-]+')\s*=>|\bRdkafka::|\b(?:PG|Sequel)\.connect\b/m,
  ],
  [
    'go',
    /:=|\bfunc\s+\w*\(|&?\w+\.(?:ConfigMap|Config|Dialer|Options)\{|\bsarama\.|\bpackage\s+\w+|InsecureSkipVerify|map\[string\]/,
  ],
  ['rust', /\blet\s+(?:mut\s+)?\w+\s*(?::[^=;]*)?=[^;]*;|\bfn\s+\w+\(|::new\(|\buse\s+\w+::|\.await\b|::\w+\(/],
  [
    'java',
    /\b(?:Properties|String|Map<|HashMap|final|public|private)\s+\w+|\bnew\s+(?:Properties|HashMap|Kafka\w*<)|\.(?:put|setProperty)\(\s*[\w"]|DriverManager\.|@\w+\(|^\s*[A-Z]\w*(?:\.[A-Z]\w*)?(?:<[\w<>, ]{1,60}>)?\s+\w+\s*=[^=].*[;({.)]\s*$|\.(?:set|with)VerifyPeer\(|\b[A-Z]\w*\.(?:b|newB)uilder\(\)/m,
  ],
  [
    'python',
    /^\s*(?:import|from)\s+[\w.]+(?:\s+import\b.*)?$|\b(?:True|False|None)\b|^\s*def\s+\w+\(|^\s*\w+\s*=\s*\w+(?:\.\w+)*\([^;]*\)\s*$|\w+\(\s*(?:\w+\s*=\s*[^=>]|\*\*)|^\s*\w+(?:\.\w+)*\([^()\n]*,\s*\w+=[^=>]|psycopg|create_(?:async_)?engine\(|^\s*\w+\s*=\s*[{[(]/m,
  ],
  [
    'javascript',
    /\b(?:const|let|var)\s+\w+\s*=|\brequire\(|\bimport\s+[\w{*]|=>|\bnew\s+\w+\(\s*\{|\bprocess\.env|\bawait\b|\w+\s*:\s*(?:true|false|\{|['"`])|\.(?:read|write)(?:Stream)?(?:\(\))?\s*\.(?:format|option)\(/,
  ],
]

const COMMENTS: Readonly<Record<string, CommentStyle>> = { elixir: 'hash', perl: 'hash', ruby: 'hash', blocks: 'both' }

/** Terraform, Prisma, HOCON and their like: blocks with names. No language of a client, whatever their lines look like. */
const BLOCKS =
  /^[ \t]*(?:input|output)[ \t]*\{\s*(?:#[^\n]*\n\s*)*\w+[ \t]*\{|^[ \t]*(?:(?:resource|provider|data|module|variable|output|terraform|backend)\b(?:[ \t]+"[^"\n]*"){0,2}|(?:datasource|generator)[ \t]+\w+|[a-z][\w-]*(?:\.[\w-]+)+)[ \t]*\{[ \t]*\r?$/m

/** The languages that a text may be, the likeliest first; none where nothing speaks for any. */
export const languagesOf = (text: string): string[] =>
  BLOCKS.test(text)
    ? ['blocks']
    : /^\s*<\?php\b/.test(text)
      ? ['php']
      : SIGNS.flatMap(([language, sign]) => (sign.test(text) ? [language] : []))

/** Whether a grammar reads a language, and so finds what is none of it; the small lexer takes anything. */
export const isGrammar = (language: string): language is Grammar => Object.hasOwn(GRAMMARS, language)

/** What makes entries of a map, cut out of their code, a whole text of the language. */
const WRAPS: Partial<Record<Grammar, readonly [before: string, after: string]>> = {
  php: ['[', '];'],
  javascript: ['({', '})'],
  python: ['{', '}'],
}

const UNREAD: Tokens = { tokens: [], errors: Number.POSITIVE_INFINITY }

/** A few long texts that are cut off make trees that nobody can walk, by a fault of the parser's own. */
const parsed = (parser: Parser, text: string): Tokens => {
  try {
    return leavesOf(parser.parse(text), text)
  } catch {
    return UNREAD
  }
}

/** Logstash needs nothing between its settings: `ssl => true hosts => […]`. */
const eachOnALine = (tokens: Tokens['tokens']): Tokens['tokens'] =>
  tokens.flatMap((token, index) =>
    token.kind === 'word' && tokens[index + 1]?.text === '=>'
      ? [{ kind: 'newline', start: token.start, end: token.start, text: '\n' }, token]
      : [token],
  )

const tokensOf = async (text: string, language: string): Promise<Tokens> => {
  if (!isGrammar(language)) {
    const found = lex(text, COMMENTS[language] ?? 'slashes')
    return language === 'blocks' ? { ...found, tokens: eachOnALine(found.tokens) } : found
  }
  if (isTooDeep(text)) return UNREAD
  const parser = await GRAMMARS[language]()
  // Of PHP, the grammar takes what stands between its tags.
  const found = parsed(
    parser,
    language === 'php' ? text.replaceAll(/<\?(?:php\b|=)|\?>/g, (tag) => ' '.repeat(tag.length)) : text,
  )
  const wrap = WRAPS[language]
  if (found.errors === 0 || !wrap) return found
  const [before, after] = wrap
  const wrapped = before + text + after
  const inside = parsed(parser, wrapped)
  if (inside.errors >= found.errors) return found
  const shift = before.length
  const tokens = inside.tokens
    .map((token) => ({ ...token, start: token.start - shift, end: token.end - shift }))
    .filter(({ start, end }) => start >= 0 && end <= text.length)
  return { tokens, errors: inside.errors }
}

/** More grammars than these are not tried. */
const MAX_LANGUAGES = 3

/** The first language whose grammar takes the text, or the one that refuses least of it. */
const bestOf = async (text: string, languages: readonly string[]) => {
  let best = { language: '', tokens: [] as Tokens['tokens'], errors: Number.POSITIVE_INFINITY }
  for (const language of languages.slice(0, MAX_LANGUAGES)) {
    // Where nothing but strings and comments is known, nothing is refused either: that is no sign.
    if (best.language !== '' && !isGrammar(language)) continue
    const found = { language, ...(await tokensOf(text, language)) }
    if (found.errors < best.errors) best = found
    if (best.errors === 0) break
  }
  return best
}

/** `new Client(config)`, `connect(**config)`: the call that takes what a variable holds, by the variable. */
export const takersOf = (words: string, language: string): ReadonlyMap<string, string> => {
  const call =
    language === 'javascript'
      ? /(?<![\w.]|\. )((?:new )?\w+(?: \. \w+){0,8}) \( (?:Object \. assign \( (?:\{ \} , )?(?=\w+ ,)|(?=(?:this \. )?\w+ \)))((?:this \. )?\w+)/g
      : language === 'python'
        ? /(?<![\w.]|\. )(\w+(?: \. \w+){0,8}) \( \* ?\* ((?:(?:self|cls) \. )?\w+) \)/g
        : undefined
  const calls = [...(call ? words.matchAll(call) : [])]
    .map(([, callee = '', name = '']): [string, string] => [name.replace(' . ', '.'), callee.replaceAll(' . ', '.')])
    .filter(([, callee]) => !/^(?:console|JSON|Object|log|logger)\.|^print$/.test(callee))
  // The last of a map counts: what makes a client before any other, then the first.
  const isNew = (callee: string) => Number(callee.startsWith('new '))
  return new Map(calls.toReversed().toSorted(([, one], [, other]) => isNew(one) - isNew(other)))
}

/** Packages of Python's drivers, whose functions are imported by many names. */
const DRIVERS = '(?:pymysql|aiomysql|asyncmy|MySQLdb|mysql \\. connector|psycopg2?|asyncpg)(?: \\. pool)?'
const IMPORTED = new RegExp(`\\bfrom (${DRIVERS}) import (?:\\( )?((?:\\w+(?: as \\w+)?(?: , )?){1,20})`, 'g')
const RENAMED = new RegExp(`\\bimport (${DRIVERS}) as (\\w+)`, 'g')

/** What such names stand for: `connect` for `pymysql.connect`, `pg` for `psycopg2`. */
const importsIn = (words: string): ReadonlyMap<string, string> => {
  const plain = (name: string) => name.replaceAll(' . ', '.')
  const imported = [...words.matchAll(IMPORTED)].flatMap(([, from = '', names = '']) =>
    names.split(' , ').map((one): [string, string] => {
      const [name = '', , other = name] = one.trim().split(' ')
      return [other, `${plain(from)}.${name}`]
    }),
  )
  return new Map([
    ...imported,
    ...[...words.matchAll(RENAMED)].map(([, from = '', name = '']) => [name, plain(from)] as const),
  ])
}

/** @param languages as `languagesOf` found them */
export const readCode = async (text: string, languages: readonly string[]): Promise<ParsedDocument> => {
  const { language, tokens, errors } = await bestOf(text, languages)
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'sign').map((token) => token.text)
  const structure = readStructure(tokens, text)
  const told = words.join(' ')
  const holders = takersOf(told, language)
  const imports = language === 'python' ? importsIn(told) : new Map<string, string>()
  const followed = followLater(structure, text, CHANGED)
  const left = tokens.filter(
    ({ start, kind }) => /word|sign/.test(kind) && !followed.some((range) => range.start <= start && start < range.end),
  )
  const unfollowed = followed.length === 0 ? told : left.map((token) => token.text).join(' ')
  const { groups, changed } = markChanged(structure, text, unfollowed, language)
  const mapped = new Set(
    groups
      .filter(({ settings, separator }) => separator === 'comma' && settings.length > 0)
      .map(({ holder }) => holder),
  )
  /** A call with nothing but such a map: it's judged there. */
  const isJudgedThere = ({ holder, settings, positional: [only, ...others] }: Structure['groups'][number]) => {
    const name = only?.value.replace(/^[*.]+ ?/, '') ?? ''
    return settings.length === 0 && others.length === 0 && mapped.has(name) && holders.get(name) === holder
  }
  for (const group of groups.filter((one) => isJudgedThere(one))) group.holder = ''
  // The group itself stays the one that its strings name.
  for (const group of groups) {
    const taker = group.separator === 'line' && changed.has(group.holder) ? undefined : holders.get(group.holder)
    const [holder = '', ...rest] = (taker ?? group.holder).split('.')
    group.holder = [imports.get(holder) ?? holder, ...rest].join('.')
  }
  if (language === 'javascript') handOver({ ...structure, groups })
  return {
    container: 'code',
    language,
    ...structure,
    groups: [...groups, ...namedValuesOf(groups)],
    words: told,
    ...(language === 'python' ? { statements: statementsOf(tokens, text) } : {}),
    errors,
  }
}
