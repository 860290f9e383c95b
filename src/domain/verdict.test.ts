import { describe, expect, it } from 'vitest'

import { rankEndpoints, type Endpoint } from './endpoint.ts'
import { REQUIREMENTS, SEED_ROWS } from './requirements.ts'
import { endpointVerdict, primaryEndpoint, serviceVerdict, typeRow, type Mark, type ServiceFacts } from './verdict.ts'

const endpoint = (component: string, facts: Partial<Endpoint> = {}): Endpoint => ({
  component,
  host: 'h.example.com',
  port: 1,
  route: 'dynamic',
  usage: 'primary',
  ...facts,
})

const service = (
  service_type: string,
  components: readonly Endpoint[] = [],
  more: Partial<ServiceFacts> = {},
): ServiceFacts => ({
  service_type,
  components,
  ...more,
})

/**
 * Written by hand from the document of 2021 and Aiven's documentation, without a look at the table: an edit of
 * the table alone is caught here. Type, component, facts, expected mark, "+ client certificate".
 */
const CERTIFICATE = { kafka_authentication_method: 'certificate' }
const SASL = { kafka_authentication_method: 'sasl' }
const EXPECTED: [string, string, Partial<Endpoint>, Mark, boolean][] = [
  ['pg', 'pg', {}, 'required', false],
  ['pg', 'pgbouncer', {}, 'required', false],
  ['kafka', 'kafka', CERTIFICATE, 'required', true],
  ['kafka', 'kafka', { ...CERTIFICATE, kafka_ssl_ca: 'project_ca' }, 'required', true],
  ['kafka', 'kafka', {}, 'required', true],
  ['kafka', 'kafka', SASL, 'required', false],
  ['kafka', 'kafka', { ...SASL, kafka_ssl_ca: 'project_ca' }, 'required', false],
  ['kafka', 'kafka', { ...SASL, kafka_ssl_ca: 'letsencrypt' }, 'optional', false],
  ['kafka', 'kafka', { ...SASL, kafka_ssl_ca: 'some_new_ca' }, 'unknown', false],
  ['kafka', 'kafka', { kafka_authentication_method: 'oauth' }, 'unknown', false],
  ['kafka', 'kafka', { ...CERTIFICATE, kafka_ssl_ca: 'letsencrypt' }, 'unknown', true],
  ['kafka', 'kafka_connect', {}, 'optional', false],
  ['kafka', 'kafka_rest', {}, 'optional', false],
  ['kafka', 'schema_registry', {}, 'optional', false],
  ['kafka_connect', 'kafka_connect', {}, 'optional', false],
  ['elasticsearch', 'elasticsearch', {}, 'optional', false],
  ['elasticsearch', 'kibana', {}, 'optional', false],
  ['grafana', 'grafana', {}, 'optional', false],
  ['influxdb', 'influxdb', {}, 'optional', false],
  ['redis', 'redis', {}, 'optional', false],
  ['mysql', 'mysql', {}, 'required', false],
  ['mysql', 'mysqlx', {}, 'required', false],
  ['cassandra', 'cassandra', {}, 'required', false],
  ['alloydbomni', 'pg', {}, 'required', false],
  ['valkey', 'valkey', {}, 'optional', false],
  ['opensearch', 'opensearch', {}, 'optional', false],
  ['opensearch', 'opensearch_dashboards', {}, 'optional', false],
  ['clickhouse', 'clickhouse', {}, 'optional', false],
  ['clickhouse', 'clickhouse_https', {}, 'optional', false],
  ['flink', 'flink', {}, 'optional', false],
  ['dragonfly', 'dragonfly', {}, 'optional', false],
  ['m3db', 'm3coordinator', {}, 'optional', false],
  ['m3aggregator', 'whatever', {}, 'optional', false],
  ['thanos', 'query_frontend', {}, 'optional', false],
  ['datahub', 'whatever', {}, 'optional', false],
  ['application', 'whatever', {}, 'optional', false],
  ['kafka_mirrormaker', 'whatever', {}, 'optional', false],
  ...['pg', 'mysql', 'kafka', 'grafana', 'valkey', 'clickhouse', 'quasar', 'datahub'].flatMap(
    (type): [string, string, Partial<Endpoint>, Mark, boolean][] => [
      [type, 'prometheus', {}, 'required', false],
      [type, 'jolokia', {}, 'required', false],
    ],
  ),
  ['valkey', 'valkey', { ssl: false }, 'optional', false],
  ['valkey', 'valkey', { ssl: true }, 'optional', false],
  ['dragonfly', 'dragonfly', { ssl: false }, 'optional', false],
  ['quasar', 'quasar', {}, 'unknown', false],
  ['pg', 'teleport', {}, 'unknown', false],
  ['pg', '', {}, 'unknown', false],
  ['', '', {}, 'unknown', false],
]

