/** Values that are one of several, put together, or laid over others: left open, each kind beside one that is plain. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const QUERY = 'sslmode=verify-full&sslrootcert=/ca.pem'
const URL = `"postgres://u:S3cr3tS3cr3t@h/d?${QUERY}"`
const WORDS = 'sslmode=verify-full sslrootcert=/ca.pem'

/** An address in a call of each language, and the expressions that may stand in its place. */
const CALLS: readonly (readonly [client: string, text: (value: string) => string, choices: readonly string[]])[] = [
  [
    'node-postgres',
    (value) => `import { Client } from 'pg'\nnew Client({ connectionString: ${value} })`,
    [`process.env.URL || ${URL}`, `process.env.URL ?? ${URL}`, `dev ? local : ${URL}`],
  ],
  [
    'node-postgres',
    (value) => `import { Client } from 'pg'\nconst url = ${value}\nnew Client(url)`,
    [`process.env.URL || ${URL}`, `dev ? local : ${URL}`],
  ],
  [
    'psycopg',
    (value) => `import os, psycopg2\nc = psycopg2.connect(${value})`,
    [
      `os.getenv("URL") or ${URL}`,
      `os.getenv("URL", ${URL})`,
      `os.environ.get("URL", ${URL})`,
      `${URL} if prod else local`,
      `${URL}.replace("verify-full", mode)`,
    ],
  ],
  [
    'PHP',
    (value) => `<?php\n$dsn = ${value};\nnew PDO($dsn);`,
    [`getenv('DSN') ?: 'pgsql:host=h;sslmode=verify-full;sslrootcert=/ca.pem'`],
  ],
]
const ADDRESSES: Cases = CALLS.flatMap(([client, text, choices]): Cases => [
  ...(client === 'PHP' ? [] : [[text(URL), { [client]: 'full' }] as const]),
  ...choices.map((choice) => [text(choice), { [client]: 'depends' }] as const),
])

const python = (text: string) => `import psycopg2\nc = psycopg2.connect(${text})`
const INSERTS: Cases = [
  [python(`"postgres://{}@h/d?${QUERY}".format(user)`), { psycopg: 'full' }],
  [python(`"postgres://u@h/d?${QUERY}{}".format(more)`), { psycopg: 'depends' }],
  [python(`f"postgres://{user}@h/d?${QUERY}"`), { psycopg: 'full' }],
  [python(`f"postgres://u@h/d?${QUERY}&{more}"`), { psycopg: 'depends' }],
  [python(`f"host=h ${WORDS} {more}"`), { psycopg: 'depends' }],
  [python(`"host=h ${WORDS} %s" % more`), { psycopg: 'depends' }],
  [`import { Client } from 'pg'\nnew Client(\`postgres://u@h/d?${QUERY}&\${more}\`)`, { 'node-postgres': 'depends' }],
  [`psql "host=h ${WORDS} $OPTS"\n`, { psql: 'depends' }],
  [`psql "host=h ${WORDS}"\n`, { psql: 'full' }],
  ...['$OPTS', '"$@"', '$(cat args)'].map(
    (more) =>
      [`mysql -h h.example.com --ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem ${more}\n`, { mysql: 'depends' }] as const,
  ),
  ['mysql -h "$HOST" --ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem "$DB"\n', { mysql: 'full' }],
]

const sharp = (type: string, more = '', protocol = 'SecurityProtocol.Ssl') =>
  `var c = new ${type}(${more}) { BootstrapServers = "h:1", SecurityProtocol = ${protocol}, SslCaLocation = "ca.pem" };`
const builder = (mode: string) =>
  `var b = new NpgsqlConnectionStringBuilder { Host = "h", SslMode = ${mode}, RootCertificate = "/ca.pem" };`
const MAPS: Cases = [
  [sharp('ProducerConfig'), { librdkafka: 'full' }],
  [sharp('ProducerConfig', 'other'), { librdkafka: 'depends' }],
  [sharp('ProducerConfig', '', 'prod ? SecurityProtocol.Ssl : SecurityProtocol.Plaintext'), { librdkafka: 'depends' }],
  [builder('SslMode.VerifyFull'), { Npgsql: 'full' }],
  [builder('SslMode.Require'), { Npgsql: 'none' }],
  [builder('prod ? SslMode.VerifyFull : SslMode.Disable'), { Npgsql: 'depends' }],
  ...['', ' + overrides', '.plus(overrides)'].map(
    (more) =>
      [
        `val props = mapOf("bootstrap.servers" to "k:1", "security.protocol" to "SSL", "ssl.truststore.location" to "t.jks")${more}\nKafkaProducer<String, String>(props)`,
        { Java: more === '' ? 'full' : 'depends' },
      ] as const,
  ),
  ...['', 'putAll(base); '].map(
    (more) =>
      [
        `val props = Properties().apply { ${more}put("bootstrap.servers", "k:1"); put("security.protocol", "SSL"); put("ssl.truststore.location", "t.jks") }`,
        { Java: more === '' ? 'full' : 'depends' },
      ] as const,
  ),
  ...['', '.merge(more)'].map(
    (more) =>
      [
        `require 'pg'\nPG.connect({ host: 'h', sslmode: 'verify-full', sslrootcert: '/ca.pem' }${more})`,
        { 'pg (Ruby': more === '' ? 'full' : 'depends' },
      ] as const,
  ),
]

const SQL: Cases = [
  [`SELECT * FROM dblink('host=h dbname=d ${WORDS}', 'select 1') AS t(a int);`, { libpq: 'full' }],
  ["SELECT * FROM dblink('host=h dbname=d sslmode=require', 'select 1') AS t(a int);", { libpq: 'none' }],
  [`SELECT * FROM dblink('host=h dbname=d ${WORDS} ' || more, 'select 1') AS t(a int);`, { libpq: 'depends' }],
]

export const CHOSEN_CASES = [...ADDRESSES, ...INSERTS, ...MAPS, ...SQL]
