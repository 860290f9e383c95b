/** Clients that say how they connect by the place of an argument, in a map apart from the address, or by the scheme. */
import { CHAIN_CASES } from './chain-cases.ts'
import { LIBRARY_CASES } from './library-cases.ts'
import { NODE_CASES } from './node-cases.ts'

type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const HOST = 'h.example.com'
const SECRET = 'S3cr3tS3cr3t'

const java = (call: string) => `import redis.clients.jedis.*;\nclass A { Object client = new ${call}; }`
const JEDIS_ARGUMENTS = [
  (type: string, ssl: string) => `${type}("${HOST}", 12691, ${ssl})`,
  (type: string, ssl: string) => `${type}("${HOST}", 12691, 2000, ${ssl})`,
  (type: string, ssl: string) => `${type}(new JedisPoolConfig(), "${HOST}", 12691, 2000, "${SECRET}", ${ssl})`,
  (type: string, ssl: string) => `${type}(poolConfig, host, port, timeout, user, password, ${ssl})`,
  (type: string, ssl: string) => `${type}("${HOST}", 12691, ${ssl}, sslSocketFactory, sslParameters, hostnameVerifier)`,
]
const JEDIS: Cases = [
  ...['Jedis', 'JedisPool', 'JedisPooled'].flatMap((type) =>
    JEDIS_ARGUMENTS.flatMap((write): Cases => [
      [java(write(type, 'true')), { Jedis: 'depends' }],
      [java(write(type, 'false')), { Jedis: 'plain' }],
      [java(write(type, 'useSsl')), { Jedis: 'depends' }],
    ]),
  ),
  [java(`Jedis("${HOST}", 12691)`), { Jedis: 'plain' }],
  [java(`JedisPool(poolConfig, "${HOST}", 12691, 2000, "${SECRET}")`), { Jedis: 'plain' }],
  // An object that isn't in the text may say it.
  [java(`JedisPooled("${HOST}", 12691, config)`), {}],
  [java(`JedisPooled(new HostAndPort("${HOST}", 12691), config)`), {}],
  [java('Jedis("localhost", 6379)'), {}],
]

const php = (...lines: string[]) => `<?php\n${lines.join('\n')}\n`
const real = (flags: string) =>
  `mysqli_real_connect($db, "${HOST}", "app", "${SECRET}", "d", 12691, NULL${flags === '' ? '' : `, ${flags}`});`
const realOf = (flags: string) => `$db->real_connect("${HOST}", "app", "${SECRET}", "d", 12691, NULL, ${flags});`
const constant = (name: string, value: string) => `define( '${name}', ${value} );`
const wordpress = (flags: string | undefined, host = `${HOST}:12691`) =>
  php(
    constant('DB_USER', "'app'"),
    constant('DB_PASSWORD', `'${SECRET}'`),
    constant('DB_HOST', `'${host}'`),
    ...(flags === undefined ? [] : [constant('MYSQL_CLIENT_FLAGS', flags)]),
  )
const PHP: Cases = [
  [php(`$db = new mysqli("${HOST}", "app", "${SECRET}", "d", 12691);`), { 'PHP mysqli': 'plain' }],
  [php(`$db = mysqli_connect($host, $user, $password, $name);`), { 'PHP mysqli': 'plain' }],
  [php('$db = new mysqli("localhost", "app", "x");'), {}],
  [php('$db = mysqli_init();', real('')), { 'PHP mysqli': 'plain' }],
  [php('$db = mysqli_init();', real('MYSQLI_CLIENT_SSL')), { 'PHP mysqli': 'none' }],
  [php('mysqli_ssl_set($db, NULL, NULL, "/ca.pem", NULL, NULL);', real('MYSQLI_CLIENT_SSL')), { 'PHP mysqli': 'full' }],
  [php('$db->ssl_set(NULL, NULL, "/ca.pem", NULL, NULL);', realOf('0')), { 'PHP mysqli': 'full' }],
  [php('$db->ssl_set(NULL, NULL, $ca, NULL, NULL);', realOf('MYSQLI_CLIENT_SSL')), { 'PHP mysqli': 'depends' }],
  [
    php('mysqli_ssl_set($db, NULL, NULL, "/ca.pem", NULL, NULL);', real('MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT')),
    { 'PHP mysqli': 'none' },
  ],
  [wordpress(undefined), { WordPress: 'plain' }],
  [wordpress('MYSQLI_CLIENT_SSL'), { WordPress: 'none' }],
  [wordpress('MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT'), { WordPress: 'none' }],
  [wordpress(undefined, 'localhost'), {}],
  [php('$redis = new Redis();', `$redis->connect('tls://${HOST}', 12691);`), { phpredis: 'public' }],
  [php('$redis = new Redis();', `$redis->connect('${HOST}', 12691);`), { phpredis: 'plain' }],
  [
    php(
      '$redis = new Redis();',
      `$redis->connect('tls://${HOST}', 12691, 1, null, 0, 0, ['stream' => ['cafile' => '/ca.pem']]);`,
    ),
    { phpredis: 'full' },
  ],
  [
    php(
      '$redis = new Redis();',
      `$redis->connect('tls://${HOST}', 12691, 1, null, 0, 0, ['stream' => ['cafile' => '/ca.pem', 'verify_peer_name' => false]]);`,
    ),
    { phpredis: 'chain' },
  ],
]

