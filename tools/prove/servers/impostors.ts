/** The impostor of each protocol; for HTTPS the right server as well. */
import type { Endpoint } from '../endpoints.ts'
import type { ProofSetup } from '../proof-setup.ts'
import { cassandraImpostor } from './cassandra.ts'
import { clickhouseImpostor } from './clickhouse.ts'
import { httpsServer } from './https.ts'
import { kafkaImpostor } from './kafka.ts'
import { mysqlImpostor } from './mysql.ts'
import { postgresqlImpostor } from './postgresql.ts'
import { redisImpostor } from './redis.ts'
import type { Identity, TestServer } from './test-server.ts'

/** Protocols in which the client requests TLS unencrypted: an impostor may answer that it has none. */
export const canBeStripped = ({ protocol }: Endpoint): boolean => protocol === 'postgresql' || protocol === 'mysql'

/**
 * Starts a server that presents this certificate and records what it receives.
 * @param options.withoutTls it says that it has no TLS
 */
export const startImpostor = (
  setup: ProofSetup,
  { protocol, authentication }: Endpoint,
  identity: Identity,
  { withoutTls = false } = {},
): Promise<TestServer> => {
  const { host } = setup
  const options = { host, identity, withoutTls }
  switch (protocol) {
    case 'postgresql':
      return postgresqlImpostor(options)
    case 'mysql':
      return mysqlImpostor(options)
    case 'redis':
      return redisImpostor(options)
    case 'cassandra':
      return cassandraImpostor(options)
    case 'clickhouse':
      return clickhouseImpostor(options)
    case 'https':
      return httpsServer(options)
    case 'kafka':
      return kafkaImpostor(authentication === 'sasl' ? options : { ...options, clientCa: String(setup.files.ca) })
  }
}
