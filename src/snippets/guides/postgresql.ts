/** What the PostgreSQL guides have in common. */
import type { ConnectionFacts, System } from '../guide.ts'
import { CA, pathOf } from './parts.ts'

/** The database, by default the one that every service has. */
export const databaseOf = ({ database = 'defaultdb' }: ConnectionFacts): string => database

/**
 * libpq looks for `~/.postgresql/root.crt` unless it is told which CA to trust, and a stray file there breaks or
 * weakens the connection: so it is always told.
 */
export const libpqRoot = (facts: ConnectionFacts, system: System): string =>
  facts.trust === 'project-ca' ? pathOf(facts, system, CA) : 'system'

export const libpqNotes = ({ trust }: ConnectionFacts): readonly string[] =>
  trust === 'public-ca'
    ? ['sslrootcert=system needs libpq 16 or later. Older versions look for a file with that name and don’t connect.']
    : []
