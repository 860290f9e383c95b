/** What several clients of MySQL have in common: the names of its modes, and what they mean. */
import type { Judged } from './verdict.ts'

export const FULL: Judged = ['full', 'It verifies the CA and the name.']
export const NO_CA: Judged = [
  'fails',
  'It verifies, but is not told the CA: it refuses every server of the project CA.',
]

export const MODES: Readonly<Record<string, Judged>> = {
  DISABLED: ['plain', 'DISABLED switches TLS off.'],
  PREFERRED: ['none', 'It encrypts only if the server offers to, and never checks whom it talks to.'],
  REQUIRED: ['none', 'REQUIRED encrypts, and takes any server that answers: an impostor gets the login.'],
  VERIFY_CA: ['chain', 'VERIFY_CA does not check the name: any server of the same project will do.'],
  VERIFY_IDENTITY: FULL,
}
