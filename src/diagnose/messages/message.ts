/** What programs print when a connection fails: what it means, at which phase, and whose refusal it is. */

/** How far the connection came. */
export type Phase =
  | 'settings'
  | 'dns'
  | 'connect'
  | 'without-tls'
  | 'protocol'
  | 'server-certificate'
  | 'client-certificate'
  | 'local-file'
  | 'login-mechanism'
  | 'login'

export interface Message {
  readonly id: string
  readonly phase: Phase
  /** Any of these in the text. */
  readonly signs: readonly RegExp[]
  /** Unless a more telling message matches as well. */
  readonly weak?: true
  /** What is certain. */
  readonly cause: string
  /** Where the cause is open: the possible ones, likeliest first, each with how to tell. */
  readonly causes?: readonly string[]
  readonly fix: string
}
