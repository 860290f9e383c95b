import { uriPart, uriPath } from '../escape.ts'
import type { Template } from '../guide.ts'
import { PSQL } from './installs.ts'
import { addressOf, command, neededFiles, passwordVariable } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'

/** Everything in one URI, percent-encoded, so that no shell has anything to misread. */
export const psql: Template = {
  render: (facts, system) => {
    const root = uriPath(libpqRoot(facts, system))
    const uri = `postgres://${uriPart(facts.user)}@${addressOf(facts)}/${uriPart(databaseOf(facts))}?sslmode=verify-full&sslrootcert=${root}`
    return {
      needs: neededFiles(facts),
      install: PSQL[system],
      files: [],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['psql'], uri),
      input: "SELECT 'connected';",
      success: 'connected',
      notes: libpqNotes(facts),
    }
  },
}
