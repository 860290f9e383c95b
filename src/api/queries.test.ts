import { describe, expect, it } from 'vitest'

import { ApiError } from './errors.ts'
import { cancelQuery } from './queries.ts'

const ADDRESS = { project: 'p', service: 's' }

describe('the answer to a cancellation', () => {
  const { check } = cancelQuery(ADDRESS, 5, false)

  it('is believed when it says so', () => {
    expect(() => check?.({ success: true })).not.toThrow()
  })

  it('is an error of its own kind when the database did not do it', () => {
    expect(() => check?.({ success: false })).toThrow(expect.objectContaining({ name: 'ApiError', kind: 'declined' }))
    expect(() => check?.({ success: false })).toThrow(ApiError)
  })

  it('that says nothing is no proof', () => {
    expect(() => check?.({ message: 'ok' })).toThrow(/success/)
  })
})
