/** Clients of SQL databases for Node.js, on node-postgres, mysql2 or a driver of their own: each hands TLS options on. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { mysqlApplies, MYSQL_PASSWORD } from './mysql.ts'
import { nodeTls } from './node.ts'
import { block, command, speaks } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { nodeGuide, npmInstall } from './program.ts'

/** How a client calls the parts of an address. */
interface Names {
  readonly user?: string
  readonly password?: string
}

const connection = (
  facts: ConnectionFacts,
  variable: string,
  { user = 'user', password = 'password' }: Names = {},
): readonly string[] => [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `${user}: ${stringLiteral(facts.user)}`,
  `${password}: process.env.${variable}`,
  `database: ${stringLiteral(databaseOf(facts))}`,
]

const tls = (facts: ConnectionFacts, system: System, more: readonly string[] = []): string =>
  `ssl: { ${[...nodeTls(facts, system).options, ...more].join(', ')} }`

const imports = (facts: ConnectionFacts, system: System, line: string): string =>
  `${nodeTls(facts, system).imports}${line}\n\n`

export const postgresJs = nodeGuide({
  id: 'postgres-js',
  name: 'Node.js, postgres.js',
  applies: speaks('postgresql'),
  install: npmInstall('postgres'),
  password: 'PGPASSWORD',
  text: (facts, system) => `${imports(facts, system, 'import postgres from "postgres"')}const sql = postgres({
${block(2, [...connection(facts, 'PGPASSWORD'), tls(facts, system)])}
})
const [row] = await sql\`SELECT 'connected' AS status\`
console.log(row.status)
await sql.end()
`,
})

export const drizzle = nodeGuide({
  id: 'drizzle',
  name: 'Node.js, Drizzle',
  applies: speaks('postgresql'),
  install: npmInstall('drizzle-orm', 'pg'),
  password: 'PGPASSWORD',
  text: (
    facts,
    system,
  ) => `${imports(facts, system, 'import { drizzle } from "drizzle-orm/node-postgres"')}// No connection string: an sslmode in it would override ssl.
const db = drizzle({
  connection: {
${block(4, [...connection(facts, 'PGPASSWORD'), tls(facts, system)])}
  },
})
const { rows } = await db.execute("SELECT 'connected' AS status")
console.log(rows[0].status)
await db.$client.end()
`,
})

const SCHEMA = `generator client {
  provider = "prisma-client-js"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}
`

export const prisma = nodeGuide({
  id: 'prisma',
  name: 'Node.js, Prisma',
  applies: speaks('postgresql'),
  install: npmInstall('prisma', '@prisma/client', '@prisma/adapter-pg'),
  password: 'PGPASSWORD',
  notes: () => ['For Prisma 7.'],
  prepare: (system) => command(system, ['npx', 'prisma', 'generate', '--schema', 'schema.prisma']),
  files: () => [{ name: 'schema.prisma', language: 'conf', text: SCHEMA }],
  text: (
    facts,
    system,
  ) => `${imports(facts, system, 'import { PrismaPg } from "@prisma/adapter-pg"\nimport { PrismaClient } from "./generated/index.js"')}// No connectionString: an sslmode in it would override what stands under ssl.
const adapter = new PrismaPg({
${block(2, [...connection(facts, 'PGPASSWORD'), tls(facts, system)])}
})
const prisma = new PrismaClient({ adapter })
const [row] = await prisma.$queryRaw\`SELECT 'connected' AS status\`
console.log(row.status)
await prisma.$disconnect()
`,
})

export const knex = nodeGuide({
  id: 'knex',
  name: 'Node.js, Knex',
  applies: speaks('postgresql'),
  install: npmInstall('knex', 'pg'),
  password: 'PGPASSWORD',
  text: (facts, system) => `${imports(facts, system, 'import knex from "knex"')}const db = knex({
  client: "pg",
  // No connection string: an sslmode in it would override ssl.
  connection: {
${block(4, [...connection(facts, 'PGPASSWORD'), tls(facts, system)])}
  },
})
try {
  const { rows } = await db.raw("SELECT 'connected' AS status")
  console.log(rows[0].status)
} finally {
  await db.destroy()
}
`,
})

export const sequelize = nodeGuide({
  id: 'sequelize',
  name: 'Node.js, Sequelize',
  applies: speaks('postgresql'),
  install: npmInstall('sequelize', 'pg'),
  password: 'PGPASSWORD',
  text: (facts, system) => `${imports(facts, system, 'import { Sequelize } from "sequelize"')}const db = new Sequelize({
  dialect: "postgres",
  logging: false,
${block(2, connection(facts, 'PGPASSWORD', { user: 'username' }))}
  // Under dialectOptions: an ssl beside host is ignored.
  dialectOptions: { ${tls(facts, system)} },
})
const [rows] = await db.query("SELECT 'connected' AS status")
console.log(rows[0].status)
await db.close()
`,
})

export const typeorm = nodeGuide({
  id: 'typeorm',
  name: 'Node.js, TypeORM',
  applies: speaks('postgresql'),
  install: npmInstall('typeorm', 'pg', 'reflect-metadata'),
  password: 'PGPASSWORD',
  text: (
    facts,
    system,
  ) => `${imports(facts, system, 'import { DataSource } from "typeorm"')}const source = new DataSource({
  type: "postgres",
${block(2, [...connection(facts, 'PGPASSWORD', { user: 'username' }), tls(facts, system)])}
})
await source.initialize()
const [row] = await source.query("SELECT 'connected' AS status")
console.log(row.status)
await source.destroy()
`,
})

export const mariadbNode = nodeGuide({
  id: 'mariadb-node',
  name: 'Node.js, MariaDB Connector',
  applies: mysqlApplies,
  install: npmInstall('mariadb'),
  password: MYSQL_PASSWORD,
  text: (
    facts,
    system,
  ) => `${imports(facts, system, 'import mariadb from "mariadb"')}const connection = await mariadb.createConnection({
${block(2, [...connection(facts, MYSQL_PASSWORD), tls(facts, system)])}
})
const [row] = await connection.query("SELECT 'connected' AS status")
console.log(row.status)
await connection.end()
`,
})

export const sequelizeMysql = nodeGuide({
  id: 'sequelize-mysql',
  name: 'Node.js, Sequelize (mysql2)',
  applies: mysqlApplies,
  install: npmInstall('sequelize', 'mysql2'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `${imports(facts, system, 'import { Sequelize } from "sequelize"')}const db = new Sequelize({
  dialect: "mysql",
  logging: false,
${block(2, connection(facts, MYSQL_PASSWORD, { user: 'username' }))}
  // Under dialectOptions. Without verifyIdentity, any host name is accepted.
  dialectOptions: { ${tls(facts, system, ['verifyIdentity: true'])} },
})
const [rows] = await db.query("SELECT 'connected' AS status")
console.log(rows[0].status)
await db.close()
`,
})

export const knexMysql = nodeGuide({
  id: 'knex-mysql',
  name: 'Node.js, Knex (mysql2)',
  applies: mysqlApplies,
  install: npmInstall('knex', 'mysql2'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `${imports(facts, system, 'import knex from "knex"')}const db = knex({
  client: "mysql2",
  connection: {
${block(4, [...connection(facts, MYSQL_PASSWORD), tls(facts, system, ['verifyIdentity: true'])])}
  },
})
try {
  const [rows] = await db.raw("SELECT 'connected' AS status")
  console.log(rows[0].status)
} finally {
  await db.destroy()
}
`,
})
