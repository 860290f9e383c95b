/** A request that changes something, as commands are made of it. */
export interface WriteRequest {
  /** Id of the operation in Aiven's API document. */
  readonly operation: string
  readonly method: string
  /** Below `/v1`, encoded. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: object | undefined
  /** The parts of a service that change, where `body` holds them among others. */
  readonly edits?: readonly { readonly path: readonly [string, ...string[]]; readonly after: unknown }[] | undefined
}
