/** Hosts and ports of a service's components. Hosts are in a domain reserved for examples (RFC 2606). */
import { hash } from '../hash.ts'
import type { MockComponent } from './model.ts'
import type { ComponentDraft } from './service-types.ts'

/** Ports are offsets from a base port, 443 for web interfaces; never the protocol's usual one. */
const WEB_INTERFACES = new Set([
  'grafana',
  'flink',
  'kafka_connect',
  'opensearch_dashboards',
  'kibana',
  'datahub',
  'application',
])

const PREFIX: Record<string, string> = { public: 'public-', privatelink: 'privatelink-1-', private: '' }

/** @param basePort that of the first component; the others follow in steps of two */
export const makeEndpoints = (
  project: string,
  service: string,
  components: readonly ComponentDraft[],
  basePort: number,
): MockComponent[] =>
  components.map((entry, index) => {
    const given = typeof entry === 'string' ? { component: entry } : entry
    const { route = 'dynamic', usage = 'primary' } = given
    const prefix = usage === 'primary' ? (PREFIX[route] ?? '') : 'replica-'
    return {
      host: `${prefix}${service}-${project}.a.example.com`,
      port: WEB_INTERFACES.has(given.component) ? 443 : basePort + index * 2,
      route,
      usage,
      ...given,
    }
  })

/** A base port for a new service: the same one for the same name. */
export const basePortOf = (project: string, service: string): number =>
  10_000 + (hash(`${project}/${service}`) % 18_000)
