/** A trap: settings that look secure, and what a client does with them. */
import type { Outcome, ProofCase } from '../../../src/snippets/proof.ts'
import type { Endpoint } from '../endpoints.ts'
import type { Failure } from '../error-samples.ts'

export interface TrapTarget {
  readonly host: string
  readonly port: number
  /** user:password, percent-encoded. */
  readonly login: string
  readonly storePassword: string
}

export interface Trap {
  readonly id: string
  /** Key of `clients.ts`. */
  readonly client: string
  readonly endpoint: Endpoint
  /** What was configured, as a sentence. */
  readonly configured: string
  readonly against: ProofCase | 'withoutTls'
  readonly outcome: Outcome
  /** The client fails before it connects to the server. */
  readonly local?: boolean
  /** Stores the output as a sample of this failure. */
  readonly failure?: Failure
  readonly files?: (target: TrapTarget) => Readonly<Record<string, string>>
  readonly run: (target: TrapTarget) => string
}
