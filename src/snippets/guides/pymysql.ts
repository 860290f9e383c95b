import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { block, CA, neededFiles, passwordVariable, pathOf, runPython } from './parts.ts'
import { pipInstall } from './program.ts'

export const pymysql: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: pipInstall('PyMySQL', 'cryptography')[system],
    files: [
      {
        name: 'connect.py',
        language: 'python',
        text: `import os
import ssl

from pymysql.connections import Connection
from pymysql.constants import CLIENT


class TlsConnection(Connection):
    # PyMySQL before 1.2 logs in without TLS if the server offers none.
    def _request_authentication(self):
        if not self.server_capabilities & CLIENT.SSL:
            raise ssl.SSLError("The server offers no TLS.")
        super()._request_authentication()


connection = TlsConnection(
${block(4, [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `password=os.environ["${MYSQL_PASSWORD}"]`,
  ...(facts.database === undefined ? [] : [`database=${stringLiteral(facts.database)}`]),
  `ssl=ssl.create_default_context(cafile=${stringLiteral(pathOf(facts, system, CA))})`,
])}
)
with connection, connection.cursor() as cursor:
    cursor.execute("SELECT 'connected'")
    print(cursor.fetchone()[0])
`,
      },
    ],
    environment: [passwordVariable(MYSQL_PASSWORD, facts)],
    run: runPython(system, 'connect.py'),
    success: 'connected',
    notes: [],
  }),
}
