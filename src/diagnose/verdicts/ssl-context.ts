/** What asyncpg makes of its argument `ssl`. */
import type { ParsedDocument } from '../documents/document.ts'
import { contextOf } from './beside.ts'
import { PG } from './postgresql.ts'
import { truth, type Judged } from './verdict.ts'

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
