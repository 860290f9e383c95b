import { describe, expect, it } from 'vitest'

import { findConnections } from '../diagnose/connections.ts'
import { seenRun } from './seen.ts'

/** Settings that the proof ran, what Check says of them, and what became of the run. */
const CASES: readonly (readonly [settings: string, driver: RegExp, verifies: string, run: RegExp])[] = [
  ['postgres://u:p@h.example.com/d?sslmode=require', /libpq/, 'none', /psql .*rogue leaked$/],
  ['postgres://u:p@h.example.com/d?sslmode=require', /node/, 'public', /pg .*right refused$/],
  ['postgres://u:p@h.example.com/d?sslmode=require', /Go/, 'none', /lib\/pq .*rogue leaked$/],
  ['postgres://u:p@h.example.com/d?sslmode=require&uselibpqcompat=true', /node/, 'none', /leaked$/],
  ['postgres://u:p@h.example.com/d?sslmode=no-verify', /node/, 'none', /leaked$/],
  ['postgres://u:p@h.example.com/d?sslmode=verify-ca&sslrootcert=ca.pem', /libpq/, 'chain', /wrongHost leaked$/],
  [
    'postgres://u:p@h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem',
    /libpq/,
    'full',
    /psql .*impostors refused$/,
  ],
  [
    'postgres://u:p@h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem',
    /Go/,
    'full',
    /lib\/pq .*impostors refused$/,
  ],
  ['postgres://u:p@h.example.com/d?sslmode=verify-ca;sslrootcert=ca.pem', /Go/, 'none', /lib\/pq .*leaked$/],
  ['jdbc:postgresql://h.example.com/d?sslmode=require', /pgJDBC/, 'none', /JDBC Driver .*leaked$/],
  ['jdbc:postgresql://h.example.com/d?sslmode=verify-full&sslrootcert=ca.pem', /pgJDBC/, 'full', /impostors refused$/],
  ['jdbc:postgresql://h.example.com/d?ssl=true', /pgJDBC/, 'depends', /JDBC Driver .*refused$/],
  ['mariadb --host=h.example.com --ssl-ca=ca.pem', /mariadb/, 'none', /wrongHost leaked$/],
  ['mariadb --host=h.example.com --ssl-ca=ca.pem --ssl-verify-server-cert', /mariadb/, 'full', /impostors refused$/],
  ['mysql:host=h.example.com;sslmode=verify-ca', /PHP PDO/, 'plain', /PHP PDO for MySQL .*leaked$/],
  [
    'security.protocol=ssl\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=false',
    /librdkafka/,
    'none',
    /kcat .*leaked$/,
  ],
  ['security.protocol=ssl\nssl.ca.location=ca.pem', /librdkafka/, 'full', /kcat .*impostors refused$/],
  ['security.protocol=sasl_ssl\nssl.ca.location=~/ca.pem', /librdkafka/, 'fails', /kcat .*refused$/],
  ['security.protocol=SSL\nssl.truststore.location=t.p12', /Java/, 'full', /Java client.*impostors refused$/],
  ['rediss://u:p@h.example.com:1', /redis-cli/, 'depends', /wrongHost leaked$/],
  ['new Kafka({ ssl: { ca: [file] } })', /kafkajs/, 'full', /kafkajs .*impostors refused$/],
  ['KafkaProducer(security_protocol="SSL", ssl_cafile="ca.pem")', /kafka-python/, 'full', /impostors refused$/],
]

describe('what Check says of a driver, and what the proof saw of it', () => {
  it.each(CASES)('%s, %s: %s', async (settings, name, verifies, expected) => {
    const [connection] = await findConnections(settings)
    const verdict = connection?.drivers.find(({ driver }) => name.test(driver))
    expect(verdict?.verifies).toBe(verifies)
    const run = seenRun(verdict?.seen ?? '')
    expect(`${run?.client ?? ''} ${run?.outcome ?? ''}`).toMatch(expected)
  })

  it('says nothing of what has not been run', () => {
    expect(seenRun('no-such-run')).toBeUndefined()
  })
})
