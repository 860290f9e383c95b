/** Every guide at every kind of endpoint that it is for. */
import { proofKey, type Guide } from '../../src/snippets/guide.ts'
import { GUIDES } from '../../src/snippets/guides.ts'
import type { Client } from './client-kinds.ts'
import { CLIENTS } from './clients.ts'
import { EXAMPLE, proofFacts } from './facts.ts'
import type { Endpoint } from './endpoints.ts'

export interface Trial {
  readonly guide: Guide
  readonly client: Client
  readonly endpoint: Endpoint
}

const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-512', 'PLAIN'] as const

/** Endpoints: each protocol with each login method and each CA that Aiven has for it. */
const ENDPOINTS: readonly Endpoint[] = [
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'project-ca' },
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'public-ca' },
  { protocol: 'mysql', component: 'mysql', authentication: 'password', trust: 'project-ca' },
  { protocol: 'kafka', component: 'kafka', authentication: 'certificate', trust: 'project-ca' },
  ...MECHANISMS.flatMap((mechanism) =>
    (['project-ca', 'public-ca'] as const).map((trust): Endpoint => ({
      protocol: 'kafka',
      component: 'kafka',
      authentication: 'sasl',
      mechanism,
      trust,
    })),
  ),
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'project-ca' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'prometheus', authentication: 'password', trust: 'project-ca' },
  { protocol: 'https', component: 'opensearch', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'opensearch', authentication: 'password', trust: 'project-ca' },
  { protocol: 'https', component: 'schema_registry', authentication: 'password', trust: 'public-ca' },
  { protocol: 'clickhouse', component: 'clickhouse', authentication: 'password', trust: 'project-ca' },
  { protocol: 'clickhouse', component: 'clickhouse', authentication: 'password', trust: 'public-ca' },
  { protocol: 'cassandra', component: 'cassandra', authentication: 'password', trust: 'project-ca' },
]

const collectTrials = (): ReadonlyMap<string, Trial> => {
  const found = new Map<string, Trial>()
  for (const guide of GUIDES) {
    const client = CLIENTS[guide.id]
    for (const endpoint of client ? ENDPOINTS : []) {
      const facts = proofFacts(EXAMPLE, endpoint)
      if (!client || !guide.applies(facts)) continue
      // The first endpoint represents the others of its kind.
      const key = proofKey(guide, facts)
      if (!found.has(key)) found.set(key, { guide, client, endpoint })
    }
  }
  return found
}

/** By the key of their proof. */
export const TRIALS = collectTrials()

/** Why this client can't be run at this endpoint on any machine. */
export const whyNotRun = ({ client, endpoint }: Trial): string | undefined =>
  client.unable?.(endpoint) ??
  (endpoint.trust === 'public-ca' && !client.systemTrust
    ? `${client.name} cannot be told here what the system trusts`
    : undefined)