const URL = `rediss://default:${SECRET}@${HOST}:1`
const BROKER = 'Celery’s broker'
const BACKEND = 'Celery’s result backend'
/** How a map of Celery's is given, and the client that it's for. */
const MAPS: readonly ((map: string) => string)[] = [
  (map) => `from celery import Celery\napp = Celery('t', broker='${URL}/0', broker_use_ssl=${map})`,
  (map) => `app = Celery('t', broker='${URL}/0')\napp.conf.broker_use_ssl = ${map}`,
  (map) => `app.conf.update(broker_url='${URL}/0', broker_use_ssl=${map})`,
  (map) => `import ssl\nCELERY_BROKER_URL = '${URL}/0'\nCELERY_BROKER_USE_SSL = ${map}`,
  (map) => `import os, ssl\nCELERY_BROKER_URL = os.environ['REDIS_URL']\nCELERY_BROKER_USE_SSL = ${map}`,
  (map) => `app = Celery('t', broker='${URL.replace('rediss', 'redis')}/0', broker_use_ssl=${map})`,
]
const CELERY: Cases = [
  ...MAPS.flatMap((write): Cases => [
    [write("{'ssl_cert_reqs': ssl.CERT_NONE}"), { [BROKER]: 'none' }],
    [write("{'ssl_cert_reqs': 'none', 'ssl_ca_certs': '/ca.pem'}"), { [BROKER]: 'none' }],
    [write("{'ssl_cert_reqs': ssl.CERT_REQUIRED, 'ssl_ca_certs': '/ca.pem'}"), { [BROKER]: 'depends' }],
    [
      write("{'ssl_cert_reqs': 'required', 'ssl_ca_certs': '/ca.pem', 'ssl_check_hostname': True}"),
      { [BROKER]: 'full' },
    ],
  ]),
  [`app = Celery('t', broker='${URL}/0', backend='${URL}/1')`, { [BROKER]: 'none', [BACKEND]: 'fails' }],
  [`app = Celery('t', backend='${URL}/1?ssl_cert_reqs=CERT_NONE')`, { [BACKEND]: 'none' }],
  [`app = Celery('t', broker='${URL}/0?ssl_cert_reqs=required')`, { [BROKER]: 'depends' }],
  [`CELERY_BROKER_URL=${URL}/0\n`, { [BROKER]: 'depends' }],
  [`CELERY_BROKER_URL=${URL}/0?ssl_cert_reqs=none\n`, { [BROKER]: 'none' }],
  [`app = Celery('t', broker='${URL.replace('rediss', 'redis')}/0')`, { 'Every client': 'plain' }],
  [
    `CELERY_REDIS_BACKEND_USE_SSL = {'ssl_cert_reqs': ssl.CERT_NONE}\nCELERY_TASK_TRACK_STARTED = True`,
    { [BACKEND]: 'none' },
  ],
]

const credentials = (ssl: string) =>
  `{ host: '${HOST}', user: 'app', password: '${SECRET}', database: 'd'${ssl === '' ? '' : `, ssl: ${ssl}`} }`
const KITS: readonly ((dialect: string, ssl: string) => string)[] = [
  (dialect, ssl) =>
    `import { defineConfig } from 'drizzle-kit'\nexport default defineConfig({ dialect: '${dialect}', dbCredentials: ${credentials(ssl)} })`,
  (dialect, ssl) =>
    `import type { Config } from 'drizzle-kit'\nexport default {\n  dialect: '${dialect}',\n  dbCredentials: ${credentials(ssl)},\n} satisfies Config`,
]
const imported = (name: string) => `import { drizzle } from 'drizzle-orm/${name}'\nconst db = `
const DRIZZLE: Cases = [
  ...KITS.flatMap((write) =>
    (
      [
        ['postgresql', "'require'", 'none'],
        ['postgresql', "'verify-full'", 'public'],
        ['postgresql', 'true', 'public'],
        ['postgresql', 'false', 'plain'],
        ['postgresql', '{ rejectUnauthorized: false }', 'none'],
        ['postgresql', "{ ca: readFileSync('ca.pem').toString() }", 'full'],
        ['postgresql', '', 'depends'],
        ['mysql', '', 'plain'],
        ['mysql', '{ rejectUnauthorized: false }', 'none'],
        ['mysql', "{ ca: readFileSync('ca.pem').toString() }", 'chain'],
      ] as const
    ).map(([dialect, ssl, verifies]) => [write(dialect, ssl), { 'Drizzle Kit': verifies }] as const),
  ),
  [
    `${imported('node-postgres')}drizzle({ connection: ${credentials("{ ca: readFileSync('ca.pem') }")} })`,
    { 'node-postgres': 'full' },
  ],
  [`${imported('node-postgres')}drizzle({ connection: ${credentials('true')} })`, { 'node-postgres': 'public' }],
  [
    `${imported('node-postgres')}drizzle('postgres://app:${SECRET}@${HOST}:1/d?sslmode=no-verify')`,
    { 'node-postgres': 'none' },
  ],
  [
    `${imported('mysql2')}drizzle({ connection: ${credentials("{ ca: readFileSync('ca.pem') }")} })`,
    { mysql2: 'chain' },
  ],
  [
    `${imported('postgres-js')}drizzle({ connection: { url: 'postgres://app:${SECRET}@${HOST}:1/d', ssl: 'require' } })`,
    { 'postgres.js': 'none' },
  ],
  [
    `import { Pool } from 'pg'\n${imported('node-postgres')}drizzle(new Pool({ connectionString: 'postgres://app:${SECRET}@${HOST}:1/d?sslmode=no-verify' }))`,
    { 'node-postgres': 'none' },
  ],
]

