/** Clients for Node.js beside node-postgres: other drivers, and frameworks that hand their options on. */
import { clientOf } from '../clients.ts'
import { MYSQL, PG, REDIS } from '../endpoints.ts'
import { further } from './mysql-python-and-java.ts'
import { NODE as OPTIONS, QUERIES, uri } from './postgresql.ts'
import type { MatrixClient, Target } from './settings.ts'

const NODE = { file: 'client.mjs', run: () => 'node client.mjs' }

const CA = `import { readFileSync } from 'node:fs'
const ca = readFileSync('ca.pem', 'utf8')
`

const login = ({ host, port, user, password }: Target, userKey = 'user') =>
  `host: ${JSON.stringify(host)}, port: ${String(port)}, ${userKey}: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, database: 'defaultdb'`

const SOCKETS = [
  '',
  'tls: true',
  'tls: false',
  'ca',
  'tls: true, ca',
  'tls: true, ca, rejectUnauthorized: true',
  'tls: true, rejectUnauthorized: true',
  'tls: true, rejectUnauthorized: false',
  'tls: true, ca, rejectUnauthorized: false',
  'rejectUnauthorized: false',
  'tls: true, ca, checkServerIdentity: () => undefined',
  'tls: true, checkServerIdentity: () => undefined',
  'tls: true, ca, requestCert: true',
  'tls: true, ca: undefined',
]

export const NODE_CLIENTS: readonly MatrixClient[] = [
  {
    ...NODE,
    id: 'node-redis',
    client: clientOf('node-redis'),
    endpoint: REDIS,
    settings: SOCKETS,
    text: (setting, { host, port, user, password }) => `${CA}import { createClient } from 'redis'
const client = createClient({ username: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, socket: { host: ${JSON.stringify(host)}, port: ${String(port)}, reconnectStrategy: false${further(setting)} } })
client.on('error', () => process.exit(1))
await client.connect()
`,
  },
  {
    ...NODE,
    id: 'node-redis-uri',
    client: clientOf('node-redis'),
    endpoint: REDIS,
    settings: [
      "url: 'redis://LOGIN'",
      "url: 'rediss://LOGIN'",
      ...SOCKETS.slice(1).map((socket) => `url: 'rediss://LOGIN', socket: { ${socket} }`),
      "url: 'redis://LOGIN', socket: { tls: true, ca }",
      "url: 'redis://LOGIN', socket: { ca }",
    ],
    text: (setting, { login: words, host, port }) => `${CA}import { createClient } from 'redis'
const client = createClient({ ${setting.replace('LOGIN', `${words}@${host}:${String(port)}`)} })
client.on('error', () => process.exit(1))
await client.connect()
`,
  },
  {
    ...NODE,
    id: 'sequelize',
    client: clientOf('sequelize'),
    endpoint: PG,
    settings: [
      ...OPTIONS.filter((one) => one !== '').map((one) => `dialectOptions: { ${one} }`),
      '',
      'ssl: true',
      'ssl: { ca }',
      'dialectOptions: { sslmode: "verify-full" }',
    ],
    text: (setting, target) => `${CA}import { Sequelize } from 'sequelize'
const db = new Sequelize({ dialect: 'postgres', ${login(target, 'username')}${further(setting)} })
await db.authenticate()
`,
  },
  {
    ...NODE,
    id: 'typeorm',
    client: clientOf('typeorm'),
    endpoint: PG,
    settings: [...OPTIONS, 'extra: { ssl: { ca } }', 'extra: { ssl: { rejectUnauthorized: false } }, ssl: { ca }'],
    text: (setting, target) => `${CA}import { DataSource } from 'typeorm'
const source = new DataSource({ type: 'postgres', ${login(target, 'username')}${further(setting)} })
await source.initialize()
`,
  },
  {
    ...NODE,
    id: 'knex',
    client: clientOf('knex'),
    endpoint: PG,
    settings: OPTIONS,
    text: (setting, target) => `${CA}import knex from 'knex'
const db = knex({ client: 'pg', connection: { ${login(target)}${further(setting)} } })
await db.raw('SELECT 1')
`,
  },
  {
    ...NODE,
    id: 'mariadb-node',
    client: clientOf('mariadb-node'),
    endpoint: MYSQL,
    settings: [
      ...OPTIONS.filter((one) => one !== 'ssl: "require"'),
      'ssl: { checkServerIdentity: () => undefined }',
      'ssl: { ca, rejectUnauthorized: true, minVersion: "TLSv1.2" }',
    ],
    text: (setting, target) => `${CA}import mariadb from 'mariadb'
await mariadb.createConnection({ ${login(target)}${further(setting)} })
`,
  },
  {
    ...NODE,
    id: 'prisma',
    client: clientOf('prisma'),
    endpoint: PG,
    settings: [
      ...QUERIES,
      'sslaccept=strict',
      'sslmode=require&sslaccept=strict',
      'sslmode=require&sslaccept=accept_invalid_certs',
    ].map((query) => `CONNECTION?${query}`),
    files: {
      'schema.prisma':
        'generator client {\n  provider = "prisma-client-js"\n  output   = "./generated"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n',
    },
    prepare: 'npx prisma generate --schema schema.prisma',
    text: (setting, target) => `import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/index.js'
const adapter = new PrismaPg({ connectionString: ${JSON.stringify(uri(setting.replace('CONNECTION?', ''), target, 'postgresql'))} })
const prisma = new PrismaClient({ adapter })
await prisma.$queryRaw\`SELECT 1\`
`,
  },
]
