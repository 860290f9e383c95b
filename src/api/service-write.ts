/** What a change of a service is, before it is sent: `send-write.ts` sends it. */
import type { QueryKey } from '@tanstack/react-query'
import * as v from 'valibot'

import type { OperationId, PathParams } from './operations.ts'
import type { Difference, Edit } from './service-edit.ts'

/** First part of the key of everything that is worked out from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

interface Write<Id extends OperationId> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** Only the keys that change. */
  readonly body?: object
  /** A change of parts of a service. They are read before it is sent, and `body` is built from what they are then. */
  readonly edits?: readonly Edit[]
  /** Throws a schema's error unless the answer is that of a successful change; by default, a service. */
  readonly check?: (answer: unknown) => unknown
  /** Once it is done, the service isn't there any more. */
  readonly ends?: true
  /** What else it changes besides the service: keys of the queries to refetch. */
  readonly changes?: readonly QueryKey[]
}

/** The request of a change, before it is sent: what it does is shown as a command too. */
export interface ServiceWrite extends Omit<Write<OperationId>, 'params'> {
  readonly params: Readonly<Record<string, string>>
}

/** The result of a change. */
export interface WriteResult {
  /** What else is different since, or isn't as it was asked for; of changes without edits, nothing is known. */
  readonly unasked: readonly Difference[]
  /** It was made, but couldn't be read back. */
  readonly unread?: Error
}

/** The request, with its parameters held against the operation's path. */
export const makeWrite = <Id extends OperationId>(write: Write<Id>): ServiceWrite => write

const AcknowledgedSchema = v.object({ message: v.string() })

/** For `check`: the document promises a message and no more; an answer that says nothing is no proof that it was done. */
export const readAcknowledged = (answer: unknown) => v.parse(AcknowledgedSchema, answer)
