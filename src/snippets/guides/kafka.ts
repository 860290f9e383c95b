/** What the Kafka guides have in common. */
import type { SaslMechanism } from '../../domain/service-settings.ts'
import { stringLiteral, UnwritableError } from '../escape.ts'
import { NO_MECHANISM, type ConnectionFacts, type System, type Variable } from '../guide.ts'
import { addressOf, CA, CERTIFICATE, KEY, PASSWORD_PLACEHOLDER, passwordVariable, pathOf } from './parts.ts'

/**
 * The SASL mechanism, in the words of Kafka's own settings.
 * @throws {UnwritableError} where the service takes none by which a password logs in
 */
export const mechanismOf = ({ mechanism }: ConnectionFacts): SaslMechanism => {
  if (mechanism === undefined) throw new UnwritableError(NO_MECHANISM)
  return mechanism
}

export const KAFKA_PASSWORD = 'KAFKA_PASSWORD'

export const usesSasl = ({ authentication }: ConnectionFacts): boolean => authentication === 'sasl'

/** The password's variable, for clients that log in with one. */
export const kafkaEnvironment = (facts: ConnectionFacts): readonly Variable[] =>
  usesSasl(facts) ? [passwordVariable(KAFKA_PASSWORD, facts)] : []

/** Settings of librdkafka, which kcat and Confluent's clients are made with; the password is the caller's. */
export const librdkafkaSettings = (facts: ConnectionFacts, system: System): readonly (readonly [string, string])[] => {
  const login: readonly (readonly [string, string])[] = usesSasl(facts)
    ? [
        ['security.protocol', 'sasl_ssl'],
        ['sasl.mechanisms', mechanismOf(facts)],
        ['sasl.username', facts.user],
      ]
    : [
        ['security.protocol', 'ssl'],
        ['ssl.certificate.location', pathOf(facts, system, CERTIFICATE)],
        ['ssl.key.location', pathOf(facts, system, KEY)],
      ]
  return [
    ['bootstrap.servers', addressOf(facts)],
    ...login,
    // Without it the system's trust is taken.
    ...(facts.trust === 'project-ca' ? [['ssl.ca.location', pathOf(facts, system, CA)] as const] : []),
    // The defaults since librdkafka 2.0; older ones don't look at the name.
    ['enable.ssl.certificate.verification', 'true'],
    ['ssl.endpoint.identification.algorithm', 'https'],
  ]
}

/** The password, or a placeholder for it. */
export const passwordOr = ({ password }: ConnectionFacts): string => password ?? PASSWORD_PLACEHOLDER

/** A line of a Python dictionary. */
export const dictionaryLine = (key: string, value: string): string => `${stringLiteral(key)}: ${value}`
