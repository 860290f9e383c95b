/**
 * Warnings about certificates and keys before you save or copy them. One rule for every file:
 * problems that a user may accept are shown, and the user decides.
 */
import { isSignedBy } from '../crypto/issuer.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import type { Certificate } from '../crypto/x509.ts'
import type { Validity } from './expiry.ts'

/**
 * - `expired`, `early`: by this computer's clock it isn't valid any more, or not yet.
 * - `not-a-pair`: the key doesn't match the certificate.
 * - `unchecked`: this browser can't tell whether the project's CA signed it.
 */
export type DoubtId = 'expired' | 'early' | 'not-a-pair' | 'unchecked'

export interface Doubt {
  readonly id: DoubtId
  /** Whose certificate: a project's CA, or a service user's. */
  readonly kind: 'ca' | 'user'
  /** The project or the user. */
  readonly name: string
  /** When it ended or begins. */
  readonly at?: Date
}

type Subject = Pick<Doubt, 'kind' | 'name'>

/** Doubts about certificates that are handed over together: one valid certificate is enough, as during a CA rotation. */
export const validityDoubts = (subject: Subject, certificates: readonly Validity[], now: Date): readonly Doubt[] => {
  if (certificates.length === 0 || certificates.some((one) => one.notBefore <= now && one.notAfter >= now)) return []
  const ahead = certificates.find(({ notBefore }) => notBefore > now)
  if (ahead) return [{ ...subject, id: 'early', at: ahead.notBefore }]
  const ends = certificates.map(({ notAfter }) => notAfter.getTime())
  return [{ ...subject, id: 'expired', at: new Date(Math.max(...ends)) }]
}

/** Doubts about a service user's certificate and key. */
export const pairDoubts = (
  username: string,
  { certificate, matches }: { readonly certificate: Validity; readonly matches: boolean },
  now: Date,
): readonly Doubt[] => {
  const subject = { kind: 'user', name: username } as const
  return [
    ...validityDoubts(subject, [certificate], now),
    ...(matches ? [] : [{ ...subject, id: 'not-a-pair' } as const]),
  ]
}

/**
 * Whether the project's CA signed a user's certificate.
 * @param authorities both of them while the CA rotates: one must have signed
 * @throws {UnusableFileError} when none of them has: the result couldn't connect anywhere
 */
export const signatureDoubts = async (
  username: string,
  certificate: Certificate,
  authorities: readonly Certificate[],
): Promise<readonly Doubt[]> => {
  const signed = await Promise.all(authorities.map((authority) => isSignedBy(certificate, authority)))
  if (!signed.some((answer) => answer !== false)) {
    throw new UnusableFileError('not-signed', 'The project’s CA didn’t sign the access certificate: they don’t match.')
  }
  return signed.includes(true) ? [] : [{ kind: 'user', name: username, id: 'unchecked' }]
}
