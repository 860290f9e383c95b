/** SSLContexts of Python, followed from statement to statement, and what asyncpg makes of its argument `ssl`. */
import type { Literal, ParsedDocument, Statement } from '../../documents/document.ts'
import { byCaFile } from '../ca-file.ts'
import { PG } from '../postgresql/postgresql.ts'
import { truth, type Judged } from '../verdict.ts'

const UNVERIFIED: Judged = ['none', 'The SSLContext verifies nothing: any server is accepted.']
const ANY_NAME: Judged = [
  'chain',
  'The SSLContext doesn’t check the host name: any server signed by the same CA is accepted.',
]
const REFUSED: Judged = [
  'fails',
  'Python raises a ValueError: with check_hostname on, verify_mode can’t be CERT_NONE. Name the CA file instead.',
]
const NO_CA: Judged = ['fails', 'This SSLContext trusts no CA at all: it rejects every server. Load ca.pem into it.']
const OPEN: Judged = [
  'depends',
  'It depends on the SSLContext: ssl.create_default_context(cafile="ca.pem") verifies CA and host name.',
]
const CHANGED: Judged = ['depends', 'The code changes what the SSLContext checks on a condition, or in another place.']

/** What a context verifies; `trusts` is the file, `public` or nothing. */
interface Context {
  readonly checksName: boolean
  readonly verifies: boolean
  readonly trusts: string | undefined
  readonly isRefused?: boolean
}

/** Arguments that leave open what it trusts, or whether it has a file. */
const OPEN_ARGUMENT = /\bcapath\b|\*|CLIENT_AUTH|getenv|environ|\bNone\b|\bif\b|\bor\b/
const PUBLIC = 'public'
/** A file that a variable names, or the CA itself. */
const ELSEWHERE = 'elsewhere'

