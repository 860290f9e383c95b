import { createRequire } from 'node:module'

import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'

/** Comes without types. */
const { Client } = createRequire(import.meta.url)('pg') as {
  Client: new (config: { connectionString: string }) => { ssl: boolean | { rejectUnauthorized?: boolean } }
}

const verdicts = async (text: string) =>
  Object.fromEntries(
    (await findConnections(text)).flatMap(({ drivers }) =>
      drivers.map(({ driver, verifies }): [string, string] => [driver.split(/[ :(]/)[0] ?? '', verifies]),
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
  ])('%s', async (query, expected) => {
    expect(await verdicts(PG + query)).toEqual(expected)
  })

  it.each([
    ['jdbc:postgresql://db:1/d?sslmode=require&sslrootcert=ca.pem', 'none'],
    ['jdbc:postgresql://db:1/d?ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory', 'none'],
    ['jdbc:postgresql://db:1/d?sslmode=verify-full&sslrootcert=ca.pem', 'full'],
  ])('%s: %s', async (text, verifies) => {
    expect(await verdicts(text)).toEqual({ pgJDBC: verifies })
  })

  it.each([
    '',
    '?sslmode=require',
    '?sslmode=no-verify',
    '?sslmode=disable',
    '?sslmode=require&uselibpqcompat=true',
    '?sslmode=verify-full',
  ])('node-postgres itself, on “%s”', async (query) => {
    const { ssl } = new Client({ connectionString: PG + query })
    const says = ssl === false ? 'plain' : ssl !== true && ssl.rejectUnauthorized === false ? 'none' : 'public'
    expect((await verdicts(PG + query))['node-postgres']).toBe(says)
  })
})

describe('other clients', () => {
  it.each([
    ['host=db dbname=d sslmode=require', { libpq: 'none', Go: 'none' }],
    ["new PDO('pgsql:host=db;dbname=d;sslmode=verify-full;sslrootcert=ca.pem')", { PHP: 'full' }],
    ["new PDO('mysql:host=db;port=1;dbname=d;sslmode=verify-ca;sslrootcert=ca.pem', 'u', 'p')", { PHP: 'plain' }],
    ['mysql://avnadmin:x@db:1/defaultdb?ssl-mode=REQUIRED', { MySQL: 'none', mysql2: 'plain' }],
    ['mysql+pymysql://u:p@db/d?ssl_ca=ca.pem', { PyMySQL: 'depends' }],
    ['jdbc:mysql://db:1/d?sslMode=VERIFY_IDENTITY', { MySQL: 'depends' }],
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
    ["new Kafka({ brokers: ['k:1'], ssl: { rejectUnauthorized: false } })", { kafkajs: 'none' }],
    ["new Kafka({ brokers: ['k:1'] })", { kafkajs: 'plain' }],
    [
      "KafkaProducer(bootstrap_servers='k:1', security_protocol='SSL', ssl_cafile='ca.pem', ssl_check_hostname=False)",
      { 'kafka-python': 'chain' },
    ],
    [
      "KafkaProducer(bootstrap_servers='k:1', security_protocol='SSL', ssl_cafile='ca.pem')",
      { 'kafka-python': 'full' },
    ],
    ['tls.Config{InsecureSkipVerify: true}', { Go: 'none' }],
  ])('%s', async (text, expected) => {
    expect(await verdicts(text)).toEqual(expect.objectContaining(expected))
  })

  it('keeps a prefixed name of an INI file, whose client is not known', async () => {
    const [check] = await findConnections('[DEFAULT]\ndb_sslmode = require\n')
    expect(check?.drivers).toEqual([])
    expect(await findConnections('[proxy]\nserver_tls_sslmode = require\n')).toEqual([])
  })

  it.each([
    'ssl=true&sslmode=verify-full&sslrootcert=/ca.pem',
    '{"details": {"additional-options": "sslmode=require&a=b"}}',
  ])('says once that the client of %s isn’t known', async (text) => {
    const found = await findConnections(text)
    expect(found.map(({ drivers, corrected }) => [drivers, corrected])).toEqual([[[], undefined]])
  })

  it('names the backslashes that java.util.Properties eats', async () => {
    const [check] = await findConnections('security.protocol=SSL\nssl.truststore.location=C:\\Users\\me\\t.jks\n')
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
  ])('of %s verifies CA and name, with every client', async (text) => {
    const [{ corrected = '' } = {}] = await findConnections(text)
    expect(corrected).not.toBe('')
    expect(new Set(Object.values(await verdicts(corrected)))).toEqual(new Set(['full']))
  })

  it.each([
    ['package main\nfunc f() { s := fmt.Sprintf("host=%s sslmode=%s password=%s", h, mode, p) }', undefined],
    ['package main\nfunc f() { s := fmt.Sprintf("postgres://%s@h/d?sslmode=%s&x=%s", u, mode, x) }', undefined],
    ['package main\nfunc f() { s := fmt.Sprintf("host=%s sslmode=verify-full sslrootcert=%s", h, f) }', undefined],
    ['String u = String.format("jdbc:postgresql://%s/d?sslmode=%s&user=%s", h, mode, u);', undefined],
    ['var s = string.Format("Host={0};SSL Mode={1};Username={2};Database={3}", h, mode, u, d);', undefined],
    ["$d = sprintf('pgsql:host=%s;sslmode=%s;dbname=%s', $h, $mode, $d);", undefined],
    ['package main\nfunc f() { s := fmt.Sprintf("host=%s sslmode=require dbname=%s", h, d) }', 'host=%s dbname=%s ssl'],
    ['{"schema.history.internal.kafka.bootstrap.servers": "k:1"}', undefined],
    ['spring.kafka.security.protocol=SSL\n', undefined],
    ['[aiven]\nDriver=PostgreSQL Unicode\nServername=h\nUsername=u\nSSLmode=require\n', undefined],
    ['DATABASES = {"default": dj_database_url.config(default="postgres://u:p@h/d", ssl_require=True)}', undefined],
  ])('leaves the arguments of a format and what has another prefix alone: %s', async (text, expected) => {
    const corrected = (await findConnections(text)).map((one) => one.corrected).find((one) => one !== undefined)
    expect(corrected).toEqual(expected && expect.stringContaining(expected))
  })

  it.each([
    ['kubectl create secret generic a --from-literal PGSSLMODE=require', '--from-literal PGSSLROOTCERT=ca.pem'],
    [
      'security.protocol: SSL\nssl.truststore.location: t.jks\nssl.endpoint.identification.algorithm:\n',
      'algorithm: https\n',
    ],
    ['A_URL=postgres://{{ .user }}:{{ .pw }}@h:1/d?sslmode=require\n', '{{ .pw }}@h:1/d?sslmode=verify-full&'],
    ['PGSSLMODE=require ./manage.py x\n', 'PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem ./manage.py x\n'],
    ['run:\n\tPGSSLMODE=require ./b\n', 'run:\n\tPGSSLMODE=verify-full PGSSLROOTCERT=ca.pem ./b\n'],
    [
      'Map.of("bootstrap.servers", env("A", "b"), "security.protocol", "SSL", "ssl.truststore.location", file("A"), "ssl.endpoint.identification.algorithm", "")',
      'env("A", "b"), "security.protocol", "SSL", "ssl.truststore.location", file("A"), "ssl.endpoint.identification.algorithm", "https")',
    ],
  ])('of %s is written as its container reads it', async (text, expected) => {
    const [check] = await findConnections(text)
    expect(check?.corrected).toContain(expected)
  })

  it('keeps what has nothing to do with TLS', async () => {
    const [check] = await findConnections(`${PG}?sslmode=require&application_name=x`)
    expect(check?.corrected).toBe(`${PG}?application_name=x&sslmode=verify-full&sslrootcert=ca.pem`)
  })
})

