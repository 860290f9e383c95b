/** Clients of MySQL for Node.js, on mysql2 or a driver of their own. */
import { MYSQL_PASSWORD } from './mysql.ts'
import { connection, imports, tls } from './node-database.ts'
import { block } from './parts.ts'
import { nodeGuide, npmInstall } from './program.ts'

export const mariadbNode = nodeGuide({
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
