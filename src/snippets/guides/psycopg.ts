import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { block, neededFiles, passwordVariable, runPython } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { pipInstall } from './program.ts'

export const psycopg: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: pipInstall('psycopg[binary]')[system],
    files: [
      {
        name: 'connect.py',
        language: 'python',
        text: `import psycopg

# The password comes from PGPASSWORD.
with psycopg.connect(
${block(4, [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `dbname=${stringLiteral(databaseOf(facts))}`,
  'sslmode="verify-full"',
  `sslrootcert=${stringLiteral(libpqRoot(facts, system))}`,
])}
) as connection:
    print(connection.execute("SELECT 'connected'").fetchone()[0])
`,
      },
    ],
    environment: [passwordVariable('PGPASSWORD', facts)],
    run: runPython(system, 'connect.py'),
    success: 'connected',
    notes: libpqNotes(facts),
  }),
}
