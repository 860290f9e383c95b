/**
 * States of services, and what is right about each, written down from Aiven's documents and not from the code: mark,
 * whether clients bring a certificate, state of health, which certificate decides, and how many need attention.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Endpoint } from './endpoint.ts'
import type { Validity } from './expiry.ts'
import { caHealth, endsWithin, projectHealth, serviceHealth, type HealthFacts } from './health.ts'
import { serviceVerdict } from './verdict.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

const CA = {
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

interface Case {
  readonly name: string
  readonly type: string
  readonly endpoints?: readonly string[]
  readonly methods?: unknown
  readonly ca?: keyof typeof CA
  readonly users?: keyof typeof USERS
  readonly ahead?: boolean
  readonly letsencrypt?: boolean
  /** Mark, client certificate, state, what decides, how many need attention. */
  readonly is: readonly [string, boolean, string, string, number]
}

const CASES: readonly Case[] = [
  // Databases: the CA alone.
  { name: 'pg', type: 'pg', endpoints: ['pg'], is: ['required', false, 'valid', 'ca', 0] },
  { name: 'pg, CA ends', type: 'pg', endpoints: ['pg'], ca: 'ending', is: ['required', false, 'expiring', 'ca', 1] },
  { name: 'pg, CA ended', type: 'pg', endpoints: ['pg'], ca: 'ended', is: ['required', false, 'expired', 'ca', 1] },
  { name: 'pg, CA unread', type: 'pg', endpoints: ['pg'], ca: 'unread', is: ['required', false, 'unknown', 'ca', 1] },
  { name: 'pg, two CAs', type: 'pg', endpoints: ['pg'], ca: 'two', is: ['required', false, 'rotation', 'ca', 1] },
  { name: 'pg, two far CAs', type: 'pg', endpoints: ['pg'], ca: 'far', is: ['required', false, 'rotation', 'ca', 1] },
  { name: 'pg, ahead', type: 'pg', endpoints: ['pg'], ahead: true, is: ['required', false, 'rotation', 'ca', 1] },
  { name: 'pg, powered off', type: 'pg', is: ['required', false, 'valid', 'ca', 0] },
  { name: 'pg, off, CA ended', type: 'pg', ca: 'ended', is: ['required', false, 'expired', 'ca', 1] },
  { name: 'pg, replica', type: 'pg', endpoints: ['pg', 'pgbouncer'], is: ['required', false, 'valid', 'ca', 0] },
  {
    name: 'mysql, CA ended',
    type: 'mysql',
    endpoints: ['mysql'],
    ca: 'ended',
    is: ['required', false, 'expired', 'ca', 1],
  },
  { name: 'cassandra', type: 'cassandra', endpoints: ['cassandra'], is: ['required', false, 'valid', 'ca', 0] },
  { name: 'alloydbomni', type: 'alloydbomni', ca: 'ending', is: ['required', false, 'expiring', 'ca', 1] },
  // Public CAs: nothing of the project's ends here.
  { name: 'grafana', type: 'grafana', endpoints: ['grafana'], ca: 'ended', is: ['optional', false, 'unused', '', 0] },
  { name: 'grafana, off', type: 'grafana', ca: 'ended', is: ['optional', false, 'unused', '', 0] },
  {
    name: 'clickhouse',
    type: 'clickhouse',
    endpoints: ['clickhouse'],
    ca: 'two',
    is: ['optional', false, 'unused', '', 0],
  },
  {
    name: 'connect',
    type: 'kafka_connect',
    endpoints: ['kafka_connect'],
    ca: 'ended',
    is: ['optional', false, 'unused', '', 0],
  },
  { name: 'mirror', type: 'kafka_mirrormaker', ca: 'unread', is: ['optional', false, 'unused', '', 0] },
  {
    name: 'opensearch',
    type: 'opensearch',
    endpoints: ['opensearch', 'prometheus'],
    ca: 'ended',
    is: ['optional', false, 'unused', '', 0],
  },
  {
    name: 'old elasticsearch',
    type: 'elasticsearch',
    endpoints: ['elasticsearch'],
    letsencrypt: false,
    ca: 'ended',
    is: ['required', false, 'expired', 'ca', 1],
  },
  {
    name: 'old redis',
    type: 'redis',
    endpoints: ['redis'],
    letsencrypt: false,
    ca: 'ending',
    is: ['required', false, 'expiring', 'ca', 1],
  },
  {
    name: 'valkey',
    type: 'valkey',
    endpoints: ['valkey'],
    letsencrypt: true,
    ca: 'ended',
    is: ['optional', false, 'unused', '', 0],
  },
  {
    name: 'valkey, TLS off',
    type: 'valkey',
    endpoints: ['off'],
    ca: 'ended',
    is: ['optional', false, 'unused', '', 0],
  },
  // Nobody knows.
  { name: 'quasar', type: 'quasar', endpoints: ['quasar'], is: ['unknown', false, 'unknown', 'ca', 1] },
  {
    name: 'quasar, CA ended',
    type: 'quasar',
    endpoints: ['quasar'],
    ca: 'ended',
    is: ['unknown', false, 'unknown', 'ca', 1],
  },
  {
    name: 'quasar, user ended',
    type: 'quasar',
    endpoints: ['quasar'],
    users: 'ended',
    is: ['unknown', false, 'expired', 'u', 2],
  },
  { name: 'pg, odd endpoint', type: 'pg', endpoints: ['teleport'], is: ['unknown', false, 'unknown', 'ca', 1] },
  // Kafka with client certificates.
  { name: 'kafka', type: 'kafka', endpoints: ['cert'], users: 'good', is: ['required', true, 'valid', 'u', 0] },
  {
    name: 'kafka, user ends',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'soon',
    is: ['required', true, 'expiring', 'u', 1],
  },
  {
    name: 'kafka, ends later',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'later',
    is: ['required', true, 'expiring', 'u', 1],
  },
  {
    name: 'kafka, user ended',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'ended',
    is: ['required', true, 'expired', 'u', 1],
  },
  {
    name: 'kafka, renewed',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'renewed',
    is: ['required', true, 'renewed', 'u', 1],
  },
  {
    name: 'kafka, overdue',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'overdue',
    is: ['required', true, 'renewed', 'u', 1],
  },
  {
    name: 'kafka, mixed',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'mixed',
    is: ['required', true, 'expired', 'c', 2],
  },
  {
    name: 'kafka, CA ended',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'good',
    ca: 'ended',
    is: ['required', true, 'expired', 'ca', 1],
  },
  {
    name: 'kafka, both ended',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'ended',
    ca: 'ended',
    is: ['required', true, 'expired', 'ca', 2],
  },
  {
    name: 'kafka, rotates, user sooner',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'soon',
    ca: 'two',
    is: ['required', true, 'expiring', 'u', 2],
  },
  {
    name: 'kafka, rotates, user later',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'later',
    ca: 'two',
    is: ['required', true, 'rotation', 'ca', 2],
  },
  {
    name: 'kafka, no end said',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'unsaid',
    is: ['required', true, 'unknown', 'u', 1],
  },
  {
    name: 'kafka, CA unread, user ended',
    type: 'kafka',
    endpoints: ['cert'],
    users: 'ended',
    ca: 'unread',
    is: ['required', true, 'expired', 'u', 2],
  },
  {
    name: 'kafka, both ways',
    type: 'kafka',
    endpoints: ['sasl', 'cert'],
    users: 'ended',
    is: ['required', true, 'expired', 'u', 1],
  },
  { name: 'kafka, off', type: 'kafka', users: 'soon', is: ['required', true, 'expiring', 'u', 1] },
  {
    name: 'kafka, off, certificates on',
    type: 'kafka',
    methods: { certificate: true, sasl: true },
    users: 'ended',
    is: ['required', true, 'expired', 'u', 1],
  },
  {
    name: 'kafka, off, nothing said',
    type: 'kafka',
    methods: null,
    users: 'good',
    is: ['required', true, 'valid', 'u', 0],
  },
  // Kafka without: users' certificates are nobody's.
  {
    name: 'sasl, ended',
    type: 'kafka',
    endpoints: ['sasl'],
    users: 'ended',
    is: ['required', false, 'valid', 'ca', 0],
  },
  {
    name: 'sasl, mixed',
    type: 'kafka',
    endpoints: ['sasl', 'kafka_rest'],
    users: 'mixed',
    is: ['required', false, 'valid', 'ca', 0],
  },
  {
    name: 'sasl, renewed',
    type: 'kafka',
    endpoints: ['sasl'],
    users: 'renewed',
    is: ['required', false, 'valid', 'ca', 0],
  },
  {
    name: 'sasl, CA ended',
    type: 'kafka',
    endpoints: ['sasl'],
    users: 'ended',
    ca: 'ended',
    is: ['required', false, 'expired', 'ca', 1],
  },
  {
    name: 'sasl, public',
    type: 'kafka',
    endpoints: ['saslPublic'],
    users: 'ended',
    ca: 'ended',
    is: ['optional', false, 'unused', 'u', 0],
  },
  {
    name: 'sasl, both CAs',
    type: 'kafka',
    endpoints: ['saslPublic', 'sasl'],
    users: 'ended',
    ca: 'ending',
    is: ['required', false, 'expiring', 'ca', 1],
  },
  {
    name: 'off, sasl alone',
    type: 'kafka',
    methods: { certificate: false, sasl: true },
    users: 'ended',
    is: ['required', false, 'valid', 'ca', 0],
  },
  {
    name: 'off, sasl alone, CA ended',
    type: 'kafka',
    methods: { certificate: false, sasl: true },
    users: 'ended',
    ca: 'ended',
    is: ['required', false, 'expired', 'ca', 1],
  },
  {
    name: 'odd method',
    type: 'kafka',
    endpoints: ['oauth'],
    users: 'ended',
    is: ['unknown', false, 'expired', 'u', 2],
  },
]

