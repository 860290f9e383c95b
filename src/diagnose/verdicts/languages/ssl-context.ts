/** SSLContexts of Python, as the text makes them, and what asyncpg makes of its argument `ssl`. */
import type { Literal, ParsedDocument } from '../../documents/document.ts'
import { byCaFile } from '../ca-file.ts'
import { once } from '../once.ts'
import { PG } from '../postgresql/postgresql.ts'
import { truth, type Judged } from '../verdict.ts'

const UNVERIFIED: Judged = ['none', 'The SSLContext verifies nothing: any server is accepted.']
const ANY_NAME: Judged = [
  'chain',
  'The SSLContext doesn’t check the host name: any server signed by the same CA is accepted.',
]
const ON_CONDITION: Judged = ['depends', 'The code switches off what the SSLContext checks on a condition.']
const OF_ONE: Judged = ['depends', 'One of several SSLContexts in this text checks less than the others.']

const MAKERS = String.raw`(?:\w{0,40}create_\w{0,40}context|SSLContext) \(`
const MADE = new RegExp(String.raw`\b${MAKERS}`, 'g')
const NAME = String.raw`\b(\w+(?: \. \w+){0,3})`
const GIVEN = new RegExp(String.raw`${NAME} (?:: \w+(?: \. \w+){0,3} )?= (?:\w+ \. )?${MAKERS}`, 'g')
/** The worst first. */
const SIGNS: readonly (readonly [sign: RegExp, judged: Judged])[] = [
  [new RegExp(String.raw`${NAME} = (?:\w+ \. )?_create_unverified_context \(`, 'g'), UNVERIFIED],
  [new RegExp(String.raw`${NAME} \. verify_mode = (?:ssl \. )?CERT_NONE\b(?! if)`, 'g'), UNVERIFIED],
  [new RegExp(String.raw`${NAME} \. check_hostname = False\b`, 'g'), ANY_NAME],
]

/** The contexts that the text makes and names, whose checks it switches off. */
const careless = once(({ words, groups }: ParsedDocument): ReadonlyMap<string, Judged> => {
  const open = new Set(groups.filter(({ note }) => note !== undefined).map(({ holder }) => holder))
  const given = new Set([...words.matchAll(GIVEN)].map(([, name = '']) => name))
  const isOne = [...words.matchAll(MADE)].length <= 1
  const found = SIGNS.flatMap(([sign, judged]) =>
    [...words.matchAll(sign)].flatMap(([, name = '']): [string, Judged][] =>
      given.has(name) ? [[name, open.has(name.replaceAll(' . ', '.')) ? ON_CONDITION : isOne ? judged : OF_ONE]] : [],
    ),
  )
  return new Map(found.toReversed())
})

/** The call that makes a context which verifies CA and host name, and its arguments. */
const DEFAULT = /^(?:\w+\.)*create_(?:default|ssl)_context\(([^]*)\)$/
/** Arguments that leave open what it trusts, or whether it has a file. */
const OPEN_ARGUMENT = /\bcapath\b|\*|CLIENT_AUTH|getenv|environ\.get|\bNone\b|\bif\b|\bor\b/

const made = (call: string): Judged | undefined => {
  const [, given] = DEFAULT.exec(call.trim()) ?? []
  if (given === undefined || OPEN_ARGUMENT.test(given)) return undefined
  if (given.trim() === '') return ['public', 'Without cafile the SSLContext trusts only the system’s public CAs.']
  const [, file = ''] = /\bcafile\s*=\s*["']?([^"',]*)/.exec(given) ?? []
  if (file === '' && !/\bcadata\s*=/.test(given)) return undefined
  return byCaFile(['full', 'The SSLContext verifies the CA and the host name.'], new Map([['ca', file]]))
}

/** What may be done with a context without changing what it verifies. */
const KEEPS = new Set(['load_cert_chain', 'minimum_version', 'maximum_version', 'set_ciphers', 'set_alpn_protocols'])
const ENDS = new Set([',', ')', '}'])
/** Arguments by which clients take one: another function may change what it's given. */
const TAKES = new Set(['ssl', 'ssl_context'])

/** Whether each use of a name in the code gives it a value, keeps what it verifies, or passes it by name: `ssl=ctx`. */
const isKept = (name: string, words: string): boolean => {
  const tokens = words.split(' ')
  return tokens.every((token, index) => {
    if (token !== name || tokens[index - 1] === '.') return true
    const [before = '', after = '', next = ''] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]]
    if (after === '.') return KEEPS.has(next)
    const isPassed = before === ':' || (before === '=' && TAKES.has(tokens[index - 2] ?? ''))
    return after === '=' || after === ':' || (isPassed && ENDS.has(after))
  })
}

const assigned = once(({ groups }: ParsedDocument): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { holder, settings } of groups)
    if (holder === '')
      for (const { name, literal } of settings) found.set(name, [...(found.get(name) ?? []), literal.value])
  return found
})

/** A context that is made, given a name once, and passed on. */
const named = (name: string, document: ParsedDocument): Judged | undefined => {
  const [call, another] = assigned(document).get(name) ?? []
  return call !== undefined && another === undefined && isKept(name, document.words) ? made(call) : undefined
}

/**
 * An SSLContext of Python as the text makes it, and as far as it shows what is done with it.
 *
 * @param passed as the code writes it: a name, or the call that makes it
 * @returns undefined where the text leaves open what it verifies
 */
export const contextOf = (passed: string, document: ParsedDocument): Judged | undefined =>
  /^(?:\w+\.)?_create_unverified_context\([^()]*\)$/.test(passed)
    ? UNVERIFIED
    : (careless(document).get(passed.replaceAll('.', ' . ')) ?? made(passed) ?? named(passed, document))

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
  return (
    contextOf(value, document) ?? [
      'depends',
      'It depends on the SSLContext: ssl.create_default_context(cafile="ca.pem") verifies CA and host name.',
    ]
  )
}
