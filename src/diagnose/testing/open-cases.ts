/** What the text leaves open, or only looks like it verifies: never said to verify, each kind beside one that does. */
const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'
const REDIS_PY = 'ssl_ca_certs="ca.pem", ssl_check_hostname=True'

const REDIS = [
  [`redis.from_url("rediss://h:1", ssl_cert_reqs=REQS, ${REDIS_PY})`, { 'redis-py': 'depends' }],
  [`r = redis.Redis(host="h", ssl=True, ssl_cert_reqs=os.environ.get("R"), ${REDIS_PY})`, { 'redis-py': 'depends' }],
  [`redis.from_url("rediss://h:1", ssl_cert_reqs="required", ${REDIS_PY})`, { 'redis-py': 'full' }],
  [`r = redis.Redis(host="h", ssl=True, ssl_cert_reqs=ssl.CERT_REQUIRED, ${REDIS_PY})`, { 'redis-py': 'full' }],
  ['r = redis.Redis(host="h", ssl=True, ssl_ca_certs=None, ssl_check_hostname=True)', { 'redis-py': 'depends' }],
  [
    'var o = ConfigurationOptions.Parse("h:1,password=S3cr3tS3cr3t,abortConnect=false");\no.Ssl = true;',
    { StackExchange: 'depends' },
  ],
  [
    'var o = ConfigurationOptions.Parse("h:1,ssl=true,abortConnect=false");\no.Ssl = false;',
    { StackExchange: 'depends' },
  ],
  ['var o = ConfigurationOptions.Parse("h:1,ssl=true,abortConnect=false");', { StackExchange: 'public' }],
  ['HOSTS=h:9092,h2:9092,ssl=true\n', {}],
  ['var r = new RedisClient("127.0.0.1:6379,password=S3cr3tS3cr3t,defaultDatabase=13,ssl=true");', {}],
  ['var r = ConnectionMultiplexer.Connect("h:1,ssl=true");', { StackExchange: 'public' }],
] as const

const nodeOf = (ssl: string): readonly (readonly [string, string])[] => [
  ['postgres.js', `const sql = postgres('${URL}', { ssl: ${ssl} })`],
  ['node-postgres', `import { Pool } from 'pg'\nconst pool = new Pool({ host: 'h', ssl: ${ssl} })`],
  ['node-postgres', `import { Pool } from 'pg'\nconst pool = new Pool({ connectionString: '${URL}', ssl: ${ssl} })`],
  ['kafkajs', `const kafka = new Kafka({ brokers: ['h:1'], ssl: ${ssl} })`],
  ['ioredis', `const redis = new Redis({ host: 'h', tls: ${ssl} })`],
]
const NODE = (
  [
    ['{ ca, rejectUnauthorized: strict }', 'depends'],
    ["{ ca: readFileSync('ca.pem'), rejectUnauthorized: process.env.NODE_ENV === 'production' }", 'depends'],
    ['{ ca, rejectUnauthorized: !1 }', 'depends'],
    ['{ ca, rejectUnauthorized }', 'depends'],
    ['{ ca, checkServerIdentity }', 'depends'],
    ['prod ? { ca } : false', 'depends'],
    ["isProd && { ca: readFileSync('ca.pem') }", 'depends'],
    ['{ ca, rejectUnauthorized: true }', 'full'],
    ["{ ca: readFileSync('ca.pem') }", 'full'],
  ] as const
).flatMap(([ssl, verifies]) => nodeOf(ssl).map(([client, text]) => [text, { [client]: verifies }] as const))

/** `{ ssl }`: the value stands elsewhere. */
const SHORTHAND = [
  ...nodeOf('true').map(([client, text]) => [text.replace(/(ssl|tls): true/, '$1'), { [client]: 'depends' }] as const),
  ["const sql = postgres({ host: 'h', ssl })", { 'postgres.js': 'depends' }],
  ["import mysql from 'mysql2'\nmysql.createPool({ host: 'h', ssl })", { mysql2: 'depends' }],
  ["import mysql from 'mysql2'\nmysql.createPool({ uri: 'mysql://u:S3cr3tS3cr3t@h/d', ssl })", { mysql2: 'depends' }],
  ["const kafka = new Kafka({ brokers: ['ssl'] })", { kafkajs: 'plain' }],
] as const

