import { describe, expect, it } from 'vitest'

import type { Endpoint } from './endpoint.ts'
import { findings, supportQuestion } from './evidence.ts'
import { endpointVerdict, serviceVerdict, type ServiceFacts } from './verdict.ts'

const endpoint = (component: string, facts: Partial<Endpoint> = {}): Endpoint => ({
  component,
  host: 'h.example.com',
  port: 20984,
  route: 'dynamic',
  usage: 'primary',
  ...facts,
})

const found = (service: ServiceFacts, judged = service.components[0]) =>
  findings(judged ? endpointVerdict(service, judged) : serviceVerdict(service)).map(({ field, value }) => [
    field,
    value,
  ])

describe('findings', () => {
  it('names type and component', () => {
    expect(found({ service_type: 'pg', components: [endpoint('pg')] })).toEqual([
      ['service_type', 'pg'],
      ['components[].component', 'pg'],
    ])
  })

  it('of Kafka: how clients log in and which CA signs, absent or not', () => {
    const sasl = endpoint('kafka', { kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' })
    expect(found({ service_type: 'kafka', components: [sasl] })).toContainEqual([
      'components[].kafka_ssl_ca',
      'letsencrypt',
    ])
    const silent = findings(endpointVerdict({ service_type: 'kafka', components: [] }, endpoint('kafka')))
    expect(silent).toContainEqual({
      field: 'components[].kafka_ssl_ca',
      value: undefined,
      meaning: 'Absent means project_ca. The project’s own CA signs the brokers.',
    })
  })

  it.each([
    [{ features: { letsencrypt: false } }, 'features.letsencrypt', 'false'],
    [{ connection_info: { letsencrypt: true } }, 'connection_info.letsencrypt', 'true'],
    [{}, 'features.letsencrypt, connection_info.letsencrypt', undefined],
  ] as const)('of starred types: the hint, or that there is none: %j', (hint, field, value) => {
    expect(found({ service_type: 'redis', components: [endpoint('redis')], ...hint })).toContainEqual([field, value])
  })

  it('a hint says nothing of a type without a star, and is not told', () => {
    const fields = found({ service_type: 'pg', components: [endpoint('pg')], features: { letsencrypt: true } })
    expect(fields.map(([field]) => field)).toEqual(['service_type', 'components[].component'])
  })

  it('TLS that is off, and monitoring, whose row holds for every type', () => {
    expect(found({ service_type: 'dragonfly', components: [endpoint('dragonfly', { ssl: false })] })).toContainEqual([
      'components[].ssl',
      'false',
    ])
    const off = { service_type: 'valkey', components: [], user_config: { valkey_ssl: false } }
    expect(found(off)).toContainEqual(['user_config.valkey_ssl', 'false'])
    expect(found({ ...off, user_config: {} }).map(([field]) => field)).not.toContain('user_config.valkey_ssl')
    const [type] = findings(endpointVerdict({ service_type: 'pg', components: [] }, endpoint('prometheus')))
    expect(type?.meaning).toMatch(/every type/)
  })

  it('without an endpoint its type is judged, and this is said', () => {
    const [, component] = findings(serviceVerdict({ service_type: 'pg', components: [] }))
    expect(component).toEqual({
      field: 'components[].component',
      value: undefined,
      meaning: 'The service has no endpoint that clients use now: its type’s usual one decides, pg.',
    })
    expect(serviceVerdict({ service_type: 'pg', components: [] }).evidence.endpoint).toBeUndefined()
  })

  it('an unknown type: that no row holds', () => {
    const [type] = findings(serviceVerdict({ service_type: 'quasar', components: [] }))
    expect(type?.meaning).toMatch(/No row/)
  })
})

describe('supportQuestion', () => {
  it('names service, type, project and address', () => {
    const service = { service_type: 'redis', components: [endpoint('redis')] }
    expect(supportQuestion('p', 'cache', serviceVerdict(service))).toMatch(
      /service "cache" \(redis\) in project "p", endpoint h\.example\.com:20984\?/,
    )
  })
})
