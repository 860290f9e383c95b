import type { PemFault } from './pem.ts'

/**
 * What is wrong with what the API sent, or why it can't be judged. `PemFault` apart:
 * - `nothing`, `withheld` (the token may not read secrets), `web-page`: no file at all.
 * - `private-key`, `certificate`, `other-label`, `several`: a file, but not the requested one.
 * - `broken-certificate`, `broken-key`: invalid data. `not-a-ca`: a certificate, but not of a CA.
 * - `not-signed`: the project's CA didn't sign the certificate.
 * - `no-password`: the user has none.
 * - `unknown-algorithm`, `no-web-crypto`: this browser, or this page, can't check it.
 */
export type FileFault =
  | PemFault
  | 'nothing'
  | 'withheld'
  | 'web-page'
  | 'private-key'
  | 'certificate'
  | 'other-label'
  | 'several'
  | 'broken-certificate'
  | 'broken-key'
  | 'not-a-ca'
  | 'not-signed'
  | 'no-password'
  | 'unknown-algorithm'
  | 'no-web-crypto'

/** What the API sent isn't the file that was asked for. The message says, in a sentence, what came instead. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError'
  readonly fault: FileFault

  constructor(fault: FileFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
