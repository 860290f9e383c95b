/** The result of running the guides against a right server and three impostors: data written by `npm run prove`. */
import results from './proof.json' with { type: 'json' }

/** Which server the client was run against. */
export type ProofCase = 'right' | 'rogue' | 'wrongHost' | 'expired'

/** `leaked`: a password, or a login, arrived at a server that should not have got it. */
export type Outcome = 'connected' | 'refused' | 'leaked' | 'not run'

export interface Proof {
  /** The program, as it calls itself. */
  readonly client: string
  readonly version: string
  /** Day of the run, `2026-11-23`. */
  readonly date: string
  readonly outcomes: Readonly<Record<ProofCase, Outcome>>
}

/** The compiler infers the file's outcomes as plain strings. */
const file: unknown = results

/** By `proofKey` of `guide.ts`: `kcat/sasl-public-ca`. What hasn't been run is absent. */
export const PROOFS = file as Readonly<Record<string, Proof | undefined>>
