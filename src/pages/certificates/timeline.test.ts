import { expect, it } from 'vitest'

import type { CertificateRow } from '../../domain/certificate-row.ts'
import { MONTHS, monthEnds } from './timeline.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

const row = (kind: 'ca' | 'user', deadline: string | undefined) =>
  ({ kind, deadline: deadline === undefined ? undefined : new Date(deadline) }) as CertificateRow

it.each([
  ['earlier this month', '2026-11-20T00:00:00Z', -1],
  ['later this month', '2026-11-30T23:59:59Z', 0],
  ['at the first moment of the next', '2026-12-01T00:00:00Z', 1],
  ['in the last month', '2028-10-31T00:00:00Z', MONTHS - 1],
  ['after it', '2028-11-01T00:00:00Z', -1],
  ['never', undefined, -1],
])('counts what ends %s', (_, deadline, month) => {
  const ends = monthEnds([row('user', deadline), row('ca', deadline)], NOW)
  expect(ends).toHaveLength(MONTHS)
  expect(ends.findIndex(({ cas, users }) => cas === 1 && users === 1)).toBe(month)
  expect(ends.reduce((sum, { cas, users }) => sum + cas + users, 0)).toBe(month === -1 ? 0 : 2)
})
