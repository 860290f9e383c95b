/** Verdicts on clients of several services, and the words of them. */
import type { Judged } from './verdict.ts'

export const FULL_WORDS = 'It verifies the CA and the host name.'
export const ANY_SERVER = 'Verification is turned off: any server is accepted.'
export const ANY_NAME = 'The host name isn’t checked: any server signed by the same CA is accepted.'

export const FULL: Judged = ['full', FULL_WORDS]
export const OPEN: Judged = ['depends', 'The text doesn’t show the value of a setting that decides.']
export const PUBLIC: Judged = [
  'public',
  'Without a CA file it trusts only public CAs: servers signed by the project CA are rejected.',
]

/** Hosts of the same machine, paths of sockets among them: nothing is lost there without TLS. */
export const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|::1|\/.*|)$/
