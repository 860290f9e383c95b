/** Libraries that take TLS settings in a place of their own: each with every way to say them, and what it makes of them. */
import { FRAMEWORK_LIBRARY_CASES } from './framework-library-cases.ts'
import { HOST, libraryCases as of, SECRET, type Cases } from './library-rows.ts'

const CA = "fs.readFileSync('ca.pem')"
const NODE_TLS = {
  [`{ ca: ${CA} }`]: 'full',
  '{}': 'public',
  true: 'public',
  '{ ca: process.env.CA }': 'depends',
  '{ rejectUnauthorized: mode }': 'depends',
} as const

const NODE: Cases = [
  ...[
    ['connection: { ssl: ', ' }'],
    ['ssl: ', ''],
  ].flatMap(([before = '', after = '']) =>
    of(
      'MikroORM',
      (ssl) =>
        `import { defineConfig } from '@mikro-orm/postgresql'\nexport default defineConfig({ host: '${HOST}', dbName: 'd', driverOptions: { ${before}${ssl}${after} } })`,
      { [`{ ca: ${CA} }`]: 'depends', '{}': 'depends', '{ rejectUnauthorized: false }': 'none', false: 'plain' },
    ),
  ),
  ...['deno.land/x/postgres@v0.19.3/mod.ts', 'jsr:@db/postgres'].flatMap((from) =>
    of(
      'deno-postgres',
      (tls) =>
        `import { Client } from "${from}"\nconst client = new Client({ hostname: "${HOST}", user: "u", password: "${SECRET}"${tls} })`,
      {
        ', tls: { enforce: true, caCertificates: [await Deno.readTextFile("ca.pem")] }': 'full',
        ', tls: { enforce: true }': 'public',
        ', tls: { caCertificates: [ca] }': 'none',
        ', tls: { enabled: false }': 'plain',
        ', tls: { enforce: strict, caCertificates: [ca] }': 'depends',
        ', tls: options': 'depends',
        '': 'none',
      },
    ),
  ),
  ...['GlideClient', 'GlideClusterClient'].flatMap((type) =>
    of(
      'Valkey GLIDE',
      (more) => `const client = await ${type}.createClient({ addresses: [{ host: "${HOST}" }]${more} })`,
      {
        '': 'plain',
        ', useTLS: false': 'plain',
        ', useTLS: true': 'public',
        ', useTLS: given': 'depends',
        ', useTLS: true, advancedConfiguration: { tlsAdvancedConfiguration: { insecure: true } }': 'none',
        ', useTLS: true, advancedConfiguration: { tlsAdvancedConfiguration: { rootCertificates: ca } }': 'full',
        ', useTLS: true, advancedConfiguration: { tlsAdvancedConfiguration: { rootCertificates: ca, insecure: true } }':
          'none',
        ', useTLS: true, advancedConfiguration: { tlsAdvancedConfiguration: { rootCertificates: ca, insecure } }':
          'depends',
        ', useTLS: true, advancedConfiguration: options': 'depends',
      },
    ),
  ),
  ...of('Bun SQL', (tls) => `import { SQL } from "bun"\nconst db = new SQL({ hostname: "${HOST}", tls: ${tls} })`, {
    true: 'none',
    '"require"': 'none',
    '"disable"': 'plain',
    false: 'plain',
    '{ ca }': 'unknown',
    '"verify-full"': 'unknown',
  }),
  ...[
    (tls: string) => `const r = new Redis.Cluster([{ host: '${HOST}' }], { redisOptions: { tls: ${tls} } })`,
    (tls: string) =>
      `import { Cluster } from 'ioredis'\nnew Cluster([{ host: '${HOST}' }], { redisOptions: { password: 'x', tls: ${tls} } })`,
    (tls: string) => `import Redis from 'ioredis'\nconst r = new Redis(12691, '${HOST}', { tls: ${tls} })`,
  ].flatMap((write) => of('ioredis', write, NODE_TLS)),
  ...of('Bull', (tls) => `const q = new Queue('mail', { redis: { host: '${HOST}', tls: ${tls} } })`, NODE_TLS),
  ...of(
    'kafkajs',
    (ssl) =>
      `ClientsModule.register([{ transport: Transport.KAFKA, options: { client: { brokers: ['${HOST}:1'], ssl: ${ssl} } } }])`,
    NODE_TLS,
  ),
  ...[
    ["import pgPromise from 'pg-promise'\nconst pgp = pgPromise()\nconst db = pgp(", ')'],
    ["import PgBoss from 'pg-boss'\nconst boss = new PgBoss(", ')'],
    ["fastify.register(require('@fastify/postgres'), ", ')'],
  ].flatMap(([before = '', after = '']) =>
    of('node-postgres', (ssl) => `${before}{ host: '${HOST}', database: 'd', ssl: ${ssl} }${after}`, NODE_TLS),
  ),
  ...of(
    'librdkafka',
    (more) =>
      `const { Kafka } = require('@confluentinc/kafka-javascript').KafkaJS\nnew Kafka({ 'bootstrap.servers': '${HOST}:1', 'security.protocol': 'ssl'${more} })`,
    {
      '': 'public',
      ", 'ssl.ca.location': 'ca.pem'": 'full',
      ", 'ssl.ca.location': 'ca.pem', 'enable.ssl.certificate.verification': false": 'none',
    },
  ),
  ...of(
    'confluent-kafka-javascript',
    (more) => `const kafka = new Kafka({ kafkaJS: { brokers: ['${HOST}:1']${more} })`,
    {
      ', ssl: true }': 'public',
      ", ssl: true }, 'ssl.ca.location': 'ca.pem'": 'full',
      ', ssl: { ca: [ca] } }': 'fails',
      ' }': 'plain',
    },
  ),
]