const fileOf = (given: string, isFirst: boolean): string | undefined => {
  const named = /\bcafile\s*=\s*(?:["']([^"']*)["']|([^,]*))/.exec(given)
  if (named) return (named[1] ?? named[2])?.trim()
  if (/\bcadata\s*=/.test(given)) return ELSEWHERE
  const [first = ''] = given.split(',')
  return isFirst && first.trim() !== '' && !first.includes('=') ? first.trim().replace(/^["']|["']$/g, '') : undefined
}

/** The context that a call makes; undefined for another call, or one that doesn't say what it trusts. */
const made = (call: string): Context | undefined => {
  const [, maker = '', given = ''] = /^(?:\w+\s*\.\s*)*(\w+)\s*\(([^]*)\)$/.exec(call.trim()) ?? []
  if (maker === '_create_unverified_context') return { checksName: false, verifies: false, trusts: undefined }
  if (maker === 'SSLContext' && !/,|SERVER\b/.test(given)) {
    const isClient = /\bPROTOCOL_TLS_CLIENT\b/.test(given)
    return /^\s*$|\bPROTOCOL_/.test(given) ? { checksName: isClient, verifies: isClient, trusts: undefined } : undefined
  }
  if (!/^create_(?:default|ssl|urllib3)_context$/.test(maker) || OPEN_ARGUMENT.test(given)) return undefined
  const file = fileOf(given, false)
  if (maker === 'create_urllib3_context') return undefined
  // What `purpose` is given may stand first.
  return { checksName: true, verifies: true, trusts: file ?? PUBLIC }
}

const judgedOf = ({ checksName, verifies, trusts, isRefused }: Context): Judged => {
  if (isRefused) return REFUSED
  if (!verifies) return UNVERIFIED
  if (trusts === undefined) return NO_CA
  if (!checksName) return trusts === PUBLIC ? ANY_NAME : byCaFile(ANY_NAME, new Map([['ca', trusts]]))
  return trusts === PUBLIC
    ? ['public', 'Without cafile the SSLContext trusts only the system’s public CAs.']
    : byCaFile(['full', 'The SSLContext verifies the CA and the host name.'], new Map([['ca', trusts]]))
}

/** What may be done with a context without changing what it verifies. */
const KEEPS =
  /^(?:load_cert_chain|minimum_version|maximum_version|set_ciphers|set_alpn_protocols|options|keylog_filename|post_handshake_auth|set_default_verify_paths|wrap_socket)\b/

/** Arguments by which clients take one, and no other function: that may change what it's given. */
const TAKES = /(?:\b(?:ssl|ssl_context|sslcontext|verify|broker_credentials) = |: |\breturn )$/
const TAKES_CONTEXT = /\b(?:urlopen|HTTPSConnection|HTTPSHandler|SSLCredentials) \(/

type Effect = (context: Context | undefined) => Context | undefined
const AS_IT_WAS: Effect = (context) => context
const LOST: Effect = () => undefined

/** What one statement does to a context of this name. */
const effectOf = (words: string, name: string): Effect => {
  const given = new RegExp(String.raw`^(?:\w+ = )*${name} (?:: [\w .]+ )?= ([^=][^]*)$`).exec(words)?.[1]
  if (given !== undefined) return () => made(given.replaceAll(/ (?=[.(,)=])|(?<=[.(]) /g, ''))
  const [, rest = ''] = new RegExp(String.raw`^${name} \. ([^]*)$`).exec(words) ?? []
  const checked = /^check_hostname = (True|False)$/.exec(rest)?.[1]
  // Python turns verification on with it.
  if (checked === 'True') return (context) => context && { ...context, checksName: true, verifies: true }
  if (checked === 'False') return (context) => context && { ...context, checksName: false }
  const mode = /^verify_mode = (?:\w+ \. )*CERT_(NONE|OPTIONAL|REQUIRED)$/.exec(rest)?.[1]
  if (mode === 'NONE')
    return (context) =>
      context && { ...context, verifies: false, isRefused: context.checksName || context.isRefused === true }
  if (mode !== undefined) return (context) => context && { ...context, verifies: true }
  const loaded = /^load_verify_locations \( ([^]*) \)$/.exec(rest)?.[1]
  if (loaded !== undefined)
    return OPEN_ARGUMENT.test(loaded)
      ? LOST
      : (context) => context && { ...context, trusts: fileOf(loaded, true) ?? ELSEWHERE }
  if (/^(?:load_default_certs|set_default_verify_paths) \(/.test(rest))
    return (context) => context && { ...context, trusts: context.trusts ?? PUBLIC }
  if (KEEPS.test(rest)) return AS_IT_WAS
  // Passed by name, as clients take one: another function may change what it's given.
  const uses = words.split(new RegExp(String.raw`(?<!\. )\b${name}\b(?! [.=(])`)).slice(0, -1)
  const isPassed = uses.every(
    (before) => TAKES.test(before) || (TAKES_CONTEXT.test(words) && before.endsWith('context = ')),
  )
  return isPassed && !new RegExp(String.raw`\b${name} (?:\.|\()`).test(words) ? AS_IT_WAS : LOST
}

const isWithin = (inner: readonly unknown[], outer: readonly unknown[]) => outer.every((one, at) => inner[at] === one)
const gives = (name: string) => new RegExp(String.raw`^(?:\w+ = )*${name} (?:: [\w .]+ )?= (?!=)`)

/** The names that a statement gives to what has another name. */
const aliasIn = (words: string, name: string): readonly string[] =>
  new RegExp(String.raw`^((?:\w+(?: \. \w+)? = )+)${name}$`).exec(words)?.[1]?.split(' = ').filter(Boolean) ?? []

/** Whether a function that changes a context of the whole file may run: something names it, or a framework gets it. */
const mayRun = (name: string, statements: readonly Statement[]): boolean =>
  statements.some(({ words }, at) => {
    const isMade = new RegExp(String.raw`\bdef ${name}\b`).test(words)
    return isMade
      ? /\( (?:self|cls)\b/.test(words) || statements[at - 1]?.words.startsWith('@') === true
      : new RegExp(String.raw`\b${name}\b`).test(words)
  })

const attributeOf = (name: string) => name.split('.').at(-1) ?? name

/** `Settings.ctx`, `self.ctx` and the `ctx` of a class's body: one attribute, by one name. */
const asAttribute = (name: string, statements: readonly Statement[]): readonly Statement[] => {
  const attribute = attributeOf(name)
  const reached = new RegExp(String.raw`(?<!\. )\b\w+ \. ${attribute}\b`, 'g')
  const bare = new RegExp(String.raw`(?<!\. )\b${attribute}\b`, 'g')
  return statements.map((statement) => {
    const own = statement.isOfClass ? statement.words.replace(bare, `self . ${attribute}`) : statement.words
    return { ...statement, words: own.replace(reached, `self . ${attribute}`) }
  })
}

/** A class of the text that is made of Python's: it may check something else. */
const isOwnClass = (call: string, statements: readonly Statement[]): boolean => {
  const name = /^(?:\w+ ?\. ?)*(\w+) ?\(/.exec(call)?.[1]
  return (
    name !== undefined &&
    statements.some(({ words }) => new RegExp(String.raw`^class ${name} \( (?:\w+ \. )*SSLContext\b`).test(words))
  )
}

/** Every name of a context, and what it comes to where a statement uses it; undefined where nothing makes it. */
const follow = (
  name: string,
  used: Statement,
  written: readonly Statement[],
): { readonly names: readonly string[]; readonly judged: Judged } | undefined => {
  const isField = name.includes('.')
  const statements = isField ? asAttribute(name, written) : written
  const use = statements[written.indexOf(used)] ?? used
  const own = isField ? `self . ${attributeOf(name)}` : name
  const makers = statements.filter(({ words }) => gives(own).test(words))
  // The innermost function around the use that gives the name a value, or the file.
  const homes = makers.filter(({ functions }) => isField || isWithin(use.functions, functions))
  const home = homes.toSorted((one, other) => other.functions.length - one.functions.length)[0]?.functions
  if (!home) return undefined
  if (makers.filter(({ isOfClass }) => isOfClass).length > 1) return { names: [own], judged: CHANGED }
  if (makers.some(({ words }) => isOwnClass(words.split(' = ').at(-1) ?? '', statements)))
    return { names: [own, 'self'], judged: CHANGED }
  const isOther = ({ functions }: Statement) =>
    !isWithin(functions, home) ||
    (functions.length > home.length && makers.some((maker) => maker.functions.join() === functions.join()))
  if (statements.some(({ words }) => new RegExp(String.raw`^(?:global|nonlocal) .*\b${own}\b`).test(words)))
    return { names: [own], judged: CHANGED }
  const names = new Set([own])
  let context: Context | undefined
  let judged: Judged | undefined
  for (const statement of statements) {
    const mentioned = [...names].filter((one) => new RegExp(String.raw`(?<!\. )\b${one}\b`).test(statement.words))
    if (mentioned.length === 0 || statement === use || (!isField && isOther(statement))) continue
    const aliases = mentioned.flatMap((one) => aliasIn(statement.words, one))
    if (aliases.length > 0 && !statement.words.startsWith(`${own} = `)) {
      for (const alias of aliases) names.add(alias)
      continue
    }
    const effects = mentioned.map((one) => effectOf(statement.words, one))
    if (effects.every((effect) => effect === AS_IT_WAS)) continue
    const isHere = statement.functions.join() === use.functions.join()
    const isAtHome = statement.functions.join() === home.join()
    const isLater = statement.range.start > use.range.start
    const isSameLoop = statement.loops.some((loop) => use.loops.includes(loop))
    const definition = Number(use.functions.at(home.length)?.split('@')[1] ?? use.range.start)
    if (!isHere && !isAtHome) {
      const inside = statement.functions.at(-1)?.split('@')[0] ?? ''
      // Before a function connects, a framework may call another one by its name.
      if (isField || use.functions.length > 0 || mayRun(inside, statements)) judged = CHANGED
    } else if (isHere && isAtHome && isLater && !isSameLoop) continue
    else if (isLater || (isAtHome && !isHere && !isField && statement.range.start > definition)) judged = CHANGED
    else if (!statement.conditions.every((condition) => use.conditions.includes(condition))) judged = CHANGED
    else for (const effect of effects) context = effect(context)
  }
  return { names: [...names], judged: judged ?? (context ? judgedOf(context) : OPEN) }
}

const statementAt = ({ statements = [] }: ParsedDocument, at: number): Statement | undefined =>
  statements.findLast(({ range }) => range.start <= at)

/** What the code writes where a function of its own returns one thing: `make()`, or `self.made` of a property. */
const returned = (call: string, { statements = [] }: ParsedDocument): readonly [string, Statement] | undefined => {
  const property = /^\w+\.(\w+)$/.exec(call)?.[1]
  const isProperty = statements.some(({ words }) => words.startsWith(`def ${property ?? ''} ( self )`))
  const name = isProperty ? property : /^(?:\w+\.)?(\w+)\([^()]*\)$/.exec(call)?.[1]
  const [only, ...others] = statements.filter(
    ({ words, functions }) => words.startsWith('return ') && functions.at(-1)?.split('@')[0] === name,
  )
  return name !== undefined && only && others.length === 0 && only.conditions.length === 0
    ? [only.words.slice('return '.length).replaceAll(/ (?=[.(,)=])|(?<=[.(]) /g, ''), only]
    : undefined
}

/** Python's own functions replaced, and contexts that are reached through a map or a call: `options["ssl"].verify_mode = …`. */
const ELSEWHERE_CHANGED =
  /^(?:\w+ \. )*(?:create_default_context|SSLContext|match_hostname) = |[\])] \. (?:check_hostname|verify_mode) = /

const NAME = /^[A-Za-z_]\w*(?:\.\w+)?$/

/**
 * An SSLContext of Python as the text makes it, and as far as it shows what is done with it before it's used.
 *
 * @param passed as the code writes it: a name, the call that makes it, or one of a function that returns it
 * @returns undefined where the text leaves open what it verifies, or it's no context
 */
export const contextOf = (passed: Literal | undefined, document: ParsedDocument): Judged | undefined => {
  const value = passed?.value.trim() ?? ''
  const context = made(value)
  if (document.statements?.some(({ words }) => ELSEWHERE_CHANGED.test(words)) === true) return context && OPEN
  if (context) return judgedOf(context)
  const use = passed && statementAt(document, passed.range.start)
  if (!use) return undefined
  const [inner, end] = returned(value, document) ?? [value, use]
  const innermost = inner === value ? undefined : made(inner)
  if (innermost) return judgedOf(innermost)
  if (isOwnClass(inner, document.statements ?? [])) return CHANGED
  return NAME.test(inner) ? follow(inner, end, document.statements ?? [])?.judged : undefined
}

/** The names that a context has which is passed on: what is done to them is told with what takes it. */
export const namesOfContext = (passed: Literal, document: ParsedDocument): readonly string[] => {
  const use = statementAt(document, passed.range.start)
  const [inner, end] = returned(passed.value.trim(), document) ?? [passed.value.trim(), use]
  if (isOwnClass(inner, document.statements ?? [])) return ['self']
  const found = end && NAME.test(inner) ? follow(inner, end, document.statements ?? []) : undefined
  const names = (found?.names ?? []).map((name) => name.replaceAll(' . ', '.'))
  if (!found || !inner.includes('.')) return names
  const attribute = attributeOf(inner)
  const reached = new RegExp(String.raw`(?<!\. )\b\w+ \. ${attribute}\b`, 'g')
  return [...names, attribute, ...(document.words.match(reached) ?? []).map((name) => name.replaceAll(' ', ''))]
}

const MODES = /^(?:disable|allow|prefer|require|verify-ca|verify-full)$/

/** A mode in quotes; without them, it's the name of a variable. */
export const isMode = ({ value, range }: Literal): boolean =>
  MODES.test(value) && range.end - range.start > value.length

/** @param ssl as the code writes it: a mode, a truth value, a variable */
export const sslContext = (ssl: Literal, document: ParsedDocument): Judged => {
  const { value } = ssl
  if (truth(value) === true) return ['public', 'ssl=True trusts only the system’s public CAs.']
  if (truth(value) === false) return ['plain', 'ssl=False turns TLS off.']
  if (isMode(ssl)) return PG.asyncpg.judge(new Map([['ssl', value]]))
  return contextOf(ssl, document) ?? OPEN
}
