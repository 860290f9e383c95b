import { createRequire } from 'node:module'

import { describe, expect, it } from 'vitest'

import { findConnections } from './find-connections.ts'

/** Comes without types. */
const { Client } = createRequire(import.meta.url)('pg') as {
  Client: new (config: { connectionString: string }) => { ssl: boolean | { rejectUnauthorized?: boolean } }
}

const verdicts = (text: string) =>
  Object.fromEntries(
    findConnections(text).flatMap(({ drivers }) =>
      drivers.map(({ driver, verifies }) => [driver.split(/[ :(]/)[0], verifies]),
    ),
  )

const PG = 'postgres://avnadmin:AVNS_secret@db.example.com:20984/defaultdb'

describe('what drivers make of PostgreSQL strings', () => {
  it.each([
    ['', { libpq: 'none', 'node-postgres': 'plain', Go: 'none' }],
    ['?sslmode=disable', { libpq: 'plain', 'node-postgres': 'plain', Go: 'plain' }],
    ['?sslmode=require', { libpq: 'none', 'node-postgres': 'public', Go: 'none' }],
    ['?sslmode=require&uselibpqcompat=true', { libpq: 'none', 'node-postgres': 'none', Go: 'none' }],
    ['?sslmode=require&sslrootcert=ca.pem', { libpq: 'chain', 'node-postgres': 'full', Go: 'depends' }],
    ['?sslmode=verify-ca;sslrootcert=ca.pem', { libpq: 'fails', 'node-postgres': 'public', Go: 'none' }],
    ['?sslmode=verify-full', { libpq: 'depends', 'node-postgres': 'public', Go: 'public' }],
    ['?sslmode=verify-full&sslrootcert=ca.pem', { libpq: 'full', 'node-postgres': 'full', Go: 'full' }],
    ['?sslmode=no-verify', { libpq: 'fails', 'node-postgres': 'none', Go: 'fails' }],
  ])('%s', (query, expected) => {
    expect(verdicts(PG + query)).toEqual(expected)
  })

  it.each([
    ['jdbc:postgresql://db:1/d?sslmode=require&sslrootcert=ca.pem', 'none'],
    ['jdbc:postgresql://db:1/d?ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory', 'none'],
    ['jdbc:postgresql://db:1/d?sslmode=verify-full&sslrootcert=ca.pem', 'full'],
  ])('%s: %s', (text, verifies) => {
    expect(verdicts(text)).toEqual({ pgJDBC: verifies })
  })

  it.each([
    '',
    '?sslmode=require',
    '?sslmode=no-verify',
    '?sslmode=disable',
    '?sslmode=require&uselibpqcompat=true',
    '?sslmode=verify-full',
  ])('node-postgres itself, on “%s”', (query) => {
    const { ssl } = new Client({ connectionString: PG + query })
    const says = ssl === false ? 'plain' : ssl !== true && ssl.rejectUnauthorized === false ? 'none' : 'public'
    expect(verdicts(PG + query)['node-postgres']).toBe(says)
  })
})

describe('other clients', () => {
  it.each([
    ['host=db dbname=d sslmode=require', { libpq: 'none', Go: 'none' }],
    ["new PDO('pgsql:host=db;dbname=d;sslmode=verify-full;sslrootcert=ca.pem')", { PHP: 'full' }],
    ["new PDO('mysql:host=db;port=1;dbname=d;sslmode=verify-ca;sslrootcert=ca.pem', 'u', 'p')", { PHP: 'plain' }],
    ['mysql://avnadmin:x@db:1/defaultdb?ssl-mode=REQUIRED', { MySQL: 'none', mysql2: 'plain' }],
    ['mysql+pymysql://u:p@db/d?ssl_ca=ca.pem', { PyMySQL: 'chain' }],
    ['jdbc:mysql://db:1/d?sslMode=VERIFY_IDENTITY', { MySQL: 'fails' }],
    ['mysql --host=db --ssl-mode=REQUIRED -pSECRET', { mysql: 'none' }],
    ['mysql --host=db --ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem', { mysql: 'full' }],
    ['mariadb --host=db --ssl-ca=ca.pem --ssl-verify-server-cert', { mariadb: 'full' }],
    ['redis://default:x@cache:1', { Every: 'plain' }],
    ['bootstrap.servers=k:1\nsecurity.protocol=SSL\nssl.truststore.location=a.jks\n', { Java: 'full' }],
    [
      'security.protocol=SSL\nssl.truststore.location=a.jks\nssl.endpoint.identification.algorithm=\n',
      { Java: 'chain' },
    ],
    [
      'security.protocol=SSL\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=false\n',
      { librdkafka: 'none' },
    ],
    ["new Kafka({ brokers: ['k:1'], ssl: { rejectUnauthorized: false } })", { 'Node.js': 'none' }],
    ["new Kafka({ brokers: ['k:1'] })", { kafkajs: 'plain' }],
    [
      "KafkaProducer(bootstrap_servers='k:1', security_protocol='SSL', ssl_cafile='ca.pem', ssl_check_hostname=False)",
      { Python: 'chain' },
    ],
    [
      "KafkaProducer(bootstrap_servers='k:1', security_protocol='SSL', ssl_cafile='ca.pem')",
      { 'kafka-python': 'full' },
    ],
    ['tls.Config{InsecureSkipVerify: true}', { Go: 'none' }],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expect.objectContaining(expected))
  })

  it('names the backslashes that java.util.Properties eats', () => {
    const [check] = findConnections('security.protocol=SSL\nssl.truststore.location=C:\\Users\\me\\t.jks\n')
    expect(check?.notes.join(' ')).toContain('drops single backslashes')
  })
})

