import { expect, it } from 'vitest'

import { ApiError, existsAlready } from '../../api/errors.ts'
import { refusedFields } from './refused-fields.ts'

const refusal = (status: number, message: string, code?: string) =>
  new ApiError(message, { kind: 'http', operation: 'ServiceCreate', status, ...(code !== undefined && { code }) })

it.each([
  [409, 'Service name is already in use in this project', undefined, true],
  [409, 'Service user already exists', undefined, true],
  [409, 'Identical ACL entry already exists', undefined, true],
  [409, 'Conflict', 'kafka_topic_already_exists', true],
  // Conflicts of another kind have the same status.
  [409, 'The service is being changed by another request. Try again later.', undefined, false],
  [409, 'Another update of service name orders-db is already in progress', undefined, false],
  [409, 'Project does not exist any more', undefined, false],
  [400, 'Service user already exists', undefined, false],
])('%i "%s" %s: exists already: %s', (status, message, code, exists) => {
  const error = refusal(status, message, code)
  expect(existsAlready(error)).toBe(exists)
  if (status === 409) expect(Object.keys(refusedFields(error) ?? {})).toEqual(exists ? ['name'] : [])
})
