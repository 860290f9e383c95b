import { describe, expect, it } from 'vitest'

import { findConnections } from '../diagnose/connections/find-connections.ts'
import { seenRun } from './seen.ts'

/** Settings that the proof ran, what Check says of them, and what became of the run. */
const CASES: readonly (readonly [settings: string, driver: RegExp, verifies: string, run: RegExp])[] = [
  ['postgres://u:p@h.example.com/d?sslmode=require', /libpq/, 'none', /psql .*rogue CA, it sent its password/],
  ['postgres://u:p@h.example.com/d?sslmode=require', /node/, 'public', /pg .*right server, it refused to connect/],
  ['postgres://u:p@h.example.com/d?sslmode=require', /Go/, 'none', /lib\/pq .*rogue CA, it sent its password/],
  ['postgres://u:p@h.example.com/d?sslmode=require&uselibpqcompat=true', /node/, 'none', /it sent its password/],
  ['postgres://u:p@h.example.com/d?sslmode=no-verify', /node/, 'none', /it sent its password/],
  ['postgres://u:p@h.example.com/d?sslmode=verify-ca&sslrootcert=ca.pem', /libpq/, 'chain', /another name, it sent/],
  [
    'postgres://u:p@h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem',
    /libpq/,
    'full',
    /psql .*and refused a rogue/,
  ],
  [
    'postgres://u:p@h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem',
    /Go/,
    'full',
    /lib\/pq .*and refused a rogue/,
  ],
  [
    'postgres://u:p@h.example.com/d?sslmode=verify-ca;sslrootcert=ca.pem',
    /Go/,
    'none',
    /joined by ; .*it sent its password/,
  ],
  ['jdbc:postgresql://h.example.com/d?sslmode=require', /pgJDBC/, 'none', /JDBC Driver .*it sent its password/],
  ['jdbc:postgresql://h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem', /pgJDBC/, 'full', /and refused a rogue/],
  ['jdbc:postgresql://h.example.com/d?ssl=true', /pgJDBC/, 'depends', /root\.crt.*it refused to connect/],
  ['mariadb --host=h.example.com --ssl-ca=ca.pem', /mariadb/, 'chain', /another name, it sent its password/],
  ['mariadb --host=h.example.com --ssl-ca=ca.pem --ssl-verify-server-cert', /mariadb/, 'full', /and refused a rogue/],
  ['mysql:host=h.example.com;sslmode=verify-ca', /PHP PDO/, 'plain', /PHP PDO for MySQL .*it sent its password/],
  [
    'security.protocol=ssl\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=false',
    /librdkafka/,
    'none',
    /kcat .*it sent its password/,
  ],
  ['security.protocol=ssl\nssl.ca.location=ca.pem', /librdkafka/, 'full', /kcat .*and refused a rogue/],
  ['security.protocol=sasl_ssl\nssl.ca.location=~/ca.pem', /librdkafka/, 'fails', /kcat .*it refused to connect/],
  ['security.protocol=SSL\nssl.truststore.location=t.p12', /Java/, 'full', /OpenJDK.*and refused a rogue/],
  ['rediss://u:p@h.example.com:1', /redis-cli/, 'depends', /another name, it sent its password/],
  ['new Kafka({ ssl: { ca: [file] } })', /kafkajs/, 'full', /kafkajs .*and refused a rogue/],
  ['KafkaProducer(security_protocol="SSL", ssl_cafile="ca.pem")', /kafka-python/, 'full', /and refused a rogue/],
]

describe('what Check says of a driver, and what the proof saw of it', () => {
  it.each(CASES)('%s, %s: %s', (settings, name, verifies, expected) => {
    const [connection] = findConnections(settings)
    const verdict = connection?.drivers.find(({ driver }) => name.test(driver))
    expect(verdict?.verifies).toBe(verifies)
    const run = seenRun(verdict?.seen ?? '')
    expect(`${run?.client ?? ''} ${run?.what ?? ''}`).toMatch(expected)
  })

  it('says nothing of what has not been run', () => {
    expect(seenRun('no-such-run')).toBeUndefined()
  })
})
