import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { nodeTls } from './node.ts'
import { block, command, neededFiles, passwordVariable } from './parts.ts'

export const mysql2: Template = {
  render: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return {
      needs: neededFiles(facts),
      install: { what: 'Install mysql2.', command: 'npm install mysql2' },
      files: [
        {
          name: 'connect.mjs',
          language: 'javascript',
          text: `${imports}import mysql from "mysql2/promise"

const connection = await mysql.createConnection({
${block(2, [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `user: ${stringLiteral(facts.user)}`,
  `password: process.env.${MYSQL_PASSWORD}`,
  ...(facts.database === undefined ? [] : [`database: ${stringLiteral(facts.database)}`]),
])}
  // Without verifyIdentity any name in the certificate will do.
  ssl: { ${[...options, 'verifyIdentity: true'].join(', ')} },
})
const [rows] = await connection.query("SELECT 'connected' AS status")
console.log(rows[0].status)
await connection.end()
`,
        },
      ],
      environment: [passwordVariable(MYSQL_PASSWORD, facts)],
      run: command(system, ['node', 'connect.mjs']),
      success: 'connected',
      notes: [],
    }
  },
}
