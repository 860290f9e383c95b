/**
 * Whether a service accepts client certificates at all. Kafka's users have one in any case; if no endpoint
 * accepts them, nothing breaks when they expire, and a reset would only cut off clients that log in with a password.
 */
import { MONITORING_COMPONENTS } from './endpoint.ts'
import { userExpiry, type Expiry, type UserCertificateTimes } from './expiry.ts'
import { kafkaMethods, type ServiceSettings } from './service-settings.ts'
import { endpointVerdict, typeRow, type ServiceFacts } from './verdict.ts'

/** The facts that decide: the service's endpoints or, if it has none, its settings. */
export interface ClientCertificateFacts extends ServiceFacts {
  readonly user_config: ServiceSettings
  /** Number of endpoints that couldn't be read: one of them may accept certificates. */
  readonly unreadEndpoints: number
}

/**
 * Whether clients can log in with a certificate.
 * @returns undefined if unknown: the table lacks the type or an endpoint
 */
export const takesClientCertificates = (service: ClientCertificateFacts): boolean | undefined => {
  const { service_type, components, unreadEndpoints, user_config } = service
  const endpoints = components.filter(({ component }) => !MONITORING_COMPONENTS.includes(component))
  const verdicts = endpoints.map((endpoint) => endpointVerdict(service, endpoint))
  if (verdicts.some(({ clientCertificate }) => clientCertificate)) return true
  if (unreadEndpoints > 0 || typeRow(service_type) === undefined) return undefined
  if (service_type !== 'kafka') return false
  if (!endpoints.some(({ component }) => component === 'kafka')) return kafkaMethods(user_config).certificate
  return verdicts.some(({ row }) => row === undefined) ? undefined : false
}

/**
 * The state of a service user's certificate, considering whether the service accepts it; undefined for users without one.
 */
export const serviceUserExpiry = (
  service: ClientCertificateFacts,
  user: UserCertificateTimes,
  now: Date,
): Expiry | undefined => {
  const expiry = userExpiry(user, now)
  return expiry && takesClientCertificates(service) === false
    ? { ...expiry, state: 'unused', deadline: undefined }
    : expiry
}
