import { expect, it } from 'vitest'

import { ApiError } from '../../api/errors.ts'
import { namedField } from './named-field.ts'

const FIELDS = ['pool_name', 'database', 'allowed', 'time', 'day', 'disk', 'authentication', 'plan']

const namedIn = (message: string, status = 400) =>
  Object.keys(namedField(new ApiError(message, { kind: 'http', status, operation: 'ServiceCreate' }), FIELDS) ?? {})

it.each([
  ['Invalid input for pool_name: too long', 'pool_name'],
  ['pool_name is not valid', 'pool_name'],
  ['Invalid input for database: no such database', 'database'],
  ["Field 'plan' is required", 'plan'],
  ['Unknown value of the field day', 'day'],
  ['Invalid input for database: "pool_name" is no name', 'database'],
])('%s: stands at %s', (message, field) => {
  expect(namedIn(message)).toEqual([field])
})

it.each([
  'This operation is not allowed for trial projects',
  'Cannot verify the payment method at this time',
  'Only one service per day',
  'Not enough free disk',
  'The service type does not support authentication',
  'No connections left for database replication slots',
  'pool_name and database do not fit: database: gone',
])('%s: stands at no field', (message) => {
  expect(namedIn(message)).toEqual([])
})

it('only a 400 is about a field', () => {
  expect(namedIn('Invalid input for pool_name: taken', 409)).toEqual([])
})
