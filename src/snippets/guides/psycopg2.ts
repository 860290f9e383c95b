import { stringLiteral } from '../escape.ts'
import { block } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { pipInstall, pythonGuide } from './program.ts'

export const psycopg2 = pythonGuide({
  install: pipInstall('psycopg2-binary'),
  password: 'PGPASSWORD',
  notes: libpqNotes,
  text: (facts, system) => `import psycopg2

# The password comes from PGPASSWORD.
connection = psycopg2.connect(
${block(4, [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `dbname=${stringLiteral(databaseOf(facts))}`,
  'sslmode="verify-full"',
  `sslrootcert=${stringLiteral(libpqRoot(facts, system))}`,
])}
)
with connection.cursor() as cursor:
    cursor.execute("SELECT 'connected'")
    print(cursor.fetchone()[0])
connection.close()
`,
})
