/** The real servers of one proof: each is started when first asked for, and ended with it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Identities } from '../identities.ts'
import { KIT, PINNED } from '../kit.ts'
import type { Endpoint } from '../endpoints.ts'
import type { RealServer } from './program.ts'
import { realCassandra } from './real-cassandra.ts'
import { realClickhouse } from './real-clickhouse.ts'
import { realKafka } from './real-kafka.ts'
import { realMariadb } from './real-mariadb.ts'
import { realOpensearch } from './real-opensearch.ts'
import { realPostgresql } from './real-postgresql.ts'
import { realRedis } from './real-redis.ts'

interface Options {
  readonly host: string
  readonly user: string
  readonly password: string
  readonly database: string
  readonly identities: Readonly<Record<'project-ca' | 'public-ca', Identities>>
  /** PEM of the CA that signs client certificates. */
  readonly clientCa: string
  /** A stand-in will do for OpenSearch. */
  readonly standIn: boolean
}

/**
 * Whether the impostor with the right certificate also stands in for the right server. It does for HTTPS: servers of
 * Aiven's other components aren't available.
 * @param forAll for OpenSearch too, which starts too slowly for CI's fixed set
 */
export const hasStandIn = ({ protocol, component }: Endpoint, forAll: boolean): boolean =>
  protocol === 'https' && (forAll || component !== 'opensearch')

/** Servers of `kit.json`, which may not be installed. */
export const serverOfKit = ({ protocol, component }: Endpoint): string | undefined =>
  [protocol, component].find((name) => name in PINNED.servers)

/** Whether the endpoint's real server is installed, if it is one of `kit.json`. */
export const isServerHere = (endpoint: Endpoint): boolean => {
  const name = serverOfKit(endpoint)
  return name === undefined || existsSync(join(KIT, 'servers', name, 'lib'))
}

type Started = Promise<Pick<RealServer, 'close'> | undefined>

export interface RealServers {
  /** undefined: this machine has none, or there is none for the protocol. */
  readonly port: (endpoint: Endpoint) => Promise<number | undefined>
  readonly close: () => Promise<void>
}

const START = {
  postgresql: realPostgresql,
  mysql: realMariadb,
  redis: realRedis,
  cassandra: realCassandra,
  clickhouse: realClickhouse,
  https: realOpensearch,
}

export const realServers = ({ identities, clientCa, standIn, ...login }: Options): RealServers => {
  const started = new Map<string, Started>()
  const once = <T extends Started>(key: string, start: () => T): T => {
    const server = (started.get(key) as T | undefined) ?? start()
    started.set(key, server)
    return server
  }
  const [project, publicCa] = [identities['project-ca'].right, identities['public-ca'].right]

  const kafka = async ({ authentication, trust }: Endpoint): Promise<number | undefined> => {
    const broker = await once('kafka', () => realKafka({ ...login, project, publicCa, clientCa }))
    if (authentication === 'certificate') return broker?.certificate
    return trust === 'public-ca' ? broker?.saslPublic : broker?.saslProject
  }

  return {
    port: async (endpoint) => {
      const { protocol, trust } = endpoint
      if (hasStandIn(endpoint, standIn)) return undefined
      if (protocol === 'kafka') return kafka(endpoint)
      const identity = trust === 'public-ca' ? publicCa : project
      const server = await once(`${protocol}/${trust}`, () => START[protocol]({ ...login, identity }))
      return server?.port
    },
    close: async () => {
      for (const server of await Promise.allSettled(started.values()))
        if (server.status === 'fulfilled') await server.value?.close()
    },
  }
}
