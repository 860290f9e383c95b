/** The states of `service-states.ts` as facts: what the API would send of each. */
import { lookup } from '../../lib/lookup.ts'
import type { Endpoint } from '../endpoint.ts'
import type { Validity } from '../expiry.ts'
import type { HealthFacts } from '../health.ts'
import type { ServiceState } from './service-states.ts'

/** The date in the table's tests. */
export const NOW = new Date('2026-11-23T12:00:00Z')

export const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000)

/** Certificates of a project's CA; undefined where they couldn't be read. */
export const CA = {
  good: [{ notBefore: inDays(-890), notAfter: inDays(2760) }],
  ending: [{ notBefore: inDays(-3590), notAfter: inDays(60) }],
  ended: [{ notBefore: inDays(-3662), notAfter: inDays(-12) }],
  two: [
    { notBefore: inDays(-3590), notAfter: inDays(60) },
    { notBefore: inDays(-6), notAfter: inDays(3644) },
  ],
  far: [
    { notBefore: inDays(-1000), notAfter: inDays(2650) },
    { notBefore: inDays(-6), notAfter: inDays(3644) },
  ],
  unread: undefined,
} as const satisfies Record<string, readonly Validity[] | undefined>

/** Users by how many days their certificate is good, and the one before it. */
const USERS = {
  none: [],
  good: [['u', 640]],
  soon: [['u', 20]],
  later: [['u', 89]],
  ended: [['u', -3]],
  renewed: [['u', 783, 53]],
  overdue: [['u', 783, -2]],
  mixed: [
    ['a', 640],
    ['b', 20],
    ['c', -3],
  ],
  unsaid: [['u', NaN]],
} as const satisfies Record<string, readonly (readonly [name: string, days: number, old?: number])[]>

/** Endpoints in short: a component, and for Kafka its method and who signs it. */
const ENDPOINTS: Record<string, Partial<Endpoint> & { component: string }> = {
  cert: { component: 'kafka', kafka_authentication_method: 'certificate' },
  sasl: { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca' },
  saslPublic: { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' },
  oauth: { component: 'kafka', kafka_authentication_method: 'oauth' },
  off: { component: 'valkey', ssl: false },
}

const UPDATE = { description: 'TLS certificate update' }

export const healthFacts = ({ type, endpoints, methods, users, ahead, letsencrypt }: ServiceState): HealthFacts => ({
  service_type: type,
  components: endpoints.map((name) => ({
    host: 'h.example.com',
    port: 1,
    route: 'dynamic',
    usage: 'primary',
    ...(ENDPOINTS[name] ?? { component: name }),
  })),
  unreadEndpoints: 0,
  user_config: methods === undefined ? {} : { kafka_authentication_methods: methods },
  features: { letsencrypt },
  maintenance: { updates: ahead ? [UPDATE] : [] },
  users: (lookup(USERS, users) ?? []).map(([username, days, old]: readonly [string, number, number?]) => ({
    username,
    access_cert_not_valid_after_time: Number.isNaN(days) ? 'soon' : inDays(days).toISOString(),
    expiring_cert_not_valid_after_time: old === undefined ? undefined : inDays(old).toISOString(),
  })),
})
