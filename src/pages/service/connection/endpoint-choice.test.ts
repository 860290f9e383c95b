import { describe, expect, it } from 'vitest'

import type { Endpoint } from '../../../domain/endpoint.ts'
import { chooseEndpoint } from './endpoint-choice.ts'

let port = 1
const endpoint = (component: string, facts: Partial<Endpoint> = {}): Endpoint => ({
  component,
  host: 'h.example.com',
  port: port++,
  route: 'dynamic',
  usage: 'primary',
  ...facts,
})

const certificate = endpoint('kafka', { kafka_authentication_method: 'certificate' })
const certificatePublic = endpoint('kafka', { kafka_authentication_method: 'certificate', route: 'public' })
const sasl = endpoint('kafka', { kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca' })
const saslPublicCa = endpoint('kafka', { kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' })
const registry = endpoint('schema_registry')
const prometheus = endpoint('prometheus')
const KAFKA = [prometheus, registry, saslPublicCa, sasl, certificatePublic, certificate]

const choose = (wanted: Record<string, string> = {}, endpoints: readonly Endpoint[] = KAFKA, type = 'kafka') =>
  chooseEndpoint(type, endpoints, (name) => wanted[name] ?? null)

const legends = (choice: ReturnType<typeof choose>) => choice.questions.map(({ legend }) => legend)

describe('chooseEndpoint', () => {
  it('shows the main endpoint without URL parameters, tabs with the main component first', () => {
    const choice = choose()
    expect(choice.endpoint).toBe(certificate)
    expect(choice.tabs.map(({ label }) => label)).toEqual(['Kafka', 'Schema Registry', 'Prometheus'])
    expect(legends(choice)).toEqual(['Authentication method', 'Access route'])
  })

  it('offers only the choices that remain', () => {
    expect(legends(choose({ auth: 'sasl' }))).toEqual(['Authentication method', 'Certificate authority'])
    expect(legends(choose({ component: 'schema_registry' }))).toEqual([])
  })

  it('follows the URL', () => {
    expect(choose({ auth: 'sasl' }).endpoint).toBe(sasl)
    expect(choose({ auth: 'sasl', ca: 'letsencrypt' }).endpoint).toBe(saslPublicCa)
    expect(choose({ route: 'public' }).endpoint).toBe(certificatePublic)
    expect(choose({ component: 'prometheus' }).endpoint).toBe(prometheus)
  })

  it('ignores choices that do not exist', () => {
    expect(choose({ component: 'teleport', auth: 'magic', route: 'wormhole' }).endpoint).toBe(certificate)
    expect(choose({ auth: 'sasl', route: 'public' }).endpoint).toBe(sasl)
  })

  it('tells endpoints apart by address when nothing else does', () => {
    const twins = [endpoint('pg', { host: 'a' }), endpoint('pg', { host: 'b' })]
    const choice = choose({}, twins, 'pg')
    expect(legends(choice)).toEqual(['Address'])
    expect(choose({ address: `b:${String(twins[1]?.port)}` }, twins, 'pg').endpoint).toBe(twins[1])
  })

  it('has nothing to show without endpoints', () => {
    expect(choose({}, [])).toEqual({ endpoint: undefined, tabs: [], questions: [], unmet: [] })
  })

  it('says which requested choice does not exist', () => {
    expect(choose({ auth: 'sasl', route: 'public' }).unmet).toEqual(['Access route: public'])
    expect(choose({ component: 'teleport' }).unmet).toEqual(['Component: teleport'])
    expect(choose({ auth: 'sasl', ca: 'letsencrypt' }).unmet).toEqual([])
  })
})
