/** One client of the matrix: settings of TLS as people write them, right and wrong, and how the client is run with each. */
import type { Client } from '../client-kinds.ts'
import type { Endpoint } from '../endpoints.ts'

/** Where a setting connects to. */
export interface Target {
  readonly host: string
  readonly port: number
  /** user:password, percent-encoded. */
  readonly login: string
  readonly user: string
  readonly password: string
  readonly storePassword: string
}

export interface MatrixClient {
  readonly id: string
  readonly client: Client
  readonly endpoint: Endpoint
  /** The settings, one per row. */
  readonly settings: readonly string[]
  /** The text that a user would paste, with the setting inserted. */
  readonly text: (setting: string, target: Target) => string
  /** File to write the text to; without it, `run` gets the text in the variable TEXT. */
  readonly file?: string
  /** More files, the same for all rows. */
  readonly files?: Readonly<Record<string, string>>
  /** Run once in the folder, before all rows. */
  readonly prepare?: string
  readonly run: (target: Target) => string
  /** Ends a run after this time, which must do for compiling too; else after 15. */
  readonly seconds?: number
}
