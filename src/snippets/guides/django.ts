/** Django: what stands in settings.py; `inspectdb` opens the connection as the application would. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, Template, System } from '../guide.ts'
import type { PerSystem } from './installs.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { block, CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { pipInstall } from './program.ts'

interface Backend {
  readonly engine: string
  readonly password: string
  readonly install: PerSystem
  readonly options: (facts: ConnectionFacts, system: System) => readonly string[]
  readonly notes: (facts: ConnectionFacts) => readonly string[]
}

const djangoGuide = (backend: Backend): Template => ({
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: backend.install[system],
    files: [
      {
        name: 'settings.py',
        language: 'python',
        text: `import os

DATABASES = {
    "default": {
${block(8, [
  `"ENGINE": "${backend.engine}"`,
  `"HOST": ${stringLiteral(facts.host)}`,
  `"PORT": "${String(facts.port)}"`,
  `"USER": ${stringLiteral(facts.user)}`,
  `"PASSWORD": os.environ["${backend.password}"]`,
  `"NAME": ${stringLiteral(databaseOf(facts))}`,
])}
        "OPTIONS": {
${block(12, backend.options(facts, system))}
        },
    }
}
`,
      },
    ],
    environment: [passwordVariable(backend.password, facts)],
    run: command(system, [system === 'windows' ? 'py' : 'python3', '-m', 'django', 'inspectdb', '--settings=settings']),
    success: 'auto-generated Django model',
    notes: ['inspectdb connects, and prints models of the existing tables.', ...backend.notes(facts)],
  }),
})

export const djangoPostgresql = djangoGuide({
  engine: 'django.db.backends.postgresql',
  password: 'PGPASSWORD',
  install: pipInstall('django', 'psycopg[binary]'),
  options: (facts, system) => ['"sslmode": "verify-full"', `"sslrootcert": ${stringLiteral(libpqRoot(facts, system))}`],
  notes: libpqNotes,
})

export const djangoMysql = djangoGuide({
  engine: 'mysql.connector.django',
  password: MYSQL_PASSWORD,
  install: pipInstall('django', 'mysql-connector-python'),
  options: (facts, system) => [
    `"ssl_ca": ${stringLiteral(pathOf(facts, system, CA))}`,
    '"ssl_verify_cert": True',
    '"ssl_verify_identity": True',
  ],
  notes: () => [],
})
