import { describe, expect, it } from 'vitest'

import { explainErrors } from './explain.ts'
import { PASTED } from '../testing/pasted-messages.ts'
import { READ } from '../testing/read-messages.ts'
import { CATALOGUE } from './catalogue.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import samples from './samples.json' with { type: 'json' }

/** What else may be said of a failure: clients that don't say what is wrong. */
const ALSO: Record<string, readonly string[]> = {
  'no-ca': ['wrong-ca', 'no-root-file', 'untrusted', 'not-verified'],
  'wrong-ca': ['untrusted', 'not-verified'],
  'wrong-host': ['not-verified'],
  expired: ['not-verified'],
  'no-client-certificate': ['client-certificate', 'hung-up'],
  'no-tls': ['hung-up', 'without-tls', 'no-brokers'],
  refused: ['no-brokers'],
}

describe('explainErrors', () => {
  it.each([...samples, ...proofSamples])('$client $version: $failure', ({ failure, message }) => {
    const [first] = explainErrors(message)
    expect([failure, ...(ALSO[failure] ?? [])]).toContain(first?.id)
  })

  it.each([...READ, ...PASTED])('%s (%s)', (id, _, message) => {
    expect(explainErrors(message)[0]?.id).toBe(id)
  })

  it('every pattern has a message that some client printed', () => {
    const messages = [...samples.map(({ message }) => message), ...[...READ, ...PASTED].map(([, , message]) => message)]
    const unmatched = CATALOGUE.filter(({ signs }) => !messages.some((text) => signs.some((sign) => sign.test(text))))
    expect(unmatched.map(({ id }) => id)).toEqual([])
  })

  it.each([
    'Certificate: NotBefore: Mon Jan 01 2024, NotAfter: Fri Jan 01 2044',
    'ValueError: Cannot set verify_mode to CERT_NONE when check_hostname is enabled.',
    'SASL_PLAINTEXT is configured',
    'the server supports TLS, and the client too',
  ])('says nothing of trust, dates or names where a message names them only: %s', (text) => {
    expect(explainErrors(text).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['SSL error: tlsv1 alert unknown ca', ['client-refused']],
    ['remote error: tls: bad certificate', ['client-refused']],
    ['Received fatal alert: certificate_unknown', ['client-refused']],
  ])('an alert that was received is the other side’s refusal: %s', (text, ids) => {
    expect(explainErrors(text).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    [
      'error:0308010C:digital envelope routines::unsupported\n    at new Hash\n    at Object.createHash',
      'old-encryption',
    ],
    ["Error: error:1C800064:Provider routines::bad decrypt { code: 'ERR_OSSL_BAD_DECRYPT' }", 'bad-decrypt'],
    ['SSL handshake failed: Disconnected: connecting to a PLAINTEXT broker listener?', 'hung-up'],
  ])('leaves the cause open where the message does: %s', (text, id) => {
    const found = explainErrors(text)
    expect(found.map((one) => one.id)).toEqual([id])
    expect(found[0]?.causes?.length).toBeGreaterThan(1)
  })

  it('asks whether a revocation server is there only where one is named', () => {
    const said = READ.filter(([id]) => id.startsWith('revocation')).map(([, , text]) =>
      explainErrors(text).map(({ id }) => id),
    )
    expect(said).toEqual([['revocation'], ['revocation'], ['revocation-offline']])
  })

  it('a missing file is no missing host', () => {
    expect(explainErrors("FileNotFoundError: [Errno 2] No such file: 'ca.pem'").map(({ id }) => id)).not.toContain(
      'dns',
    )
  })

  it('says nothing about what is no error', () => {
    expect(explainErrors('All is well. The weather is fine today.')).toEqual([])
    expect(explainErrors('')).toEqual([])
  })
})
