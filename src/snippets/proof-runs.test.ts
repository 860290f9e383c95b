import { describe, expect, it } from 'vitest'

import { findConnections } from '../diagnose/connections.ts'
import matrix from '../diagnose/testing/matrix.json' with { type: 'json' }
import { proofRun } from './proof-runs.ts'
import traps from './traps.json' with { type: 'json' }

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
  ['psql "host=h.example.com dbname=d"', /psql/, 'none', /psql .*withoutTls leaked$/],
  ['psycopg.connect("host=h.example.com sslmode=require")', /psycopg/, 'none', /psycopg .*rogue leaked$/],
  [
    'psycopg.connect("host=h.example.com sslmode=verify-ca sslrootcert=ca.pem")',
    /psycopg/,
    'chain',
    /psycopg .*wrongHost leaked$/,
  ],
  ['new PDO("pgsql:host=h.example.com;sslmode=require")', /PHP/, 'none', /PHP PDO .*rogue leaked$/],
  [
    'production:\n  adapter: postgresql\n  host: h.example.com\n  sslmode: require\n',
    /Ruby/,
    'none',
    /Ruby pg .*rogue leaked$/,
  ],
  [
    'package main\nimport "github.com/jackc/pgx/v5"\nfunc main() { pgx.Connect(ctx, "postgres://u:p@h.example.com/d?sslmode=require") }',
    /pgx/,
    'none',
    /pgx .*rogue leaked$/,
  ],
  [
    'package main\nimport "github.com/jackc/pgx/v5"\nfunc main() { pgx.Connect(ctx, "postgres://u:p@h.example.com/d") }',
    /pgx/,
    'none',
    /pgx .*withoutTls leaked$/,
  ],
  ['jdbc:postgresql://h.example.com/d', /pgJDBC/, 'none', /JDBC Driver .*withoutTls leaked$/],
  [
    'jdbc:postgresql://h.example.com/d?ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory',
    /pgJDBC/,
    'none',
    /JDBC Driver .*rogue leaked$/,
  ],
  [
    'jdbc:postgresql://h.example.com/d?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory',
    /pgJDBC/,
    'public',
    /JDBC Driver .*right refused$/,
  ],
  ['postgresql+asyncpg://u:p@h.example.com/d?ssl=require', /asyncpg/, 'none', /asyncpg .*rogue leaked$/],
  ['postgresql+asyncpg://u:p@h.example.com/d?sslmode=require', /asyncpg/, 'fails', /asyncpg .*right refused$/],
  ['postgresql+asyncpg://u:p@h.example.com/d', /asyncpg/, 'none', /asyncpg .*withoutTls leaked$/],
  ['new Client({ host: "h", ssl: { rejectUnauthorized: false } })', /node-postgres/, 'none', /pg .*rogue leaked$/],
  ['new Client({ host: "h", ssl: { ca, rejectUnauthorized: false } })', /node-postgres/, 'none', /pg .*rogue leaked$/],
  ['new Client({ host: "h", ssl: true })', /node-postgres/, 'public', /pg .*right refused$/],
  ['mariadb --host=h.example.com --ssl', /mariadb/, 'none', /mariadb .*rogue leaked$/],
  [
    'mariadb --host=h.example.com --ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem',
    /mariadb/,
    'fails',
    /mariadb .*right refused$/,
  ],
  ['jdbc:mysql://h.example.com/d?sslMode=REQUIRED', /MySQL Connector/, 'none', /Connector\/J .*rogue leaked$/],
  ['jdbc:mysql://h.example.com/d?useSSL=true', /MySQL Connector/, 'none', /Connector\/J .*rogue leaked$/],
  [
    'jdbc:mysql://h.example.com/d?useSSL=true&requireSSL=true&verifyServerCertificate=false',
    /MySQL Connector/,
    'none',
    /Connector\/J .*rogue leaked$/,
  ],
  ['jdbc:mariadb://h.example.com/d?sslMode=trust', /MariaDB Connector/, 'none', /MariaDB Connector.*rogue leaked$/],
  ['mysql.createConnection({ host: "h", ssl: {} })', /mysql2/, 'depends', /mysql2 .*right refused$/],
  [
    'mysql.createConnection({ host: "h", ssl: { rejectUnauthorized: false } })',
    /mysql2/,
    'none',
    /mysql2 .*rogue leaked$/,
  ],
  ['mysql.createConnection({ host: "h", ssl: { ca: file } })', /mysql2/, 'chain', /mysql2 .*wrongHost leaked$/],
  ['u:p@tcp(h.example.com:1)/d?tls=skip-verify', /go-sql-driver/, 'none', /go-sql-driver.*rogue leaked$/],
  ['u:p@tcp(h.example.com:1)/d?tls=preferred', /go-sql-driver/, 'none', /go-sql-driver.*withoutTls leaked$/],
  ['u:p@tcp(h.example.com:1)/d?tls=true', /go-sql-driver/, 'public', /go-sql-driver.*right refused$/],
  [
    "new PDO('mysql:host=h', 'u', 'p', [PDO::MYSQL_ATTR_SSL_CA => 'ca.pem', PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false])",
    /PHP PDO/,
    'none',
    /PHP PDO for MySQL .*rogue leaked$/,
  ],
  [
    'security.protocol=SASL_SSL\nssl.truststore.location=t.p12\nssl.endpoint.identification.algorithm=',
    /Java/,
    'chain',
    /Java client .*wrongHost leaked$/,
  ],
  [
    'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.truststore.password=x',
    /Java/,
    'fails',
    /Java client .*right refused$/,
  ],
  [
    'bootstrap.servers=h:1\nsecurity.protocol=SASL_PLAINTEXT\nsasl.jaas.config=x',
    /Java/,
    'plain',
    /Java client .*leaked$/,
  ],
  [
    'security.protocol=ssl\nssl.ca.location=ca.pem\nssl.endpoint.identification.algorithm=none',
    /librdkafka/,
    'chain',
    /kcat .*wrongHost leaked$/,
  ],
  [
    'KafkaProducer(security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_check_hostname=False)',
    /kafka-python/,
    'chain',
    /kafka-python .*wrongHost leaked$/,
  ],
  ['new Kafka({ ssl: { rejectUnauthorized: false } })', /kafkajs/, 'none', /kafkajs .*rogue leaked$/],
  ['new Kafka({ brokers: ["h:1"], ssl: true })', /kafkajs/, 'public', /kafkajs .*right refused$/],
  ['redis.Redis(host="h", ssl=True, ssl_cert_reqs="none")', /redis-py/, 'none', /redis-py .*rogue leaked$/],
  ['redis-cli -h h.example.com --tls --insecure', /redis-cli/, 'none', /redis-cli .*rogue leaked$/],
  ['redis-cli -h h.example.com', /redis-cli/, 'plain', /redis-cli .*leaked$/],
  ['curl -k https://h.example.com', /curl/, 'none', /curl .*rogue leaked$/],
  ['redis-cli --tls --insecure -h "$HOST"', /redis-cli/, 'none', /redis-cli .*rogue leaked$/],
  ['NODE_TLS_REJECT_UNAUTHORIZED=0 node app.js', /Node/, 'none', /Node.js .*rogue leaked$/],
  [
    'import https from "node:https"\nhttps.get("https://h.example.com", { rejectUnauthorized: false })',
    /Node/,
    'none',
    /Node.js .*rogue leaked$/,
  ],
  [
    'import requests\nrequests.get("https://h.example.com/", verify=False)',
    /requests/,
    'none',
    /requests .*rogue leaked$/,
  ],
  ['import httpx\nclient = httpx.Client(verify=False)', /httpx/, 'none', /httpx .*rogue leaked$/],
  [
    'from opensearchpy import OpenSearch\nOpenSearch(hosts=[{"host": "h"}], use_ssl=True, verify_certs=False)',
    /opensearch-py/,
    'none',
    /opensearch-py .*rogue leaked$/,
  ],
  [
    'from clickhouse_driver import Client\nClient("h", secure=True, verify=False)',
    /clickhouse-driver/,
    'none',
    /clickhouse-driver .*rogue leaked$/,
  ],
  [
    'import clickhouse_connect\nclickhouse_connect.get_client(host="h", secure=True, verify=False)',
    /clickhouse-connect/,
    'none',
    /clickhouse-connect .*rogue leaked$/,
  ],
  [
    'package main\nfunc main() { redis.NewClient(&redis.Options{Addr: "h:1", TLSConfig: &tls.Config{InsecureSkipVerify: true}}) }',
    /go-redis/,
    'none',
    /go-redis .*rogue leaked$/,
  ],
  [
    'package main\nfunc main() {\n\tsettings := sarama.NewConfig()\n\tsettings.Net.TLS.Config = &tls.Config{InsecureSkipVerify: true}\n}',
    /^Go$/,
    'none',
    /sarama .*rogue leaked$/,
  ],
  [
    '<?php\nmysqli_real_connect($m, "h.example.com", "u", "p", "d", 1, null, MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT);',
    /PHP/,
    'none',
    /PHP mysqli .*rogue leaked$/,
  ],
  [
    'DATABASE_URL="postgresql://u:p@h.example.com/d?sslaccept=strict"',
    /Prisma/,
    'depends',
    /client .*withoutTls leaked$/,
  ],
]