const SAFE = 'ssl.create_default_context(cafile="ca.pem")'
/** An argument of asyncpg, with what stands before the connection. */
const ASYNCPG: readonly (readonly [before: string, ssl: string, verifies: string])[] = [
  ['', `, "ssl": ${SAFE}`, 'full'],
  [`ctx = ${SAFE}\n`, ', "ssl": ctx', 'full'],
  [`ctx = ${SAFE}\nctx.check_hostname = False\n`, ', "ssl": ctx', 'chain'],
  [`ctx = ${SAFE}\nctx.check_hostname = False\nctx.verify_mode = ssl.CERT_NONE\n`, ', "ssl": ctx', 'none'],
  [`(ctx := ${SAFE})\nctx.check_hostname = False\n`, ', "ssl": ctx', 'chain'],
  ['', `, "ssl": (ctx := ${SAFE})`, 'full'],
  ['', ', "ssl": True', 'public'],
  ['', ', "ssl": "require"', 'none'],
  ['', ', "ssl": False', 'plain'],
  ['', ', "ssl": options', 'depends'],
  ['', '', 'none'],
]
const python = (client: string, write: (ssl: string) => string): Cases =>
  ASYNCPG.map(([before, ssl, verifies]) => [`import ssl\n${before}${write(ssl)}\n`, { [client]: verifies }] as const)

const PYTHON: Cases = [
  ...python(
    'Tortoise ORM',
    (ssl) =>
      `ORM = {"connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": {"host": "${HOST}", "user": "u"${ssl}}}}}`,
  ),
  ...python('Piccolo', (ssl) => `DB = PostgresEngine(config={"host": "${HOST}", "user": "u"${ssl}})`),
  ...of('Valkey GLIDE', (more) => `config = GlideClientConfiguration([NodeAddress("${HOST}", 1)]${more})`, {
    ', use_tls=False': 'plain',
    ', use_tls=True': 'public',
    ', use_tls=given': 'depends',
    ', use_tls=True, advanced_config=options': 'depends',
    ', use_tls=True, advanced_config=AdvancedGlideClientConfiguration(tls_config=TlsAdvancedConfiguration(use_insecure_tls=True))':
      'none',
    ', use_tls=True, advanced_config=AdvancedGlideClientConfiguration(tls_config=TlsAdvancedConfiguration(root_pem_cacerts=ca))':
      'full',
  }),
  ...['BaseSecurity', 'SASLPlaintext', 'SASLScram512'].flatMap((type) =>
    of(
      'FastStream',
      (given) =>
        `import ssl\nfrom faststream.kafka import KafkaBroker\nctx = ${SAFE}\nbroker = KafkaBroker("${HOST}:1", security=${type}(${given}))`,
      { 'ssl_context=ctx': 'full', 'use_ssl=True': 'fails', 'use_ssl=False': 'plain', 'ssl_context=load()': 'depends' },
    ),
  ),
  ...of(
    'FastStream',
    (given) =>
      `from faststream.confluent import KafkaBroker\nKafkaBroker("${HOST}:1", security=BaseSecurity(${given}))`,
    { 'ssl_context=ctx': 'fails', 'use_ssl=True': 'depends' },
  ),
  ...['PostgresqlDatabase', 'PooledPostgresqlExtDatabase'].flatMap((type) =>
    of('psycopg', (more) => `from peewee import *\ndb = ${type}('d', host='${HOST}'${more})`, {
      ", sslmode='require'": 'none',
      ", sslmode='verify-full', sslrootcert='ca.pem'": 'full',
    }),
  ),
  ...of('peewee', (more) => `db = MySQLDatabase('d', host='${HOST}'${more})`, { ", ssl={'ca': 'ca.pem'}": 'depends' }),
  ...of('arq', (more) => `from arq.connections import RedisSettings\nRedisSettings(host='${HOST}'${more})`, {
    '': 'plain',
    ', ssl=True': 'chain',
    ", ssl=True, ssl_cert_reqs='none'": 'none',
    ", ssl=True, ssl_ca_certs='ca.pem', ssl_check_hostname=True": 'full',
  }),
  ...of('asyncpg', (given) => `from asyncpg import create_pool\npool = await create_pool(dsn=DSN, ssl=${given})`, {
    '"require"': 'none',
    '"verify-full"': 'depends',
  }),
  ...of('asyncpg', (given) => `db = Gino()\nawait db.set_bind("postgresql://u:${SECRET}@${HOST}:1/d", ssl=${given})`, {
    '"require"': 'none',
    True: 'public',
  }),
  ...of(
    'this client',
    (given) => `from databases import Database\ndb = Database("postgresql://u:${SECRET}@${HOST}:1/d"${given})`,
    {
      ', ssl=True': 'unknown',
    },
  ),
]

