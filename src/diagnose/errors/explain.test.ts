import { describe, expect, it } from 'vitest'

import { explainErrors } from './explain.ts'
import { ERROR_PATTERNS } from './patterns.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import samples from './samples.json' with { type: 'json' }

/** What else may be said of a failure: clients that don't say what is wrong. */
const ALSO: Record<string, readonly string[]> = {
  'no-ca': ['wrong-ca', 'no-root-file', 'untrusted', 'not-verified'],
  'wrong-ca': ['untrusted', 'not-verified'],
  'wrong-host': ['not-verified'],
  expired: ['not-verified'],
  'no-client-certificate': ['client-certificate', 'hung-up'],
  'no-tls': ['hung-up'],
}

/** Messages read elsewhere, with where. */
const READ: [string, string, string][] = [
  ['untrusted', 'psql 17', 'SSL error: self-signed certificate in certificate chain'],
  ['no-root-file', 'psql 15, run by hand', 'root certificate file "/home/me/.postgresql/root.crt" does not exist'],
  [
    'empty-trust-store',
    'keytool and Java 17, run by hand',
    'java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
  ],
  ['store-password', 'Java 17, run by hand', 'java.io.IOException: keystore password was incorrect'],
]

describe('explainErrors', () => {
  it.each([...samples, ...proofSamples])('$client $version: $failure', ({ failure, message }) => {
    const [first] = explainErrors(message)
    expect([failure, ...(ALSO[failure] ?? [])]).toContain(first?.id)
  })

  it.each(READ)('%s (%s)', (id, _, message) => {
    expect(explainErrors(message)[0]?.id).toBe(id)
  })

  it('every pattern has a message that some client printed', () => {
    const messages = [...samples.map(({ message }) => message), ...READ.map(([, , message]) => message)]
    const unmatched = ERROR_PATTERNS.filter(
      ({ signs }) => !messages.some((text) => signs.some((sign) => sign.test(text))),
    )
    expect(unmatched.map(({ id }) => id)).toEqual([])
  })

  it('says nothing about what is no error', () => {
    expect(explainErrors('All is well. The weather is fine today.')).toEqual([])
    expect(explainErrors('')).toEqual([])
  })
})