/** What a run must have seen where a verdict points to it. */
const SHOWN_BY: Readonly<Record<string, RegExp>> = {
  full: /^impostors refused$/,
  chain: /^wrongHost leaked$/,
  none: /leaked$/,
  plain: /leaked$/,
  public: /^right refused$/,
  fails: /^right refused$/,
}

describe('what Check says of a driver, and what the proof saw of it', () => {
  it.each(CASES)('%s, %s: %s', async (settings, name, verifies, expected) => {
    const [connection] = await findConnections(settings)
    const verdict = connection?.drivers.find(({ driver }) => name.test(driver))
    expect(verdict?.verifies).toBe(verifies)
    const run = proofRun(verdict?.seen ?? '')
    expect(`${run?.client ?? ''} ${run?.outcome ?? ''}`).toMatch(expected)
  })

  it('points to runs that there are, and that show it', async () => {
    const texts = [
      ...CASES.map(([settings]) => settings),
      ...Object.values(matrix).flatMap(({ rows }) => rows.map(({ text }) => text)),
    ]
    const linked = new Set<string>()
    for (const text of texts) {
      for (const { drivers } of await findConnections(text)) {
        for (const { seen, verifies } of drivers) {
          if (seen === undefined) continue
          linked.add(seen)
          expect(proofRun(seen)?.outcome ?? `no run ${seen}, ${text}`).toMatch(
            SHOWN_BY[verifies] ?? /refused$|leaked$|connected$/,
          )
        }
      }
    }
    expect(traps.filter(({ id }) => linked.has(id)).length).toBeGreaterThanOrEqual(50)
  })

  it.each([
    ['two libraries', 'import httpx\nimport requests\nget("https://h.example.com/", verify=False)'],
    ['another library', 'import hvac\nhvac.Client(url="https://h.example.com/", verify=False)'],
    [
      'another client of the same name',
      'package main\nfunc main() { redis.DialTLSConfig(&tls.Config{InsecureSkipVerify: true}) }',
    ],
  ])('points to no run with one library where it says %s', async (_, settings) => {
    const [connection] = await findConnections(settings)
    expect(connection?.drivers.map(({ verifies, seen }) => [verifies, seen])).toEqual([['none', undefined]])
  })

  it('says nothing of what has not been run', () => {
    expect(proofRun('no-such-run')).toBeUndefined()
  })
})
