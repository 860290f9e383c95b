/** What several clients of MySQL have in common: the names of its modes, and what they mean. */
import { FULL } from '../common-words.ts'
import type { Judged } from '../verdict.ts'

export const NO_CA: Judged = [
  'fails',
  'It verifies but isn’t told which CA to trust: it rejects every server of the project CA.',
]

export const MODES: Readonly<Record<string, Judged>> = {
  DISABLED: ['plain', 'DISABLED turns TLS off.'],
  PREFERRED: ['none', 'It encrypts only if the server offers TLS, and never verifies the server.'],
  REQUIRED: ['none', 'REQUIRED encrypts, but accepts any server that answers: a fake server gets the login.'],
  VERIFY_CA: ['chain', 'VERIFY_CA doesn’t check the host name: any server of the same project is accepted.'],
  VERIFY_IDENTITY: FULL,
}
