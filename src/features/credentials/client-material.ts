import type { Backend } from '../../api/use-api.ts'

import { assessClient, type ClientDoubts } from '../../domain/client-doubts.ts'
import { loadCa, type CaFile } from '../ca-certificate/ca-certificate.ts'
import type { ClientCredentials } from './client-credentials.ts'

/** What key stores and bundles are made of: fetched within the last minutes and checked. */
export interface ClientMaterial {
  readonly ca: CaFile
  /** Only for clients that log in with a certificate. */
  readonly client?:
    | (ClientCredentials & { readonly service: string; readonly username: string; readonly doubts: ClientDoubts })
    | undefined
}

/** Where a user's credentials come from. */
export interface ClientLogin {
  readonly service: string
  readonly username: string
  readonly load: (fresh: boolean) => Promise<ClientCredentials>
}

/**
 * The project's CA and, where there is one, a user's credentials: a pair, and signed by the CA.
 * @param fresh ask the API again: the last answer was no good
 * @throws {ApiError | UnusableFileError} and then nothing may be made
 */
export const loadMaterial = async (
  backend: Backend,
  project: string,
  login: ClientLogin | undefined,
  fresh: boolean,
): Promise<ClientMaterial> => {
  const [ca, pair] = await Promise.all([loadCa(backend, project, fresh), login?.load(fresh)])
  if (!login || !pair) return { ca }
  const authorities = ca.certificates.map(({ certificate }) => certificate)
  const doubts = await assessClient(pair.certificate, authorities, new Date())
  return { ca, client: { ...pair, service: login.service, username: login.username, doubts } }
}