describe('endpointVerdict', () => {
  it.each(EXPECTED)('%s, component "%s" %o: %s, client certificate: %s', (type, component, facts, mark, client) => {
    const verdict = endpointVerdict(service(type), endpoint(component, facts))
    expect(verdict.mark).toBe(mark)
    expect(verdict.clientCertificate).toBe(client)
    expect(verdict.plaintext).toBe(facts.ssl === false)
    expect(verdict.reason).toMatch(/^[A-Z].*\.$/)
    expect(verdict.without).toMatch(/\.$/)
  })

  it('says whose word it is', () => {
    const basis = (type: string, component: string, facts: Partial<Endpoint>, more: Partial<ServiceFacts> = {}) =>
      endpointVerdict(service(type, [], more), endpoint(component, facts)).basis
    expect(basis('pg', 'pg', {})).toBe('table')
    expect(basis('kafka', 'kafka', { ...SASL, kafka_ssl_ca: 'letsencrypt' })).toBe('api')
    expect(basis('valkey', 'valkey', { ssl: false })).toBe('api')
    expect(basis('valkey', 'valkey', {}, { features: { letsencrypt: false } })).toBe('hint')
    expect(basis('quasar', 'quasar', {})).toBe('unknown')
  })

  it('names what no row matches', () => {
    expect(endpointVerdict(service('quasar'), endpoint('x')).reason).toContain('service type "quasar"')
    expect(endpointVerdict(service('pg'), endpoint('teleport')).reason).toContain('("teleport") of pg')
  })
})

describe('the undocumented letsencrypt hint', () => {
  const STARRED = [
    ['elasticsearch', 'elasticsearch'],
    ['influxdb', 'influxdb'],
    ['redis', 'redis'],
    ['valkey', 'valkey'],
    ['opensearch', 'opensearch'],
  ] as const

  it.each(STARRED)('false raises %s to required, true confirms optional', (type, component) => {
    const mark = (more: Partial<ServiceFacts>) => endpointVerdict(service(type, [], more), endpoint(component)).mark
    expect(mark({ features: { letsencrypt: false } })).toBe('required')
    expect(mark({ connection_info: { letsencrypt: false } })).toBe('required')
    expect(mark({ features: { letsencrypt: true }, connection_info: { letsencrypt: false } })).toBe('optional')
    expect(mark({ features: {}, connection_info: {} })).toBe('optional')
  })

  it.each(EXPECTED.filter(([type]) => !STARRED.some(([starred]) => starred === type)))(
    'changes nothing elsewhere: %s, component "%s" %o',
    (type, component, facts, mark) => {
      for (const letsencrypt of [true, false]) {
        const verdict = endpointVerdict(service(type, [], { features: { letsencrypt } }), endpoint(component, facts))
        expect(verdict.mark).toBe(mark)
        expect(verdict.basis).not.toBe('hint')
      }
    },
  )

  it('speaks of a starred type without endpoints, and not of its monitoring or plaintext endpoints', () => {
    const facts = service('redis', [], { features: { letsencrypt: false } })
    expect(serviceVerdict(facts).mark).toBe('required')
    expect(endpointVerdict(facts, endpoint('redis', { ssl: false })).mark).toBe('optional')
    expect(endpointVerdict(facts, endpoint('prometheus')).basis).toBe('table')
  })
})

