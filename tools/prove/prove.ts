/**
 * `npm run prove`: runs every guide whose client is on this machine against a right server and the impostors, and
 * writes the outcomes into src/snippets. docs/proof.md says how.
 *
 *     npm run prove                     runs all, writes what came of it
 *     npm run prove -- --only kcat      runs the guides and traps whose key begins so, writes nothing
 *     npm run prove -- --check          writes nothing, fails when a claim of the page no longer holds
 *     npm run prove -- --check --all    fails as well when the client of a claim is not here
 */
import { parseArgs } from 'node:util'

import { collectProofs } from './collect.ts'

const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, all: { type: 'boolean' }, only: { type: 'string' } },
})
console.log(options, typeof collectProofs)
