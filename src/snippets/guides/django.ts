/** Django: what stands in settings.py; `inspectdb` opens the connection as the application would. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, Guide, System } from '../guide.ts'
import type { PerSystem } from './installs.ts'
import { mysqlApplies, MYSQL_PASSWORD } from './mysql.ts'
import { block, CA, command, neededFiles, passwordVariable, pathOf, speaks } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { pipInstall } from './program.ts'

interface Backend {
  readonly id: string
  readonly name: string
  readonly applies: Guide['applies']
  readonly engine: string
  readonly password: string
  readonly install: PerSystem
  readonly options: (facts: ConnectionFacts, system: System) => readonly string[]
  readonly notes: (facts: ConnectionFacts) => readonly string[]
}

const djangoGuide = (backend: Backend): Guide => ({
  id: backend.id,
  name: backend.name,
  language: 'python',
  applies: backend.applies,
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
  id: 'django-postgresql',
  name: 'Python, Django',
  applies: speaks('postgresql'),
  engine: 'django.db.backends.postgresql',
  password: 'PGPASSWORD',
  install: pipInstall('django', 'psycopg[binary]'),
  options: (facts, system) => ['"sslmode": "verify-full"', `"sslrootcert": ${stringLiteral(libpqRoot(facts, system))}`],
  notes: libpqNotes,
})

export const djangoMysql = djangoGuide({
  id: 'django-mysql',
  name: 'Python, Django (MySQL Connector)',
  applies: mysqlApplies,
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