const serviceOf = ({ type, endpoints = [], methods, users = 'none', letsencrypt }: Case): HealthFacts => ({
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
  maintenance: { updates: [] },
  users: USERS[users].map(([username, days, old]: readonly [string, number, number?]) => ({
    username,
    access_cert_not_valid_after_time: Number.isNaN(days) ? 'soon' : inDays(days).toISOString(),
    expiring_cert_not_valid_after_time: old === undefined ? undefined : inDays(old).toISOString(),
  })),
})

const needing = (states: readonly string[]) => states.filter((state) => state !== 'valid' && state !== 'unused').length

describe('the states of services', () => {
  it.each(CASES)('$name', (one) => {
    const service = serviceOf(one)
    const { mark, clientCertificate } = serviceVerdict(service)
    const { state, item, items } = serviceHealth(service, CA[one.ca ?? 'good'], one.ahead ?? false, NOW)
    const decides = item?.kind === 'ca' ? 'ca' : (item?.username ?? '')
    expect([mark, clientCertificate, state, decides, needing(items.map((each) => each.state))]).toEqual(one.is)
  })

  it('are many, and no two the same', () => {
    expect(CASES.length).toBeGreaterThan(40)
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
  })
})

describe('a project', () => {
  it('counts its CA once, and every user', () => {
    const services = ['kafka, mixed', 'sasl, ended', 'pg, CA ended'].map((name) =>
      serviceOf(CASES.find((one) => one.name === name) ?? CASES[0]!),
    )
    const { state, items } = projectHealth(services, CA.ending, NOW)
    expect(state).toBe('expired')
    expect(needing(items.map((item) => item.state))).toBe(3)
    expect(items.map((item) => item.kind).filter((kind) => kind === 'ca')).toHaveLength(1)
  })

  it('whose CA could not be had is no healthy one', () => {
    expect(projectHealth([], undefined, NOW).state).toBe('unknown')
    expect(projectHealth([], CA.good, NOW).state).toBe('valid')
  })
})

