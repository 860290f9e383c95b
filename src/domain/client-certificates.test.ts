import { describe, expect, it } from 'vitest'

import { serviceUserExpiry, takesClientCertificates, type ClientCertificateFacts } from './client-certificates.ts'
import type { Endpoint } from './endpoint.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

const endpoint = (component: string, more: Partial<Endpoint> = {}): Endpoint => ({
  component,
  host: 'h.example.com',
  port: 1,
  route: 'dynamic',
  usage: 'primary',
  ...more,
})

const CERTIFICATE = endpoint('kafka', { kafka_authentication_method: 'certificate' })
const SASL = endpoint('kafka', { kafka_authentication_method: 'sasl' })
const PUBLIC_SASL = endpoint('kafka', { kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' })
const REST = endpoint('kafka_rest')
const SCRAPE = endpoint('prometheus')

const service = (
  service_type: string,
  components: readonly Endpoint[],
  methods?: unknown,
  unreadEndpoints = 0,
): ClientCertificateFacts => ({
  service_type,
  components,
  unreadEndpoints,
  user_config: methods === undefined ? {} : { kafka_authentication_methods: methods },
})

describe('whether clients can log in with a certificate', () => {
  it.each([
    ['one endpoint of several takes them', service('kafka', [SASL, REST, CERTIFICATE]), true],
    ['an endpoint that does not say', service('kafka', [endpoint('kafka')]), true],
    ['SASL alone', service('kafka', [SASL, REST, SCRAPE]), false],
    ['SASL on a public CA alone', service('kafka', [PUBLIC_SASL]), false],
    ['SASL alone, whatever the settings say', service('kafka', [SASL], { certificate: true, sasl: true }), false],
    ['certificates, whatever the settings say', service('kafka', [CERTIFICATE], { certificate: false }), true],
    ['a method nobody knows', service('kafka', [endpoint('kafka', { kafka_authentication_method: 'x' })]), undefined],
    ['an endpoint that could not be read', service('kafka', [SASL], undefined, 1), undefined],
    ['no endpoint and no settings', service('kafka', []), true],
    ['no endpoint, certificates off', service('kafka', [], { certificate: false, sasl: true }), false],
    ['no endpoint, certificates on', service('kafka', [], { certificate: true, sasl: true }), true],
    ['settings of another shape', service('kafka', [], null), true],
    ['nothing but monitoring, certificates off', service('kafka', [SCRAPE], { certificate: false }), false],
    ['a database', service('pg', [endpoint('pg')]), false],
    ['a database that is powered off', service('pg', []), false],
    ['a type nobody knows', service('quasar', [endpoint('quasar')]), undefined],
    [
      'its endpoint says so',
      service('quasar', [endpoint('quasar', { kafka_authentication_method: 'certificate' })]),
      true,
    ],
  ] as const)('%s', (_, facts, expected) => {
    expect(takesClientCertificates(facts)).toBe(expected)
  })
})

describe('what becomes of a certificate that nobody can use', () => {
  const iso = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString()
  it.each([
    ['ended', { access_cert_not_valid_after_time: iso(-3) }, 'expired'],
    ['ending', { access_cert_not_valid_after_time: iso(20) }, 'expiring'],
    ['renewed', { access_cert_not_valid_after_time: iso(783), expiring_cert_not_valid_after_time: iso(53) }, 'renewed'],
    ['good', { access_cert_not_valid_after_time: iso(640) }, 'valid'],
  ] as const)('%s: nothing, and only there', (_, user, state) => {
    expect(serviceUserExpiry(service('kafka', [SASL]), user, NOW)).toMatchObject({
      state: 'unused',
      deadline: undefined,
    })
    for (const facts of [service('kafka', [CERTIFICATE, SASL]), service('quasar', [])])
      expect(serviceUserExpiry(facts, user, NOW)?.state).toBe(state)
    expect(serviceUserExpiry(service('kafka', [SASL]), {}, NOW)).toBeUndefined()
  })
})
