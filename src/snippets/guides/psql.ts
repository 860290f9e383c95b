import { uriPart, uriPath } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { CA, caOf, command, passwordVariable, pathOf, speaks } from './parts.ts'

/** libpq looks for `~/.postgresql/root.crt` unless told which CA to trust: so it is always told. */
export const SYSTEM_TRUST_NOTE =
  'sslrootcert=system needs libpq 16 or newer; older ones stop with "root certificate file does not exist".'

/** psql: everything in one URI, percent-encoded, so that no shell has anything to misread. */
export const psql: Guide = {
  id: 'psql',
  name: 'psql',
  language: 'sh',
  applies: speaks('postgresql'),
  render: (facts, system) => {
    const { host, port, user, database = 'defaultdb', trust } = facts
    const root = trust === 'project-ca' ? uriPath(pathOf(facts, system, CA)) : 'system'
    const uri = `postgres://${uriPart(user)}@${host}:${String(port)}/${uriPart(database)}?sslmode=verify-full&sslrootcert=${root}`
    return {
      needs: caOf(facts),
      install: { what: 'psql comes with PostgreSQL; its package is often called postgresql-client.' },
      files: [],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['psql'], uri),
      input: "SELECT 'connected';",
      success: 'connected',
      notes: trust === 'public-ca' ? [SYSTEM_TRUST_NOTE] : [],
    }
  },
}
