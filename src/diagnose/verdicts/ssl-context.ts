/** SSLContexts of Python, and what asyncpg makes of its argument `ssl`. */
import type { ParsedDocument } from '../documents/document.ts'
import { PG } from './postgresql.ts'
import { truth, type Judged } from './verdict.ts'

const contexts = new WeakMap<ParsedDocument, Judged | undefined>()

const UNCHECKED: readonly (readonly [sign: RegExp, judged: Judged])[] = [
  [
    /verify_mode = (?:ssl \. )?CERT_NONE|_create_unverified_context/,
    ['none', 'The SSLContext verifies nothing: any server is accepted.'],
  ],
  [
    /check_hostname = False/,
    ['chain', 'The SSLContext doesn’t check the host name: any server signed by the same CA is accepted.'],
  ],
]
const OF_ONE: Judged = ['depends', 'One of several SSLContexts in this text checks less than the others.']

/** An SSLContext of Python whose checks the text switches off. */
export const contextOf = (document: ParsedDocument): Judged | undefined => {
  if (!contexts.has(document)) {
    const { words } = document
    const judged = UNCHECKED.find(([sign]) => sign.test(words))?.[1]
    const made = words.match(/\b(?:create_default_context|_create_unverified_context|SSLContext) \(/g)?.length ?? 0
    contexts.set(document, judged && made > 1 ? OF_ONE : judged)
  }
  return contexts.get(document)
}

/** @param ssl as the code writes it: a mode, a truth value, a variable */
export const sslContext = (ssl: string, document: ParsedDocument): Judged => {
  if (truth(ssl) === true) return ['public', 'ssl=True trusts only the system’s public CAs.']
  if (truth(ssl) === false) return ['plain', 'ssl=False turns TLS off.']
  if (/^[a-z-]+$/.test(ssl) && /^(?:disable|allow|prefer|require|verify-ca|verify-full)$/.test(ssl))
    return PG.asyncpg.judge(new Map([['ssl', ssl]]))
  return (
    contextOf(document) ?? [
      'depends',
      'It depends on the SSLContext: ssl.create_default_context(cafile="ca.pem") verifies CA and host name.',
    ]
  )
}