/** A variable that is declared with its type, and maps that are put together in a call. */
const DECLARED: Cases = [
  ...['', ': PoolConfig', ': pg.PoolConfig', ': Record<string, unknown>', ': Options<Driver>'].flatMap((type) =>
    of(
      'node-postgres',
      (ssl) => `const cfg${type} = { host: '${HOST}', ssl: ${ssl} }\nexport const pool = new Pool(cfg)`,
      NODE_TLS,
    ),
  ),
  ...['', ': dict', ': dict[str, str]', ': Final'].flatMap((type) =>
    of(
      'psycopg',
      (mode) => `import psycopg\ncfg${type} = {"host": "${HOST}", "sslmode": "${mode}"}\npsycopg.connect(**cfg)`,
      {
        require: 'none',
        disable: 'plain',
      },
    ),
  ),
  ...of(
    'psycopg',
    (mode) =>
      `import psycopg\ncfg = {"host": "${HOST}", "sslmode": "verify-full", "sslrootcert": "ca.pem"}\npsycopg.connect(**{**cfg, "sslmode": "${mode}"})`,
    { disable: 'depends', require: 'none' },
  ),
  ...['isDev ? { ssl: false } : {}', 'extra'].map(
    (more) =>
      [
        `const base = { host: '${HOST}', ssl: { ca } }\nconst pool = new Pool(Object.assign(base, ${more}))`,
        { 'node-postgres': 'depends' },
      ] as const,
  ),
]

/** A map that others are merged into, and a line that only names a file. */
const READ: Cases = [
  [
    'import psycopg\nbase = {"host": "h"}\nbase |= {"sslmode": "verify-full", "sslrootcert": "ca.pem"}\npsycopg.connect(**base)',
    { psycopg: 'full' },
  ],
  [
    'import psycopg\nbase = {"host": "h", "sslmode": "verify-full", "sslrootcert": "ca.pem"}\nbase |= dict(sslmode="disable")\npsycopg.connect(**base)',
    { psycopg: 'plain' },
  ],
  [
    'import psycopg\nbase = {"host": "h", "sslmode": "verify-full", "sslrootcert": "ca.pem"}\nif dev:\n    base |= {"sslmode": "disable"}\npsycopg.connect(**base)',
    { psycopg: 'depends' },
  ],
  ...['.env:', 'In .env', 'my config/.env.production:', '`.env.local`'].map(
    (name) => [`${name}\nNODE_TLS_REJECT_UNAUTHORIZED=0\nIs that OK in the long run?`, { 'Node.js': 'none' }] as const,
  ),
]

export const LIBRARY_CASES: Readonly<Record<string, Cases>> = {
  'libraries of Node.js': NODE,
  'libraries of Python': PYTHON,
  ...FRAMEWORK_LIBRARY_CASES,
  'declared and put together': DECLARED,
  'read in other words': READ,
}
