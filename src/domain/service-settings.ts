/**
 * What a service's own settings (Aiven's `user_config`) say about how clients log in. Defaults are those of Aiven's
 * user config; what stands there in another shape is taken as not said.
 */
import { lookup } from '../lib/lookup.ts'

/** The settings as the API sends them. */
export type ServiceSettings = Readonly<Record<string, unknown>>

const switchOf = (settings: unknown, name: string, usual: boolean): boolean => {
  const value: unknown = typeof settings === 'object' && settings !== null ? (settings as ServiceSettings)[name] : null
  return typeof value === 'boolean' ? value : usual
}

/** The switch for TLS, of types that have one. */
const TLS_SWITCHES: Record<string, string> = { redis: 'redis_ssl', valkey: 'valkey_ssl', dragonfly: 'dragonfly_ssl' }

/** The name of the switch for TLS; undefined for types that have none. */
export const tlsSwitch = (serviceType: string): string | undefined => lookup(TLS_SWITCHES, serviceType)

/** Whether TLS is switched off. */
export const isTlsOff = (serviceType: string, settings: ServiceSettings): boolean => {
  const name = tlsSwitch(serviceType)
  return name !== undefined && !switchOf(settings, name, true)
}

/** Whether a public CA signs the endpoints on which Kafka clients log in by SASL. */
export const hasPublicSasl = (settings: ServiceSettings): boolean => switchOf(settings, 'letsencrypt_sasl', false)

/** Which ways to log in a Kafka service has. */
export const kafkaMethods = ({ kafka_authentication_methods: methods }: ServiceSettings) => ({
  certificate: switchOf(methods, 'certificate', true),
  sasl: switchOf(methods, 'sasl', false),
})

/** SASL mechanisms by which a user name and a password log in. */
export type SaslMechanism = 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'PLAIN'

/** Those that don't send the password itself go first. */
const MECHANISMS: readonly (readonly [setting: string, mechanism: SaslMechanism])[] = [
  ['scram_sha_512', 'SCRAM-SHA-512'],
  ['scram_sha_256', 'SCRAM-SHA-256'],
  ['plain', 'PLAIN'],
]

/**
 * The mechanism that Kafka clients are to use.
 * @returns undefined where all are switched off: then no password can log in, only OAUTHBEARER's tokens
 */
export const saslMechanism = ({ kafka_sasl_mechanisms: settings }: ServiceSettings): SaslMechanism | undefined =>
  MECHANISMS.find(([name]) => switchOf(settings, name, true))?.[1]