const mysql2 = (ssl: string) => `import mysql from 'mysql2'\nmysql.createPool({ host: 'h', ssl: ${ssl} })`
const MYSQL2 = [
  [mysql2('{ ca, verifyIdentity: true, rejectUnauthorized: strict }'), { mysql2: 'depends' }],
  [mysql2("{ ca: readFileSync('ca.pem'), verifyIdentity: true, rejectUnauthorized: strict }"), { mysql2: 'depends' }],
  [mysql2("prod ? { ca: readFileSync('ca.pem'), verifyIdentity: true } : undefined"), { mysql2: 'depends' }],
  [mysql2("{ ca: readFileSync('ca.pem'), verifyIdentity: true, rejectUnauthorized: true }"), { mysql2: 'full' }],
] as const

const call = `const sql = postgres('${URL}', options)`
const POSTGRES_JS = [
  [`const options = { ssl: { ca } }\noptions.ssl = false\n${call}`, { 'postgres.js': 'depends' }],
  [`const options = { ssl: { ca } }\noptions['ssl'] = false\n${call}`, { 'postgres.js': 'depends' }],
  [`const options = { ssl: { ca } }\nObject.assign(options, more)\n${call}`, { 'postgres.js': 'depends' }],
  [`const options: Options = dev ? {}  : { ssl: { ca } }\n${call}`, { 'postgres.js': 'depends' }],
  [`const options = dev ? {} : { ssl: { ca } }\n${call}`, { 'postgres.js': 'depends' }],
  [
    `function a() {\n  const options = { ssl: { ca } }\n  return postgres('${URL}', options)\n}\nfunction b() {\n  const options = { ssl: 'require' }\n  return postgres('${URL}', options)\n}`,
    { 'postgres.js': 'depends', 'postgres.js 2': 'depends' },
  ],
  [`const sql = postgres('${URL}', { ssl: 'require' }, { ssl: { ca } })`, { 'postgres.js': 'depends' }],
  [`const options = { max: 1, ssl: { ca } }\n${call}`, { 'postgres.js': 'full' }],
  [`const options = { ssl: 'require' }\n${call}`, { 'postgres.js': 'none' }],
] as const

const kafka = (name: string) =>
  `security.protocol=SSL\nssl.truststore.location=a.jks\nssl.endpoint.identification.algorithm=${name}\n`
const confluent = (name: string) =>
  `var c = new ConsumerConfig { SecurityProtocol = SecurityProtocol.Ssl, SslCaLocation = "ca.pem", SslEndpointIdentificationAlgorithm = ${name} };`
const KAFKA = [
  [confluent('SslEndpointIdentificationAlgorithm.Https'), { librdkafka: 'full' }],
  [confluent('SslEndpointIdentificationAlgorithm.None'), { librdkafka: 'chain' }],
  [confluent('name'), { librdkafka: 'depends' }],
  [kafka('${ALG:}'), { Java: 'depends' }],
  [kafka('https'), { Java: 'full' }],
  [kafka('${ALG:}').replace('truststore.location=a.jks', 'ca.location=ca.pem'), { librdkafka: 'depends' }],
  [kafka('https').replace('truststore.location=a.jks', 'ca.location=ca.pem'), { librdkafka: 'full' }],
] as const

const HISTORY = ['producer', 'consumer'].map(
  (who) =>
    `"schema.history.internal.${who}.security.protocol": "SSL", "schema.history.internal.${who}.ssl.truststore.location": "a.jks"`,
)
const DEBEZIUM = [
  [
    `{"schema.history.internal.kafka.bootstrap.servers": "k:1", ${HISTORY.join(', ')}}`,
    { 'Java client, producer': 'full', 'Java client, consumer': 'full' },
  ],
  ['{"schema.history.internal.kafka.bootstrap.servers": "k:1"}', { Java: 'plain' }],
] as const

const npgsql = (more: string) =>
  `var b = new NpgsqlDataSourceBuilder("Host=h;Username=app;Password=S3cr3tS3cr3t;SSL Mode=VerifyFull;Root Certificate=ca.pem");\n${more}`
const NPGSQL = [
  [npgsql('b.UseUserCertificateValidationCallback((s, c, ch, e) => true);'), { Npgsql: 'depends', '.NET': 'none' }],
  [npgsql('b.UseUserCertificateValidationCallback(Check);'), { Npgsql: 'depends' }],
  [npgsql(''), { Npgsql: 'full' }],
  [npgsql('b.UseUserCertificateValidationCallback(Check);').replace('VerifyFull', 'Disable'), { Npgsql: 'plain' }],
] as const

export const OPEN_CASES = [...REDIS, ...NODE, ...SHORTHAND, ...MYSQL2, ...POSTGRES_JS, ...KAFKA, ...DEBEZIUM, ...NPGSQL]
