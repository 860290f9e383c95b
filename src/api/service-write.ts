/** A change of a service, before `send-write.ts` sends it. */
import type { QueryKey } from '@tanstack/react-query'
import * as v from 'valibot'

import type { OperationId, PathParams } from './operations.ts'
import type { Difference, Edit } from './service-edit.ts'
import type { Service } from './service.ts'

/** First part of the query key of everything computed from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

interface Write<Id extends OperationId> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** Only the keys that change. */
  readonly body?: object
  /** A change of parts of a service. They are read before sending, and `body` is built from their current values. */
  readonly edits?: readonly Edit[]
  /** Throws a schema's error unless the answer is that of a successful change; by default, a service. */
  readonly check?: (answer: unknown) => unknown
  /** The change deletes the service. */
  readonly ends?: true
  /** Keys of other queries to refetch. */
  readonly changes?: readonly QueryKey[]
}

/** The request of a change, before it is sent: the page also shows it as a command. */
export interface ServiceWrite extends Omit<Write<OperationId>, 'params'> {
  readonly params: Readonly<Record<string, string>>
}

/** The result of a change. */
export interface WriteResult {
  /** Other differences since, or edits that weren't made; unknown for changes without edits. */
  readonly unrequested: readonly Difference[]
  /** The change was made, but couldn't be read back. */
  readonly unread?: Error
  /** The service as it was read back after a change of edits. */
  readonly service?: Service
}

/** The request; its type checks the parameters against the operation's path. */
export const makeWrite = <Id extends OperationId>(write: Write<Id>): ServiceWrite => write

const AcknowledgedSchema = v.object({ message: v.string() })

/** For `check`: the document promises only a message; an answer without one doesn't prove success. */
export const readAcknowledged = (answer: unknown) => v.parse(AcknowledgedSchema, answer)
