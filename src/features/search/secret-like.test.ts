import { describe, expect, it } from 'vitest'

import { PASSWORDS, PLACES } from '../../diagnose/testing/secrets.ts'
import { isSecretLike } from './secret-like.ts'
import { SECRETS } from './testing/secrets.ts'

describe('a possible secret', () => {
  it.each(SECRETS)('%s', (_, text) => {
    expect(isSecretLike(text)).toBe(true)
    expect(isSecretLike(` before ${text} behind`)).toBe(true)
  })

  it.each(PLACES)('masked elsewhere too: %s', (_, place) => {
    const linked = PASSWORDS.map((password) => place(password).replaceAll(/\s+/g, ' ')).filter(
      (text) => !isSecretLike(text),
    )
    expect(linked).toEqual([])
  })

  it.each([
    '"S3cret word"',
    'login:"S3cret word"',
    'status:"password S3cret"',
    'tag:"password=S3cret"',
    'tag:"kT9S3cretvQzB7nLxW2mYpR8sHd"',
    'status:"S3cret',
    'x-status:"S3cret word"',
  ])('in quotes, other than the value of a filter: %s', (text) => {
    expect(isSecretLike(text)).toBe(true)
  })

  it.each([
    '',
    'orders-db',
    'service:orders-db status:running',
    'expires:<60d -ca:required',
    '-payments plan:business-8',
    'tag:team=payments',
    'status:"Powered off"',
    '-status:"Powered off" cloud:"Europe, Belgium" tag:"team=two words"',
    'connection refused',
    'orders-enrichment-service-changelog-partition-2024',
    'com.example.Orders.CustomerCreated',
    'AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11',
    '5f9c2d1e8b7a4c3d9e0f1a2b3c4d5e6f7a8b9c0d',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'orders-db-demo-shop.a.example.com:20984',
    'someone@example.com',
    '2026-11-23T12:00:00Z',
    '10.0.0.0/8',
  ])('not %j', (text) => {
    expect(isSecretLike(text)).toBe(false)
  })
})
