/** Which clients have been seen to print what. */
import { lookup } from '../../lib/lookup.ts'
// Made of the samples that the patterns are tested with, by tools/seen-clients.ts.
import seen from './seen.json' with { type: 'json' }

/** Clients, with version, whose message of this kind was taken down when the client was run: "psql 15.18". */
export const seenWith = (pattern: string): readonly string[] => lookup<readonly string[]>(seen, pattern) ?? []
