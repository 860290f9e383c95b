/** The health of services and projects, held against a table of states that was written independently of the code. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  caHealth,
  endsSoon,
  endsWithin,
  projectHealth,
  serviceHealth,
  type CaFacts,
  type HealthFacts,
} from './health.ts'
import { lookup } from '../lib/lookup.ts'
import { SERVICE_STATES } from './testing/service-states.ts'
import { CA, healthFacts, inDays, NOW } from './testing/state-facts.ts'
import { serviceVerdict } from './verdict.ts'

/** A Kafka with one endpoint. */
const kafka = (endpoint: string, users: string): HealthFacts =>
  healthFacts({
    name: '',
    type: 'kafka',
    endpoints: [endpoint],
    methods: undefined,
    ca: 'good',
    users,
    ahead: false,
    letsencrypt: undefined,
    is: [],
    notice: '-',
    advice: '-',
  })

const named = (name: string): HealthFacts[] =>
  SERVICE_STATES.filter((one) => one.name === name).map((one) => healthFacts(one))

const needing = (states: readonly string[]) => states.filter((state) => state !== 'valid' && state !== 'unused').length

describe('the states of services', () => {
  it.each(SERVICE_STATES)('$name', (one) => {
    const service = healthFacts(one)
    const { mark, clientCertificate } = serviceVerdict(service)
    const { state, item, items } = serviceHealth(service, lookup<CaFacts>(CA, one.ca), one.ahead, NOW)
    const decides = item?.kind === 'ca' ? 'ca' : (item?.username ?? '-')
    const attention = String(needing(items.map((each) => each.state)))
    expect([mark, clientCertificate ? 'client' : '-', state, decides, attention]).toEqual(one.is)
  })

  it('are many, and no two the same', () => {
    expect(SERVICE_STATES.length).toBeGreaterThan(40)
    expect(new Set(SERVICE_STATES.map(({ name }) => name)).size).toBe(SERVICE_STATES.length)
  })
})

describe('a project', () => {
  it('counts its CA once, and every user', () => {
    const services = ['kafka, mixed', 'sasl, ended', 'pg, CA ended'].flatMap((name) => named(name))
    const { state, items } = projectHealth(services, CA.ending, NOW)
    expect(state).toBe('expired')
    expect(needing(items.map((item) => item.state))).toBe(3)
    expect(items.map((item) => item.kind).filter((kind) => kind === 'ca')).toHaveLength(1)
  })

  it('is unknown if its CA couldn’t be read', () => {
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
    const service = kafka('cert', users)
    const item = serviceHealth(service, CA.good, false, NOW).items.find(({ kind }) => kind === 'user')
    expect(item && endsWithin(item, days, NOW)).toBe(expected)
    expect(item && endsSoon(item, days, NOW)).toBe(expected && users !== 'ended')
  })

  it('never holds for what nobody uses', () => {
    const service = kafka('sasl', 'ended')
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
      const service = { ...kafka('cert', 'none'), users }
      const { state, items } = serviceHealth(service, ca, ahead, NOW)
      expect(state === 'expired').toBe([caEnds, ...ends].some((day) => day <= 0))
      expect(items).toHaveLength(users.length + 1)
      expect(caHealth(ca, ahead, NOW)[0]?.next).toBe(false)
    }),
  )
})