describe('the one mark of a service', () => {
  const mark = (type: string, components: readonly Endpoint[]) => serviceVerdict(service(type, components)).mark

  it("is its type's while there is no endpoint", () => {
    expect(mark('pg', [])).toBe('required')
    expect(mark('grafana', [])).toBe('optional')
    expect(mark('quasar', [])).toBe('unknown')
    expect(serviceVerdict(service('kafka')).clientCertificate).toBe(true)
    expect(mark('kafka_mirrormaker', [])).toBe('optional')
  })

  it('is never raised by monitoring', () => {
    expect(mark('grafana', [endpoint('prometheus'), endpoint('grafana')])).toBe('optional')
    expect(mark('grafana', [endpoint('prometheus'), endpoint('jolokia')])).toBe('optional')
    expect(mark('quasar', [endpoint('prometheus')])).toBe('unknown')
  })

  it("is the main component's, wherever it stands", () => {
    expect(mark('kafka', [endpoint('schema_registry'), endpoint('kafka', SASL)])).toBe('required')
    expect(mark('elasticsearch', [endpoint('opensearch')])).toBe('optional')
  })

  it('prefers primary usage, then the route, then the certificate, then the project CA', () => {
    const best = (...endpoints: Endpoint[]) => primaryEndpoint('kafka', endpoints)
    const shuffled = [
      endpoint('kafka', { ...SASL, kafka_ssl_ca: 'letsencrypt' }),
      endpoint('kafka', { ...CERTIFICATE, usage: 'replica' }),
      endpoint('kafka', { ...CERTIFICATE, route: 'privatelink' }),
      endpoint('kafka', { ...CERTIFICATE, route: 'public' }),
      endpoint('kafka', { ...SASL, kafka_ssl_ca: 'project_ca' }),
      endpoint('kafka', CERTIFICATE),
    ]
    expect(best(...shuffled)).toBe(shuffled[5])
    expect(best(...shuffled.slice(0, 5))).toBe(shuffled[4])
    expect(best(...shuffled.slice(0, 4))).toBe(shuffled[0])
    expect(best(...shuffled.slice(1, 4))).toBe(shuffled[3])
    expect(best(...shuffled.slice(1, 3))).toBe(shuffled[2])
    expect(best(...shuffled.slice(1, 2))).toBe(shuffled[1])
    expect(best()).toBeUndefined()
  })

  it('keeps the order of what it does not know, behind what it does', () => {
    const odd = [endpoint('b', { route: 'wormhole' }), endpoint('a'), endpoint('pg')]
    expect(rankEndpoints('pg', odd).map(({ component }) => component)).toEqual(['pg', 'a', 'b'])
  })
})

describe('the requirements table', () => {
  it('begins with the nine rows of the document of 2021, in its order, names and answers', () => {
    expect(REQUIREMENTS.slice(0, SEED_ROWS).map(({ service: name, answer }) => [name, answer])).toEqual([
      ['Aiven for PostgreSQL', 'Yes'],
      ['Aiven for Apache Kafka', 'Yes, it is also required to download the client certificate and key'],
      ['Aiven for Apache Kafka Connect', 'No'],
      ['Aiven Kafka-REST (Karapace)', 'No'],
      ['Aiven Kafka Schema Registry (Karapace)', 'No'],
      ['Aiven for Elasticsearch', 'No*'],
      ['Aiven for Grafana', 'No'],
      ['Aiven for InfluxDB', 'No*'],
      ['Aiven for Redis', 'No*'],
    ])
  })

  it('answers, marks and stars agree in every row', () => {
    for (const { need, answer, starred } of REQUIREMENTS) {
      expect(answer.startsWith('Yes')).toBe(need === 'required')
      expect(answer.endsWith('*')).toBe(starred)
    }
  })

  it('has no two rows of one type that match the same endpoint', () => {
    for (const [type, component, facts] of EXPECTED) {
      const rows = REQUIREMENTS.filter(({ match }) =>
        match.some(
          (m) =>
            m.service_type === type &&
            (m.components?.includes(component) ?? true) &&
            (m.kafka_authentication_method ?? facts.kafka_authentication_method) ===
              facts.kafka_authentication_method &&
            (m.kafka_ssl_ca ?? facts.kafka_ssl_ca) === facts.kafka_ssl_ca,
        ),
      )
      expect(rows.length).toBeLessThanOrEqual(1)
    }
  })

  it('is exercised row by row, and every source is a dated https page', () => {
    const matched = new Set(
      EXPECTED.map(([type, component, facts]) => endpointVerdict(service(type), endpoint(component, facts)).row?.id),
    )
    for (const { id, source } of REQUIREMENTS) {
      expect(matched).toContain(id)
      expect(source.url).toMatch(/^https:\/\//)
      expect(source.read).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('names types', () => {
    expect(typeRow('kafka')?.service).toBe('Aiven for Apache Kafka')
    expect(typeRow('quasar')).toBeUndefined()
  })
})
