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
  /**
   * Of all that match, only the lowest are told: 0 unless given, 1 where the text doesn't say why, 2 where it says only
   * that the connection failed.
   */
  readonly order?: 1 | 2
  /** A server wrote it of a client that connected: no other message is looked for in what it matches. */
  readonly isLog?: true
  /** Ids of messages that it follows from: not said beside one of them. */
  readonly follows?: readonly string[]
  /** What is certain. */
  readonly cause: string
  /** Where the cause is open: the possible ones, likeliest first, each with how to tell. */
  readonly causes?: readonly string[]
  readonly fix: string
}
