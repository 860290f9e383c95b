/** PostgreSQL from Ruby: the library, and Rails' settings. */
import { rubyString, stringLiteral, UnwritableError } from '../escape.ts'
import type { ConnectionFacts, Template, System } from '../guide.ts'
import { RUBY_PG } from './installs.ts'
import { command, neededFiles, passwordVariable } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { rubyGuide } from './program.ts'

export const rubyPg = rubyGuide({
  install: RUBY_PG,
  password: 'PGPASSWORD',
  text: (facts, system) => `require "pg"

connection = PG.connect(
  host: ${rubyString(facts.host)},
  port: ${String(facts.port)},
  dbname: ${rubyString(databaseOf(facts))},
  user: ${rubyString(facts.user)},
  password: ENV.fetch("PGPASSWORD"),
  sslmode: "verify-full",
  sslrootcert: ${rubyString(libpqRoot(facts, system))},
)
puts connection.exec("SELECT 'connected'").getvalue(0, 0)
`,
  notes: libpqNotes,
})

/** Rails fills in the file as a template before it reads the YAML. */
const yamlString = (text: string): string => {
  if (text.includes('<%')) throw new UnwritableError('A name in database.yml can’t contain <%.')
  return stringLiteral(text)
}

const databaseYml = (facts: ConnectionFacts, system: System): string => `default: &default
  adapter: postgresql
  host: ${yamlString(facts.host)}
  port: ${String(facts.port)}
  database: ${yamlString(databaseOf(facts))}
  username: ${yamlString(facts.user)}
  password: <%= ENV.fetch("PGPASSWORD").to_json %>
  sslmode: verify-full
  sslrootcert: ${yamlString(libpqRoot(facts, system))}

development:
  <<: *default

production:
  <<: *default
`

export const rails: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: { what: 'Add pg to the application.', command: 'bundle add pg' },
    files: [{ name: 'config/database.yml', language: 'yaml', text: databaseYml(facts, system) }],
    environment: [passwordVariable('PGPASSWORD', facts)],
    run: command(system, ['ruby', 'bin/rails', 'db:version']),
    success: 'Current version',
    notes: [
      'A relative path starts from the folder that Rails starts in. In DATABASE_URL, set sslmode and sslrootcert as parameters.',
      ...libpqNotes(facts),
    ],
  }),
}
