/** Settings that code takes only on a condition, or spreads from elsewhere, each beside the same ones as they are. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

interface Kind {
  readonly client: string
  /** A call with a host and what stands beside it. */
  readonly call: (more: string) => string
  /** A map of settings that verify, and one of settings that accept any server. */
  readonly safe: string
  readonly loose: string
}

const JAVASCRIPT: readonly Kind[] = [
  {
    client: 'node-postgres',
    call: (more) => `import { Pool } from 'pg'\nnew Pool({ host: 'h', ${more} })`,
    safe: '{ ssl: { ca } }',
    loose: '{ ssl: { rejectUnauthorized: false } }',
  },
  {
    client: 'ioredis',
    call: (more) => `import Redis from 'ioredis'\nnew Redis({ host: 'h', ${more} })`,
    safe: '{ tls: { ca } }',
    loose: '{ tls: { rejectUnauthorized: false } }',
  },
  {
    client: 'kafkajs',
    call: (more) => `import { Kafka } from 'kafkajs'\nnew Kafka({ brokers: ['h:1'], ${more} })`,
    safe: '{ ssl: { ca: [ca] } }',
    loose: '{ ssl: { rejectUnauthorized: false } }',
  },
  {
    client: 'Sequelize',
    call: (more) => `import { Sequelize } from 'sequelize'\nnew Sequelize({ dialect: 'postgres', host: 'h', ${more} })`,
    safe: '{ dialectOptions: { ssl: { ca } } }',
    loose: '{ dialectOptions: { ssl: { rejectUnauthorized: false } } }',
  },
  {
    client: 'Knex',
    call: (more) => `import knex from 'knex'\nknex({ client: 'pg', connection: { host: 'h', ${more} } })`,
    safe: '{ ssl: { ca } }',
    loose: '{ ssl: { rejectUnauthorized: false } }',
  },
]
const PYTHON: readonly Kind[] = [
  {
    client: 'psycopg',
    call: (more) => `import psycopg2\npsycopg2.connect(host='h', ${more})`,
    safe: "{'sslmode': 'verify-full', 'sslrootcert': 'ca.pem'}",
    loose: "{'sslmode': 'require'}",
  },
  {
    client: 'kafka-python',
    call: (more) => `from kafka import KafkaProducer\nKafkaProducer(bootstrap_servers='h:1', ${more})`,
    safe: "{'security_protocol': 'SSL', 'ssl_cafile': 'ca.pem'}",
    loose: "{'security_protocol': 'SSL', 'ssl_cafile': 'ca.pem', 'ssl_check_hostname': False}",
  },
]

/** A map's own items: `a: 1`. */
const inside = (map: string) => map.slice(1, -1).trim()
const named = (map: string) => /^\w+/.exec(inside(map))?.[0] ?? ''
const valueOf = (map: string) => inside(map).slice(named(map).length + 1)

const ofJavascript = ({ client, call, safe, loose }: Kind): Cases => [
  [call(`...${safe}`), { [client]: 'full' }],
  [call(`...(prod ? { name: 'x' } : {}), ${inside(safe)}`), { [client]: 'full' }],
  [call(`...(prod ? ${safe} : {})`), { [client]: 'depends' }],
  [call(`...(prod && ${safe})`), { [client]: 'depends' }],
  [call(`...(prod ? {} : ${safe}), name: 'x'`), { [client]: 'depends' }],
  [call(`${named(safe)}: prod ? ${valueOf(safe)} : undefined`), { [client]: 'depends' }],
  [call('...tlsOptions()'), { [client]: 'depends' }],
  [call(`...(prod ? options : {}), ${inside(safe)}`), { [client]: 'depends' }],
  [call(`...(prod ? options : test && {}), ${inside(safe)}`), { [client]: 'depends' }],
  [call(`...(prod ? ${loose} : {})`), { [client]: 'none' }],
  [call(`...(prod && ${loose})`), { [client]: 'none' }],
  [call(`${named(loose)}: prod ? ${valueOf(loose)} : undefined`), { [client]: 'none' }],
]
const ofPython = ({ client, call, safe, loose }: Kind): Cases => [
  [call(`**${safe}`), { [client]: 'full' }],
  [call(`**{**${safe}, **({'client_id': 'x'} if prod else {})}`), { [client]: 'full' }],
  [call(`**(${safe} if prod else {})`), { [client]: 'depends' }],
  [call(`**${safe}, **options()`), { [client]: 'depends' }],
  [call(`**(${safe} if prod else options)`), { [client]: 'depends' }],
  [call(`**(${loose} if prod else {})`), { [client]: client === 'psycopg' ? 'none' : 'depends' }],
]

