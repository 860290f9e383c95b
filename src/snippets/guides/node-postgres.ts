import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { nodeTls } from './node.ts'
import { block, command, neededFiles, passwordVariable } from './parts.ts'
import { databaseOf } from './postgresql.ts'

export const nodePostgres: Template = {
  render: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return {
      needs: neededFiles(facts),
      install: { what: 'Install node-postgres.', command: 'npm install pg' },
      files: [
        {
          name: 'connect.mjs',
          language: 'javascript',
          text: `${imports}import pg from "pg"

// No connection string: an sslmode in it would override ssl.
const client = new pg.Client({
${block(2, [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `user: ${stringLiteral(facts.user)}`,
  'password: process.env.PGPASSWORD',
  `database: ${stringLiteral(databaseOf(facts))}`,
  `ssl: { ${options.join(', ')} }`,
])}
})
await client.connect()
const { rows } = await client.query("SELECT 'connected' AS status")
console.log(rows[0].status)
await client.end()
`,
        },
      ],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['node', 'connect.mjs']),
      success: 'connected',
      notes: [],
    }
  },
}