describe('the corrected text', () => {
  it.each([
    `${PG}?sslmode=require&application_name=x`,
    `${PG}?sslmode=verify-ca;sslrootcert=ca.pem`,
    'jdbc:postgresql://db:1/d?user=u&password=p&sslmode=require',
    'security.protocol=SSL\nssl.ca.location=x\nenable.ssl.certificate.verification=false\n',
    'bootstrap.servers=k:1\nsasl.mechanism=PLAIN\nsecurity.protocol=SASL_PLAINTEXT\nsasl.jaas.config=x\n',
  ])('of %s verifies CA and name, with every client', (text) => {
    const [{ corrected = '' } = {}] = findConnections(text)
    expect(corrected).not.toBe('')
    expect(new Set(Object.values(verdicts(corrected)))).toEqual(new Set(['full']))
  })

  it('keeps what has nothing to do with TLS', () => {
    const [check] = findConnections(`${PG}?sslmode=require&application_name=x`)
    expect(check?.corrected).toBe(`${PG}?application_name=x&sslmode=verify-full&sslrootcert=ca.pem`)
  })
})

describe('what clients refuse, or do not verify', () => {
  it.each([
    [`${PG}?sslmode=verify-full&sslrootcert=system`, { libpq: 'public', 'node-postgres': 'fails' }],
    ['postgres://u:p@a:1,b:2/d?sslmode=verify-full&sslrootcert=ca.pem', { 'node-postgres': 'fails' }],
    ['jdbc:postgresql://h/d?ssl=true&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory', { pgJDBC: 'public' }],
    [
      'security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.truststore.password=x\n',
      { Java: 'fails' },
    ],
    [
      'security.protocol=SSL\nssl.truststore.location=a.jks\nproducer.security.protocol=PLAINTEXT\n',
      { Java: 'depends' },
    ],
    [
      "conf = {\n  'security.protocol': 'SSL',\n  'ssl.ca.location': 'ca.pem',\n  'enable.ssl.certificate.verification': False,\n}",
      { librdkafka: 'none' },
    ],
    [
      "'ssl.ca.location': 'ca.pem',\n'security.protocol': 'SSL',\n'enable.ssl.certificate.verification': 'False'",
      { librdkafka: 'none' },
    ],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toMatchObject(expected)
  })

  it.each([
    'postgresql+asyncpg://u:p@h/d?sslmode=require',
    'mysql+aiomysql://u:p@h/d?ssl=true',
    'postgres://u:p@h/d?sslaccept=strict',
    'jdbc:mariadb://h/d?sslMode=verify-full',
    'postgres://app:pa#word@h.example.com:1/d?sslmode=verify-full&sslrootcert=ca.pem',
    'mysql://app:pa/word@h.example.com:1/d',
    'redis://app:pa?word@h.example.com:1',
  ])('nothing is claimed of any client: %s', (text) => {
    const [connection] = findConnections(text)
    expect(connection).toMatchObject({ drivers: [], corrected: undefined })
    expect(connection?.notes).toHaveLength(1)
  })
})

describe('no correction where a text has a grammar of its own', () => {
  it.each([
    'psql "host=h dbname=d sslmode=require"',
    'sql.Open("postgres", "host=h dbname=d sslmode=require")',
    "new PDO('pgsql:host=h;dbname=d;sslmode=require')",
    "new PDO('mysql:host=h;dbname=d')",
    'mysql --host=db --ssl-mode=REQUIRED',
    '{"security.protocol": "SASL_PLAINTEXT", "bootstrap.servers": "k:1"}',
    'security.protocol: SASL_PLAINTEXT\nbootstrap.servers: k:1\n',
    'bootstrap.servers=k:1,\\\n  l:1\nsecurity.protocol=PLAINTEXT\n',
    'DATABASE_URL="postgres://u:p@h/d?sslmode=require"',
    'psql postgres://u:p@h/d?sslmode=require',
    '<url>jdbc:postgresql://h/d?sslmode=require</url>',
  ])('%s', (text) => {
    expect(findConnections(text).map(({ corrected }) => corrected)).not.toContainEqual(expect.any(String))
  })
})
