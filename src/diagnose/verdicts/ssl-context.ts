/** SSLContexts of Python, and what asyncpg makes of its argument `ssl`. */
import type { Literal, ParsedDocument } from '../documents/document.ts'
import { once } from './once.ts'
import { PG } from './postgresql.ts'
import { truth, type Judged } from './verdict.ts'

const UNVERIFIED: Judged = ['none', 'The SSLContext verifies nothing: any server is accepted.']
const ANY_NAME: Judged = [
  'chain',
  'The SSLContext doesn’t check the host name: any server signed by the same CA is accepted.',
]
const OF_ONE: Judged = ['depends', 'One of several SSLContexts in this text checks less than the others.']

const MAKERS = String.raw`(?:\w{0,40}create_\w{0,40}context|SSLContext) \(`
const MADE = new RegExp(String.raw`\b${MAKERS}`, 'g')
const NAME = String.raw`\b(\w+(?: \. \w+){0,3})`
const GIVEN = new RegExp(String.raw`${NAME} (?:: \w+(?: \. \w+){0,3} )?= (?:\w+ \. )?${MAKERS}`, 'g')
/** The worst first. */
const SIGNS: readonly (readonly [sign: RegExp, judged: Judged])[] = [
  [new RegExp(String.raw`${NAME} = (?:\w+ \. )?_create_unverified_context \(`, 'g'), UNVERIFIED],
  [new RegExp(String.raw`${NAME} \. verify_mode = (?:ssl \. )?CERT_NONE\b`, 'g'), UNVERIFIED],
  [new RegExp(String.raw`${NAME} \. check_hostname = False\b`, 'g'), ANY_NAME],
]

/** The contexts that the text makes and names, whose checks it switches off. */
const careless = once(({ words }: ParsedDocument): ReadonlyMap<string, Judged> => {
  const given = new Set([...words.matchAll(GIVEN)].map(([, name = '']) => name))
  const isOne = [...words.matchAll(MADE)].length <= 1
  const found = SIGNS.flatMap(([sign, judged]) =>
    [...words.matchAll(sign)].flatMap(([, name = '']): [string, Judged][] =>
      given.has(name) ? [[name, isOne ? judged : OF_ONE]] : [],
    ),
  )
  return new Map(found.toReversed())
})

/**
 * An SSLContext of Python whose checks the text switches off.
 *
 * @param passed as the code writes it: a name, or the call that makes it
 */
export const contextOf = (passed: string, document: ParsedDocument): Judged | undefined =>
  /^(?:\w+\.)?_create_unverified_context\([^()]*\)$/.test(passed)
    ? UNVERIFIED
    : careless(document).get(passed.replaceAll('.', ' . '))

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