describe('endsWithin', () => {
  it.each([
    [30, 'soon', true],
    [10, 'soon', false],
    [30, 'ended', true],
    [60, 'renewed', true],
    [60, 'good', false],
  ] as const)('%d days, %s: %s', (days, users, expected) => {
    const service = serviceOf({ name: '', type: 'kafka', endpoints: ['cert'], users, is: CASES[0]!.is })
    const item = serviceHealth(service, CA.good, false, NOW).items.find(({ kind }) => kind === 'user')
    expect(item && endsWithin(item, days, NOW)).toBe(expected)
  })

  it('never holds for what nobody uses', () => {
    const service = serviceOf({ name: '', type: 'kafka', endpoints: ['sasl'], users: 'ended', is: CASES[0]!.is })
    expect(serviceHealth(service, CA.good, false, NOW).items.filter((item) => endsWithin(item, 9, NOW))).toEqual([])
  })
})

it('what has ended always decides, whatever else there is', () => {
  const days = fc.array(fc.integer({ min: -400, max: 4000 }), { maxLength: 5 })
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 4000 }), fc.boolean(), (ends, caEnds, ahead) => {
      const ca = [{ notBefore: inDays(-4000), notAfter: inDays(caEnds) }]
      const users = ends.map((day, index) => ({
        username: String(index),
        access_cert_not_valid_after_time: inDays(day).toISOString(),
      }))
      const service = { ...serviceOf({ name: '', type: 'kafka', endpoints: ['cert'], is: CASES[0]!.is }), users }
      const { state, items } = serviceHealth(service, ca, ahead, NOW)
      expect(state === 'expired').toBe([caEnds, ...ends].some((day) => day <= 0))
      expect(items).toHaveLength(users.length + 1)
      expect(caHealth(ca, ahead, NOW)[0]?.next).toBe(false)
    }),
  )
})
