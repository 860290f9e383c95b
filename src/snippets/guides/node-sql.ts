/** Clients of PostgreSQL for Node.js, on node-postgres or a driver of their own. */
import { connection, imports, tls } from './node-database.ts'
import { block, command } from './parts.ts'
import { nodeGuide, npmInstall } from './program.ts'

export const postgresJs = nodeGuide({
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

export const PRISMA_SCHEMA = `generator client {
  provider = "prisma-client-js"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}
`

export const prisma = nodeGuide({
  install: npmInstall('prisma', '@prisma/client', '@prisma/adapter-pg'),
  password: 'PGPASSWORD',
  notes: () => ['For Prisma 7.'],
  prepare: (system) => command(system, ['npx', 'prisma', 'generate', '--schema', 'schema.prisma']),
  files: () => [{ name: 'schema.prisma', language: 'conf', text: PRISMA_SCHEMA }],
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
