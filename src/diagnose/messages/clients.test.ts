import { describe, expect, it } from 'vitest'

import { clientsOf } from './clients.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import { seenWith } from './seen.ts'

describe('clientsOf', () => {
  it.each(proofSamples)('$guide: $failure', ({ guide, message }) => {
    expect(clientsOf(message)).toContain(guide)
  })

  it('takes an error of Rust for none of Node.js', () => {
    const clients = clientsOf('Error: Io(Custom { kind: InvalidData, error: InvalidCertificate(UnknownIssuer) })')
    expect(clients).toContain('sqlx-postgresql')
    expect(clients).not.toContain('node-postgres')
  })

  it.each([
    ['dbeaver', '!ENTRY org.jkiss.dbeaver.model\n!MESSAGE x\norg.postgresql.util.PSQLException: x'],
    ['debezium-postgresql', 'at io.debezium.connector.postgresql.x\nat org.apache.kafka.connect.runtime.x'],
    ['kafka-connect', 'ERROR org.apache.kafka.connect.runtime.WorkerConnector: x'],
    ['kafka-ui', 'kafka-ui  | ERROR o.a.k.c.NetworkClient: x'],
    ['prisma', 'PrismaClientInitializationError: x'],
    ['prisma-migrate', 'npx prisma migrate deploy\nError: P1001: x'],
    ['ruby-pg', 'PG::ConnectionBad: connection to server at "h" failed'],
    ['rails', 'ActiveRecord::ConnectionNotEstablished: x\nPG::ConnectionBad: x'],
    ['npgsql', 'Npgsql.NpgsqlException (0x80004005): x'],
    ['postgrex', '[error] Postgrex.Protocol failed to connect: x'],
    ['laravel-postgresql', 'Illuminate\\Database\\QueryException: SQLSTATE[08006] x'],
    ['cassandra-driver', 'cassandra.cluster.NoHostAvailable: x'],
    ['cassandra-java', 'com.datastax.oss.driver.api.core.AllNodesFailedException: x'],
    ['clickhouse-driver', 'clickhouse_driver.errors.NetworkError: x'],
    ['opensearch-java', 'org.opensearch.client.ResponseException: x'],
    ['psql', '\u001B[91mpsql: error: x\u001B[0m'],
    ['psql', '> psql: error: x'],
  ])('%s: %s', (guide, text) => {
    expect(clientsOf(text)[0]).toBe(guide)
  })

  it('names the likeliest first, and nobody without a sign', () => {
    expect(clientsOf('psql: error: connection to server at "db.example.com" failed')[0]).toBe('psql')
    expect(clientsOf('org.postgresql.util.PSQLException: SSL error')[0]).toBe('jdbc')
    expect(clientsOf("Traceback (most recent call last):\nFileNotFoundError: 'ca.pem'")[0]).toBe('psycopg')
    expect(clientsOf('the weather is fine')).toEqual([])
  })
})

describe('seenWith', () => {
  it('names the clients that printed it when they were run, each once', () => {
    const clients = seenWith('wrong-host')
    expect(clients).toContain('psql 15.18')
    expect(new Set(clients).size).toBe(clients.length)
    expect(seenWith('no-such-pattern')).toEqual([])
  })
})