const LOGIN = `app:${SECRET}@${HOST}:9440`
const JDBC = 'ClickHouse JDBC'
const engine = (address: string) => `from sqlalchemy import create_engine\ncreate_engine("${address}")`
const CLICKHOUSE: Cases = [
  ...['jdbc:ch:', 'jdbc:clickhouse:'].flatMap((scheme): Cases => [
    [`${scheme}//${HOST}:1/d?ssl=true&sslmode=strict&sslrootcert=/ca.pem`, { [JDBC]: 'full' }],
    [`${scheme}https://${HOST}:1/d?sslrootcert=/ca.pem`, { [JDBC]: 'full' }],
    [`${scheme}//${HOST}:1/d?ssl=true`, { [JDBC]: 'public' }],
    [`url=${scheme}//${HOST}:1/d?ssl=true&sslmode=none\n`, { [JDBC]: 'depends' }],
    [`${scheme}//${HOST}:1/d?user=app&password=${SECRET}`, { [JDBC]: 'plain' }],
    [`String url = "${scheme}http://${HOST}:1/d";`, { [JDBC]: 'plain' }],
    [`${scheme}//${HOST}:1/d?ssl=$SSL`, { [JDBC]: 'depends' }],
    [`${scheme}//${HOST}:1/d?ssl=true&sslrootcert=/ca.pem&ssl_socket_sni=a`, { [JDBC]: 'chain' }],
  ]),
  [`clickhouses://${LOGIN}/d`, { 'clickhouse-driver': 'public' }],
  [`clickhouses://${LOGIN}/d?ca_certs=/ca.pem`, { 'clickhouse-driver': 'full' }],
  [`clickhouses://${LOGIN}/d?ca_certs=/ca.pem&check_hostname=false`, { 'clickhouse-driver': 'chain' }],
  [`clickhouses://${LOGIN}/d?verify=False`, { 'clickhouse-driver': 'none' }],
  [`clickhouse://${LOGIN}/d`, { 'clickhouse-driver': 'plain', 'clickhouse-go': 'plain' }],
  [`clickhouse://${LOGIN}/d?secure=true`, { 'clickhouse-driver': 'public', 'clickhouse-go': 'public' }],
  [`clickhouse://${LOGIN}/d?secure=true&skip_verify=true`, { 'clickhouse-go': 'none' }],
  [engine(`clickhouse+native://${LOGIN}/d?secure=True&verify=False`), { 'clickhouse-driver': 'none' }],
  [engine(`clickhouse+native://${LOGIN}/d?secure=True&ca_certs=/ca.pem`), { 'clickhouse-driver': 'full' }],
  [engine(`clickhouse+http://${LOGIN}/d?protocol=https&verify=/ca.pem`), { 'clickhouse-sqlalchemy': 'full' }],
  [engine(`clickhouse://${LOGIN}/d`), { 'clickhouse-sqlalchemy': 'plain' }],
  [
    `from clickhouse_driver import Client\nclient = Client.from_url("clickhouses://${LOGIN}/d")`,
    { 'clickhouse-driver': 'public' },
  ],
  [
    `opts, err := clickhouse.ParseDSN("clickhouse://${LOGIN}/d?secure=true&skip_verify=true")`,
    { 'clickhouse-go': 'none' },
  ],
]

/** Each kind with its cases, as pairs of a text and what is said of each client. */
export const SILENT_CASES: Readonly<Record<string, Cases>> = {
  'Jedis by place': JEDIS,
  'PHP by place': PHP,
  Celery: CELERY,
  Drizzle: DRIZZLE,
  'addresses of ClickHouse': CLICKHOUSE,
  ...CHAIN_CASES,
  ...NODE_CASES,
  ...LIBRARY_CASES,
}
