/** Explains a verdict: which fields of the API it used, their values, and what they mean. */
import { authenticationMethod, kafkaCa, mainComponent, type Endpoint } from './endpoint.ts'
import { lookup } from '../lib/lookup.ts'
import type { Source } from './requirements.ts'
import { tlsSwitch } from './service-settings.ts'
import type { Evidence, Verdict } from './verdict.ts'

/** One field of the API. */
export interface Finding {
  readonly field: string
  /** As the API sent it; undefined if it sent none. */
  readonly value: string | undefined
  /** As a sentence. */
  readonly meaning: string
}

/** Where the API's fields are described. */
export const API_DOCUMENT: Source = {
  title: 'Aiven’s API, ServiceGet',
  url: 'https://api.aiven.io/doc/#tag/Service/operation/ServiceGet',
  read: '2026-11-23',
}

const AUTHENTICATION: Record<string, string> = {
  certificate: 'Clients log in with a certificate and key.',
  sasl: 'Clients log in with a user name and password.',
}

const CA: Record<string, string> = {
  project_ca: 'The project’s own CA signs the brokers.',
  letsencrypt: 'Let’s Encrypt, a public CA, signs the brokers.',
}

const ofType = ({ service_type, match }: Evidence): Finding => ({
  field: 'service_type',
  value: service_type,
  meaning: match
    ? match.service_type === undefined
      ? 'It doesn’t matter here: the row applies to every type, and takes precedence over rows for one type.'
      : 'The row is for this type.'
    : 'No row matches it and this kind of endpoint.',
})

const ofComponent = ({ service_type, endpoint, match }: Evidence): Finding => {
  const field = 'components[].component'
  if (endpoint) {
    const named = match?.components !== undefined
    return {
      field,
      value: endpoint.component,
      meaning: named ? 'The row names this kind of endpoint.' : 'It doesn’t matter here.',
    }
  }
  const main = mainComponent(service_type)
  const instead = main === undefined ? 'its type alone decides' : `its type’s usual one decides, ${main}`
  return { field, value: undefined, meaning: `The service has no endpoint that clients use now: ${instead}.` }
}

/** Findings from Kafka's settings, if there is no endpoint. */
const ofSettings = ({ methods }: Evidence): Finding[] =>
  methods === undefined
    ? []
    : [
        {
          field: 'user_config.kafka_authentication_methods',
          value: `certificate: ${String(methods.certificate)}, sasl: ${String(methods.sasl)}`,
          meaning: methods.certificate
            ? 'Clients log in with a certificate and key, unless the settings say otherwise.'
            : 'Client certificates are turned off.',
        },
      ]

/** The finding from the TLS switch, if there is no endpoint. */
const ofSwitch = ({ plaintext, evidence: { service_type, endpoint } }: Verdict): Finding[] => {
  const name = tlsSwitch(service_type)
  return endpoint || !plaintext || name === undefined
    ? []
    : [{ field: `user_config.${name}`, value: 'false', meaning: 'TLS is turned off for clients.' }]
}

const ofKafka = (endpoint: Endpoint): Finding[] => {
  const method = authenticationMethod(endpoint)
  const ca = kafkaCa(endpoint)
  return [
    {
      field: 'components[].kafka_authentication_method',
      value: endpoint.kafka_authentication_method,
      meaning: lookup(AUTHENTICATION, method) ?? 'The table doesn’t know this method.',
    },
    {
      field: 'components[].kafka_ssl_ca',
      value: endpoint.kafka_ssl_ca,
      meaning: `${endpoint.kafka_ssl_ca === undefined ? 'Absent means project_ca. ' : ''}${lookup(CA, ca) ?? 'The table doesn’t know this CA.'}`,
    },
  ]
}

const ofHint = ({ row, evidence: { hint } }: Verdict): Finding[] => {
  if (row?.starred !== true) return []
  if (!hint) {
    const meaning = 'The API sent neither, so it’s unknown whether this service is an old one.'
    return [{ field: 'features.letsencrypt, connection_info.letsencrypt', value: undefined, meaning }]
  }
  const means = hint.value ? 'a public CA signs it' : 'the project’s own CA still signs it'
  const meaning = `A hint that ${means}. The API’s documentation doesn’t describe this field.`
  return [{ field: hint.field, value: String(hint.value), meaning }]
}

/** The fields that decided, in the order in which they are checked. */
export const findings = (verdict: Verdict): Finding[] => {
  const { evidence } = verdict
  const { endpoint } = evidence
  return [
    ofType(evidence),
    ofComponent(evidence),
    ...(endpoint?.component === 'kafka' ? ofKafka(endpoint) : []),
    ...ofSettings(evidence),
    ...ofSwitch(verdict),
    ...(endpoint?.ssl === false
      ? [{ field: 'components[].ssl', value: 'false', meaning: 'TLS is turned off on this endpoint.' }]
      : []),
    ...ofHint(verdict),
  ]
}

/** A question for Aiven's support about a service whose CA is unknown. */
export const supportQuestion = (project: string, service: string, { evidence }: Verdict): string => {
  const { service_type, endpoint } = evidence
  const address = endpoint ? `, endpoint ${endpoint.host}:${String(endpoint.port)}` : ''
  return [
    `Which CA signs the certificate of service "${service}" (${service_type}) in project "${project}"${address}?`,
    'If it is the project’s own CA: can the service be switched to a certificate of a publicly trusted CA, when would that happen, and do its clients have to change anything?',
  ].join('\n')
}
