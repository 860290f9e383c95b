/** Clients whose TLS options stand in a map of their own, or beside the address. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const SECRET = 'S3cr3tS3cr3t'
const HOST = 'h.example.com'

/** Options of Node.js's TLS, and what they come to. */
const OPTIONS = [
  ['', 'public'],
  ["ca: fs.readFileSync('ca.pem')", 'full'],
  ['rejectUnauthorized: false', 'none'],
  ["ca: fs.readFileSync('ca.pem'), rejectUnauthorized: false", 'none'],
  ["ca: fs.readFileSync('ca.pem'), checkServerIdentity: () => undefined", 'depends'],
  ['ca: process.env.CA', 'depends'],
] as const

const CALLS = [
  (options: string) => [
    `const queue = new Queue('q', { connection: { host: '${HOST}', password: '${SECRET}', tls: { ${options} } } })`,
    'BullMQ',
  ],
  (options: string) => [
    `new Worker('q', handle, { connection: { host: '${HOST}', port: 1, password: '${SECRET}', tls: { ${options} } } })`,
    'BullMQ',
  ],
  (options: string) => [
    `const client = createClient({ password: '${SECRET}', socket: { host: '${HOST}', port: 1, tls: true, ${options} } })`,
    'node-redis',
  ],
  (options: string) => [
    `import { postgresAdapter } from '@payloadcms/db-postgres'\nexport default buildConfig({ db: postgresAdapter({ pool: { host: '${HOST}', password: '${SECRET}', ssl: { ${options} } } }) })`,
    'node-postgres',
  ],
] as const

const clickhouse = (url: string, more = '') =>
  `import { createClient } from '@clickhouse/client'\nconst client = createClient({ url: '${url}', password: '${SECRET}'${more} })`
const cassandra = (more: string) =>
  `const client = new cassandra.Client({ contactPoints: ['${HOST}:1'], localDataCenter: 'a'${more} })`
const CASSANDRA = 'cassandra-driver'

const reactive = (kind: string, ...lines: string[]) =>
  [`url=${kind}://h.example.com:1/d`, ...lines].map((line) => `quarkus.datasource.reactive.${line}`).join('\n')
const TRUST = 'trust-certificate-pem.certs=ca.pem'
const HTTPS = 'hostname-verification-algorithm=HTTPS'
const QUARKUS: Cases = [
  ...['postgresql', 'vertx-reactive:postgresql'].flatMap((kind): Cases => [
    [reactive(kind, 'postgresql.ssl-mode=verify-full', TRUST, HTTPS), { Quarkus: 'full' }],
    [reactive(kind, 'postgresql.ssl-mode=verify-full', TRUST), { Quarkus: 'fails' }],
    [reactive(kind, 'postgresql.ssl-mode=verify-ca', TRUST), { Quarkus: 'chain' }],
    [reactive(kind, 'postgresql.ssl-mode=require', 'trust-all=true'), { Quarkus: 'none' }],
    [reactive(kind, 'postgresql.ssl-mode=require'), { Quarkus: 'depends' }],
    [reactive(kind, 'postgresql.ssl-mode=disable', TRUST), { Quarkus: 'plain' }],
  ]),
  [reactive('mysql', 'mysql.ssl-mode=verify-identity', TRUST, HTTPS), { Quarkus: 'full' }],
  [reactive('mysql', 'mysql.ssl-mode=required', 'trust-all=true'), { Quarkus: 'none' }],
  // A profile takes what is set for all, and its own before that.
  ...['dev', 'dev,test'].flatMap((profile): Cases => {
    const of = (line: string) => `%${profile}.quarkus.datasource.reactive.${line}`
    const whole = reactive('postgresql', 'postgresql.ssl-mode=verify-full', TRUST, HTTPS)
    return [
      [`${whole}\n${of('trust-all=true')}`, { Quarkus: 'full', 'Quarkus 2': 'none' }],
      [`${of('trust-all=true')}\n${whole}`, { Quarkus: 'full', 'Quarkus 2': 'none' }],
      [`${whole}\n${of('postgresql.ssl-mode=disable')}`, { Quarkus: 'full', 'Quarkus 2': 'plain' }],
      [whole.replaceAll(/^/gm, `%${profile}.`), { Quarkus: 'full' }],
      [`${whole}\n%${profile}.quarkus.log.level=DEBUG`, { Quarkus: 'full' }],
    ]
  }),
  [
    'quarkus:\n  datasource:\n    reactive:\n      url: postgresql://h.example.com:1/d\n      trust-all: true\n      postgresql:\n        ssl-mode: require\n',
    { Quarkus: 'none' },
  ],
]

/** @returns pairs of a text and what is said of each client */
export const NODE_CASES: Readonly<Record<string, Cases>> = {
  'Quarkus’ reactive data sources': QUARKUS,
  'maps of Node.js’s clients': [
    ...CALLS.flatMap((write) =>
      OPTIONS.map(([options, verifies]) => {
        const [text = '', client = ''] = write(options)
        return [text, { [client]: verifies }] as const
      }),
    ),
    [`new Queue('q', { connection: { host: '${HOST}', password: '${SECRET}' } })`, { BullMQ: 'plain' }],
    [`createClient({ password: '${SECRET}', socket: { host: '${HOST}', port: 1 } })`, { 'node-redis': 'plain' }],
    [`createClient({ password: '${SECRET}', socket: { host: '${HOST}', tls: TLS } })`, { 'node-redis': 'depends' }],
    [clickhouse(`https://${HOST}:1`), { 'ClickHouse client': 'public' }],
    [clickhouse(`http://${HOST}:1`), { 'ClickHouse client': 'plain' }],
    [clickhouse(`https://${HOST}:1`, ", tls: { ca_cert: fs.readFileSync('ca.pem') }"), { 'ClickHouse client': 'full' }],
    [clickhouse(`https://${HOST}:1`, ', tls: { ca_cert: process.env.CA }'), { 'ClickHouse client': 'depends' }],
    // This driver's default is the opposite of Node.js's own.
    [cassandra(''), { [CASSANDRA]: 'plain' }],
    [cassandra(", sslOptions: { ca: [fs.readFileSync('ca.pem')] }"), { [CASSANDRA]: 'none' }],
    [cassandra(', sslOptions: { rejectUnauthorized: false }'), { [CASSANDRA]: 'none' }],
    [
      cassandra(", sslOptions: { ca: [fs.readFileSync('ca.pem')], rejectUnauthorized: true }"),
      { [CASSANDRA]: 'depends' },
    ],
    [cassandra(', sslOptions: options'), { [CASSANDRA]: 'depends' }],
  ],
}