const sequelize = (rest: string, from = 'sequelize') =>
  `import { Sequelize } from '${from}'\nnew Sequelize('d', 'u', 'S3cr3tS3cr3t', { dialect: 'postgres', host: 'h', ${rest} })`
const typeorm = (rest: string) => `import { DataSource } from 'typeorm'\nnew DataSource({ type: 'postgres', ${rest} })`

/** Their TLS stands in a map of its own; what stands beside the host is nothing to them. */
const ORMS: Cases = [
  [sequelize(''), { Sequelize: 'plain' }],
  [sequelize('ssl: true'), { Sequelize: 'plain' }],
  [sequelize('ssl: { ca }'), { Sequelize: 'plain' }],
  [sequelize('ssl: true, dialectOptions: { ssl: { ca } }'), { Sequelize: 'full' }],
  [sequelize('ssl: true, dialectOptions: options'), { Sequelize: 'depends' }],
  [sequelize('ssl: true, dialectOptions'), { Sequelize: 'depends' }],
  [sequelize('ssl: true', '@sequelize/core'), {}],
  [
    `import { Sequelize } from 'sequelize'\nnew Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', ssl: true })`,
    {},
  ],
  [
    '{"production": {"password": "S3cr3tS3cr3t", "host": "h", "dialect": "mysql", "ssl": true}}',
    { Sequelize: 'plain' },
  ],
  [`import knex from 'knex'\nknex({ client: 'pg', connection: { host: 'h' }, ssl: { ca } })`, { Knex: 'plain' }],
  [`import knex from 'knex'\nknex({ client: 'pg', connection: { host: 'h', ssl } })`, { Knex: 'depends' }],
  [`import knex from 'knex'\nknex({ client: 'pg', connection: process.env.DATABASE_URL, ssl: { ca } })`, {}],
  [typeorm("host: 'h'"), { TypeORM: 'plain' }],
  [typeorm("host: 'h', extra"), { TypeORM: 'depends' }],
  [typeorm("host: 'h', url: process.env.DATABASE_URL"), {}],
  [`const settings = { type: 'postgres', host: 'h', port: 1 }`, {}],
]

const pdo = (before: string, options: string) =>
  `<?php\n${before}new PDO('mysql:host=h;dbname=d', 'u', 'p', ${options});`
const CA = "[PDO::MYSQL_ATTR_SSL_CA => '/ca.pem']"
const laravel = (options: string) =>
  `<?php\nreturn ['connections' => ['mysql' => ['driver' => 'mysql', 'host' => 'h', 'options' => ${options}]]];`
const PHP: Cases = [
  [pdo('', CA), { PHP: 'full' }],
  [pdo('', `$prod ? ${CA} : []`), { PHP: 'depends' }],
  [pdo(`$options = ${CA};\n`, '$options'), { PHP: 'full' }],
  [pdo(`$options = $prod ? ${CA} : [];\n`, '$options'), { PHP: 'depends' }],
  [laravel(`$prod ? ${CA} : []`), { PHP: 'depends' }],
  // Without that extension there is no connection at all.
  [laravel(`extension_loaded('pdo_mysql') ? ${CA} : []`), { PHP: 'full' }],
]

export const CONDITIONAL_CASES: Cases = [
  ...JAVASCRIPT.flatMap((kind) => ofJavascript(kind)),
  ...PYTHON.flatMap((kind) => ofPython(kind)),
  ...ORMS,
  ...PHP,
]
