/** What a user saw of an endpoint with openssl. Only the verdict, the fingerprint and the time are kept. */
import type { Verdict } from '../../domain/verdict.ts'

export interface Observation {
  readonly end: 'project' | 'public'
  /** SHA-256 of the server's certificate. */
  readonly fingerprint: string
  /** ISO 8601. */
  readonly at: string
}

/** Reads what was stored; undefined for anything else. */
export const readObservation = (value: unknown): Observation | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { end, fingerprint, at } = value as Record<string, unknown>
  if ((end !== 'project' && end !== 'public') || typeof fingerprint !== 'string' || typeof at !== 'string')
    return undefined
  return Number.isNaN(Date.parse(at)) ? undefined : { end, fingerprint, at }
}

/** The verdict on an endpoint once somebody has looked at the server: that outweighs tables and hints. */
export const observedVerdict = (verdict: Verdict, { end }: Observation): Verdict =>
  end === 'project'
    ? {
        ...verdict,
        mark: 'required',
        basis: 'observed',
        plaintext: false,
        reason: "Observed: the server's certificate is signed by the project's own CA.",
        without:
          verdict.mark === 'required'
            ? verdict.without
            : 'Clients that verify the server refuse to connect; one that skips the check trusts any server.',
      }
    : {
        ...verdict,
        mark: verdict.clientCertificate ? verdict.mark : 'optional',
        basis: 'observed',
        plaintext: false,
        reason: "Observed: a public CA signs the server's certificate.",
        without: 'Clients verify the server with the trust store they have. Pinning the project CA here breaks them.',
      }
