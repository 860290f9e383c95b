/** What is known of where a string or some settings stand: it tells which client reads them. */
import type { NamedClients } from '../documents/named-clients.ts'

/** Where a string or some settings stand. */
export interface Place {
  readonly container: string
  readonly language: string
  /** Words of the document outside of strings and comments. */
  readonly words: string
  /** The call, program, section or variable that holds it. */
  readonly holder: string
  readonly name: string
  /** Arguments beside it. */
  readonly beside: readonly string[]
  /** Whether the code imports node-postgres. */
  readonly isPg?: boolean
  /** Whether the code imports a driver whose addresses weren't read or tested. */
  readonly isOther?: boolean
  /** The clients that the sentences around it name. */
  readonly said?: NamedClients | undefined
}

/** Programs whose handling of MySQL's and Redis' addresses was not tested or read: their verdict is unknown. */
export const OTHER_PROGRAMS = /^(?:mycli|usql|dbmate|redli|pgloader)$/
