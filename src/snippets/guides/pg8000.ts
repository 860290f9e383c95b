import { stringLiteral } from '../escape.ts'
import { block } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

export const pg8000 = pythonGuide({
  install: pipInstall('pg8000'),
  password: 'PGPASSWORD',
  text: (facts, system) => `import os
import ssl

import pg8000.native

connection = pg8000.native.Connection(
${block(4, [
  stringLiteral(facts.user),
  'password=os.environ["PGPASSWORD"]',
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `database=${stringLiteral(databaseOf(facts))}`,
  `ssl_context=${pythonContext(facts, system)}`,
])}
)
print(connection.run("SELECT 'connected'")[0][0])
connection.close()
`,
})
