import type { Backend } from '../../api/use-api.ts'

import { signatureDoubts, type Doubt } from '../../domain/file-doubts.ts'
import { loadCa, type CaFile } from '../ca-certificate/ca-certificate.ts'
import type { ClientCredentials } from './client-credentials.ts'

/** The files for key stores and bundles, checked and at most minutes old. */
export interface ClientMaterial {
  readonly ca: CaFile
  /** Present only for clients that log in with a certificate. */
  readonly client?: (ClientCredentials & { readonly service: string; readonly username: string }) | undefined
  /** What to ask before handing over anything made from these files. */
  readonly doubts: readonly Doubt[]
}

/** Where a user's credentials come from. */
export interface ClientLogin {
  readonly service: string
  readonly username: string
  readonly load: (fresh: boolean) => Promise<ClientCredentials>
}

/**
 * The project's CA and, where there is one, a user's credentials, signed by the CA.
 * @param fresh ask the API again: the last answer was unusable
 * @throws {ApiError | UnusableFileError} then nothing may be made
 */
export const loadMaterial = async (
  backend: Backend,
  project: string,
  login: ClientLogin | undefined,
  fresh: boolean,
): Promise<ClientMaterial> => {
  const [ca, pair] = await Promise.all([loadCa(backend, project, fresh), login?.load(fresh)])
  if (!login || !pair) return { ca, doubts: ca.doubts }
  const { service, username } = login
  const authorities = ca.certificates.map(({ certificate }) => certificate)
  const unsigned = await signatureDoubts(username, pair.certificate, authorities)
  return { ca, client: { ...pair, service, username }, doubts: [...ca.doubts, ...pair.doubts, ...unsigned] }
}
