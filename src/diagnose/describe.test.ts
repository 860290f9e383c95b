import { describe, expect, it } from 'vitest'

import type { Certificate } from '../crypto/x509.ts'
import { describeValidity } from './describe.ts'
import { plain } from './words.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

describe('how long a certificate is good', () => {
  it.each([
    [3650, '9 years left', 'good'],
    [200, '200 days left', 'good'],
    [5, '5 days left', 'attention'],
    [-0.2, 'Expired today', 'bad'],
    [-12, 'Expired 12 days ago', 'bad'],
  ])('%d days before its end: %s', (days, words, tone) => {
    const certificate = { notBefore: after(-400), notAfter: after(days) } as Certificate
    const answer = describeValidity(certificate, NOW)
    expect(plain(answer.words)).toContain(words)
    expect(answer.tone).toBe(tone)
  })
})
