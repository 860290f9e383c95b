/** The two command line clients of MySQL. They look alike, and their words for "verify the server" differ. */
import type { ConnectionFacts, Guide, System } from '../guide.ts'
import { MARIADB_CLIENT, MYSQL_CLIENT, type PerSystem } from './installs.ts'
import { CA, command, neededFiles, passwordVariable, pathOf, speaks } from './parts.ts'

/** MySQL services present a certificate of the project's CA, and the clients differ on what they trust without one. */
export const mysqlApplies = (facts: ConnectionFacts): boolean => speaks('mysql')(facts) && facts.trust === 'project-ca'

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

export const mysql: Guide = {
  id: 'mysql',
  name: 'mysql',
  language: 'sh',
  applies: mysqlApplies,
  render: render('mysql', '--ssl-mode=VERIFY_IDENTITY', MYSQL_CLIENT),
}

export const mariadb: Guide = {
  id: 'mariadb',
  name: 'mariadb',
  language: 'sh',
  applies: mysqlApplies,
  render: render('mariadb', '--ssl-verify-server-cert', MARIADB_CLIENT),
}
