/** Finds which CA signed the certificates of Kafka users. Certificates are fetched, checked, and not kept. */
import type { Backend } from '../../api/use-api.ts'

import { serviceUserCertificates } from '../../api/user.ts'
import { readCertificates } from '../../crypto/files.ts'
import { isSignedBy } from '../../crypto/issuer.ts'
import { UnusableFileError } from '../../crypto/unusable-file.ts'
import type { Certificate } from '../../crypto/x509.ts'

/**
 * - `new`: the newest CA of the project signed it.
 * - `old`: an older one did; the user must be reset.
 * - `other`: none of the project's CAs did.
 * - `unchecked`: it couldn't be checked; `why` says the reason.
 */
export type Issuer = 'new' | 'old' | 'other' | 'unchecked'

export interface UserIssuer {
  readonly service: string
  readonly username: string
  readonly issuer: Issuer
  readonly why?: string
}

/** @param cas the project's CA certificates, the oldest first */
const issuerOf = async (
  pem: string | null | undefined,
  cas: readonly Certificate[],
): Promise<{ issuer: Issuer; why?: string }> => {
  let certificate: Certificate | undefined
  try {
    ;[certificate] = readCertificates(pem, 'the certificate of a user')
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error
    return { issuer: 'unchecked', why: error.message }
  }
  if (!certificate) return { issuer: 'unchecked' }
  let unsure = false
  // The newest first: the usual case.
  for (const ca of cas.toReversed()) {
    const signed = await isSignedBy(certificate, ca)
    if (signed === true) return { issuer: ca === cas.at(-1) ? 'new' : 'old' }
    unsure ||= signed === undefined
  }
  return unsure ? { issuer: 'unchecked', why: 'The browser can’t check this kind of signature.' } : { issuer: 'other' }
}

/** Every user of a service who has a certificate, with the CA that signed it. */
export const usersWithIssuers = async (
  { api, queryClient }: Backend,
  project: string,
  service: string,
  cas: readonly Certificate[],
): Promise<UserIssuer[]> => {
  const users = await queryClient.fetchQuery(serviceUserCertificates(api, project, service))
  const found: UserIssuer[] = []
  for (const { username, access_cert } of users) {
    if (access_cert == null) continue
    found.push({ service, username, ...(await issuerOf(access_cert, cas)) })
  }
  return found
}
