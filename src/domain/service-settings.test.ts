import { describe, expect, it } from 'vitest'

import { kafkaMethods, saslMechanism } from './service-settings.ts'
import { serviceVerdict } from './verdict.ts'

const mechanisms = (plain?: unknown, sha256?: unknown, sha512?: unknown) => ({
  kafka_sasl_mechanisms: { plain, scram_sha_256: sha256, scram_sha_512: sha512 },
})

describe('the SASL mechanism for a password', () => {
  it.each([
    ['nothing said: all are on', {}, 'SCRAM-SHA-512'],
    ['null', { kafka_sasl_mechanisms: null }, 'SCRAM-SHA-512'],
    ['all on', mechanisms(true, true, true), 'SCRAM-SHA-512'],
    ['SHA-512 off', mechanisms(true, true, false), 'SCRAM-SHA-256'],
    ['SHA-512 alone', mechanisms(false, false, true), 'SCRAM-SHA-512'],
    ['PLAIN alone', mechanisms(true, false, false), 'PLAIN'],
    ['all off: tokens alone', mechanisms(false, false, false), undefined],
    ['one off, the others not said', mechanisms(undefined, undefined, false), 'SCRAM-SHA-256'],
    ['words where switches belong', mechanisms('no', 'no', 'no'), 'SCRAM-SHA-512'],
  ] as const)('%s', (_, settings, expected) => {
    expect(saslMechanism(settings)).toBe(expected)
  })
})

describe("Kafka's ways to log in", () => {
  it.each([
    [{}, true, false],
    [{ kafka_authentication_methods: null }, true, false],
    [{ kafka_authentication_methods: { certificate: false, sasl: true } }, false, true],
    [{ kafka_authentication_methods: { sasl: true } }, true, true],
    [{ kafka_authentication_methods: 'sasl' }, true, false],
  ] as const)('%j', (settings, certificate, sasl) => {
    expect(kafkaMethods(settings)).toEqual({ certificate, sasl })
  })
})

describe('services without endpoints, by their settings', () => {
  const off = (service_type: string, user_config: object) =>
    serviceVerdict({ service_type, components: [], user_config: { ...user_config } })

  it.each([
    ['valkey', { valkey_ssl: false }, true],
    ['redis', { redis_ssl: false }, true],
    ['dragonfly', { dragonfly_ssl: false }, true],
    ['valkey', { valkey_ssl: true }, false],
    ['valkey', {}, false],
    ['valkey', { redis_ssl: false }, false],
    ['pg', { pg_ssl: false }, false],
  ] as const)('%s %j: TLS is off: %s', (type, settings, plaintext) => {
    expect(off(type, settings).plaintext).toBe(plaintext)
  })

  it.each([
    [{ kafka_authentication_methods: { certificate: false, sasl: true } }, 'required'],
    [{ kafka_authentication_methods: { certificate: false, sasl: true }, letsencrypt_sasl: true }, 'optional'],
    [{ letsencrypt_sasl: true }, 'required'],
  ] as const)('Kafka %j: the CA is %s', (settings, mark) => {
    expect(off('kafka', settings).mark).toBe(mark)
  })
})
