import { useCallback, useEffect, useRef } from 'react'

import { withFingerprints, type FingerprintedCertificate } from '../../crypto/fingerprints.ts'
import { useBackend, type Backend } from '../../api/use-api.ts'
import { serviceUserGet, type UserAddress } from '../../api/user.ts'
import type { Certificate } from '../../crypto/x509.ts'
import { pairDoubts, type Doubt } from '../../domain/file-doubts.ts'
import { fingerprintWords } from '../ca-certificate/ca-certificate.ts'

/** A service user's certificate and key, from one answer of the API. */
export interface ClientCredentials {
  readonly certificatePem: string
  readonly keyPem: string
  readonly certificate: Certificate
  readonly certificates: readonly FingerprintedCertificate[]
  /** "certificate and key of avnadmin, SHA-256 …" */
  readonly fingerprints: string
  /** What to ask before handing them over: they expired, or the key doesn't match. */
  readonly doubts: readonly Doubt[]
}

/**
 * Fetches a service user's credentials, and checks that certificate and key match.
 * @throws {ApiError | UnusableFileError}
 */
export const loadCredentials = async ({ api, queryClient }: Backend, user: UserAddress): Promise<ClientCredentials> => {
  const [{ readKeyPair }, { access_cert, access_key }] = await Promise.all([
    import('../../crypto/key-pair.ts'),
    queryClient.fetchQuery(serviceUserGet(api, user)),
  ])
  const pair = await readKeyPair(access_cert, access_key)
  const { certificate } = pair
  const certificates = await withFingerprints([certificate])
  return {
    certificatePem: access_cert ?? '',
    keyPem: access_key ?? '',
    certificate,
    certificates,
    fingerprints: fingerprintWords(certificates),
    doubts: pairDoubts(user.username, pair, new Date()),
  }
}

/** A renewal makes a new pair, so a certificate and a key fetched further apart than this may not match. */
const PAIR_MS = 120_000

/**
 * Loads a service user's credentials on request. Both rows share one answer, so that a certificate and a key saved one
 * after the other match. They stay only in this component's memory, as long as it is mounted.
 */
export const useClientCredentials = (project: string, service: string, username: string) => {
  const backend = useBackend()
  const kept = useRef<{ at: number; credentials: Promise<ClientCredentials> }>(undefined)
  const forgetting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const forget = useCallback(() => {
    kept.current = undefined
    clearTimeout(forgetting.current)
  }, [])
  useEffect(() => forget, [forget])

  return async (fresh: boolean): Promise<ClientCredentials> => {
    if (fresh || !kept.current || Date.now() - kept.current.at > PAIR_MS) {
      forget()
      kept.current = { at: Date.now(), credentials: loadCredentials(backend, { project, service, username }) }
      forgetting.current = setTimeout(forget, PAIR_MS)
    }
    try {
      return await kept.current.credentials
    } catch (error) {
      forget()
      throw error
    }
  }
}