describe('what no reader follows to its end', () => {
  it.each([
    ['lists in quotes', "auth': [ ".repeat(5000)],
    ['maps of JSON', '{"a":'.repeat(5000)],
    ['whole maps of JSON', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['lists of YAML', `${'- '.repeat(5000)}a: b`],
    ['Python that is cut off', 'asyncpg.connect(host="a", ssl=True)\n'.repeat(1600).slice(0, -17)],
  ])('%s: it says nothing wrong, and ends', async (_, text) => {
    const found = await findConnections(text)
    expect(found.filter(({ drivers }) => drivers.some(({ verifies }) => verifies === 'full'))).toEqual([])
  })

  it.each([
    `const x = ${'['.repeat(301)}1${']'.repeat(301)}\nnew Pool({ host: 'h', password: 'S3cr3tS3cr3t', ssl: { ca } })`,
    `import psycopg2\nx = ${'('.repeat(301)}1${')'.repeat(301)}\npsycopg2.connect(host="h", password="S3cr3tS3cr3t")`,
  ])('says that it isn’t known what deep brackets hold', async (text) => {
    const [check] = await findConnections(text)
    expect(check?.drivers).toEqual([])
    expect(check?.notes).toHaveLength(1)
    expect(check?.shown).not.toContain('S3cr3tS3cr3t')
  })
})

describe('an address that is broken over lines', () => {
  const ADDRESS = 'postgres://avnadmin:S3cr3t@pg.example.com:12691/defaultdb?sslmode=verify-full&sslrootcert=ca.pem'
  const verified = async (text: string) =>
    (await findConnections(text)).flatMap(({ drivers }) => drivers.map(({ verifies }) => verifies))
  const cuts = [...ADDRESS.matchAll(/[?&=]|verify-/g)].flatMap(({ 0: sign, index }) =>
    sign === '?' || sign === '&' ? [index, index + 1] : [index + sign.length],
  )

  it.each(cuts)('is not judged by its first part, cut at %i', async (at) => {
    for (const end of ['\n', '\r\n', '\n    ', ' \n']) {
      const found = await verified(ADDRESS.slice(0, at) + end + ADDRESS.slice(at))
      expect(found.length).toBeGreaterThan(0)
      expect(new Set(found)).toEqual(new Set(['depends']))
    }
  })

  it.each([
    'That is what I use.',
    'Thanks!',
    '',
    'PGPASSWORD=other',
    'redis://h.example.com:1',
    '2026-11-30 12:00 started',
  ])('is whole where the next line is another: %s', async (next) => {
    expect(await verified(`See ${ADDRESS}\n${next}`)).toEqual(expect.arrayContaining(await verified(`See ${ADDRESS}`)))
  })
})
