/** sqlx: its modes, of PostgreSQL and of MySQL. */
import { lookup } from '../../../lib/lookup.ts'
import { FULL } from '../common-words.ts'
import { NO_FALLBACK, NO_SUCH_MODE } from '../postgresql/postgresql-words.ts'
import type { Judged, Params } from '../verdict.ts'

const MODES: Readonly<Record<string, Judged>> = {
  disable: ['plain', 'This mode turns TLS off.'],
  disabled: ['plain', 'This mode turns TLS off.'],
  // Its own code says that the mode isn't made yet, and goes on without TLS.
  allow: ['plain', 'With allow, sqlx doesn’t use TLS.'],
  prefer: ['none', NO_FALLBACK],
  preferred: ['none', NO_FALLBACK],
  require: ['none', 'This mode encrypts, but accepts any server that answers.'],
  required: ['none', 'This mode encrypts, but accepts any server that answers.'],
}

/** @param params `address`: another text is read first, and may name a CA */
const sqlx = (params: Params, verifyCa: string, verifyName: string): Judged => {
  const mode = (params.get('sslmode') ?? params.get('ssl-mode') ?? 'prefer').toLowerCase()
  const judged = lookup(MODES, mode)
  if (judged) return judged
  if (mode !== verifyCa && mode !== verifyName) return ['fails', NO_SUCH_MODE]
  const hasCa = ['sslrootcert', 'ssl-root-cert', 'ssl-ca', 'sslca'].some((name) => params.has(name))
  if (!hasCa)
    return params.has('address')
      ? ['depends', 'It verifies the server. An address that isn’t in the text may name the CA.']
      : mode === verifyCa
        ? [
            'chain',
            'Without a CA file, it accepts any server with a certificate of a public CA, and rejects the project CA.',
          ]
        : ['public', 'Without a CA file, it trusts only public CAs.']
  return mode === verifyCa ? ['chain', 'This mode doesn’t check the host name.'] : FULL
}

/** Each takes its own modes alone, in any case: `verify-full`, but not `verify_full`. */
export const sqlxPostgres = (params: Params): Judged => sqlx(params, 'verify-ca', 'verify-full')
export const sqlxMysql = (params: Params): Judged => sqlx(params, 'verify_ca', 'verify_identity')
