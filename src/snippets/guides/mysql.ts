/** The two command line clients of MySQL. They look alike, but their options for verifying the server differ. */
import type { ConnectionFacts, Template, System } from '../guide.ts'
import { MARIADB_CLIENT, MYSQL_CLIENT, type PerSystem } from './installs.ts'
import { CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'

export const MYSQL_PASSWORD = 'MYSQL_PWD'

const render = (program: string, verify: string, install: PerSystem) => (facts: ConnectionFacts, system: System) => ({
  needs: neededFiles(facts),
  install: install[system],
  files: [],
  environment: [passwordVariable(MYSQL_PASSWORD, facts)],
  run: command(
    system,
    [
      program,
      `--host=${facts.host}`,
      `--port=${String(facts.port)}`,
      '--protocol=tcp',
      `--user=${facts.user}`,
      verify,
      `--ssl-ca=${pathOf(facts, system, CA)}`,
    ],
    facts.database,
  ),
  input: "SELECT 'connected';",
  success: 'connected',
  notes: [],
})

export const mysql: Template = {
  render: render('mysql', '--ssl-mode=VERIFY_IDENTITY', MYSQL_CLIENT),
}

export const mariadb: Template = {
  render: render('mariadb', '--ssl-verify-server-cert', MARIADB_CLIENT),
}
