/** What must be said of a client's certificate before anything is made with it. */
import { isSignedBy } from '../crypto/issuer.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import type { Certificate } from '../crypto/x509.ts'

/** What is wrong and may still be wanted: the user decides. */
export interface ClientDoubts {
  /** It has ended: servers refuse it. */
  readonly expired: boolean
  /** It begins later than this computer's clock says. */
  readonly early: boolean
  /** Whether one of the CAs signed it could not be checked here. */
  readonly unchecked: boolean
}

/** Whether the user must say that it is wanted even so. */
export const isDoubtful = ({ expired, early, unchecked }: ClientDoubts): boolean => expired || early || unchecked

/**
 * @param authorities the project's CA, both of them while it rotates: one must have signed
 * @throws {UnusableFileError} when none of them has: what would be made could connect nowhere
 */
export const assessClient = async (
  certificate: Certificate,
  authorities: readonly Certificate[],
  now: Date,
): Promise<ClientDoubts> => {
  const signed = await Promise.all(authorities.map((authority) => isSignedBy(certificate, authority)))
  if (!signed.some((answer) => answer !== false)) {
    throw new UnusableFileError(
      'not-signed',
      "The project's CA did not sign the access certificate: they do not belong together.",
    )
  }
  return {
    expired: certificate.notAfter < now,
    early: certificate.notBefore > now,
    unchecked: !signed.includes(true),
  }
}
