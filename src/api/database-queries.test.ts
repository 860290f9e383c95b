import { describe, expect, it } from 'vitest'

import { ApiError } from './errors.ts'
import { cancelQuery } from './database-queries.ts'

const ADDRESS = { project: 'p', service: 's' }

describe('the answer to a cancellation', () => {
  const { check } = cancelQuery(ADDRESS, 5, false)

  it('is a success if it says so', () => {
    expect(() => check?.({ success: true })).not.toThrow()
  })

  it('is a declined error if the database did not do it', () => {
    expect(() => check?.({ success: false })).toThrow(expect.objectContaining({ name: 'ApiError', kind: 'declined' }))
    expect(() => check?.({ success: false })).toThrow(ApiError)
  })

  it('without a result is not a success', () => {
    expect(() => check?.({ message: 'ok' })).toThrow(/success/)
  })
})
