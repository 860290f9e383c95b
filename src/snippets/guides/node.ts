/** TLS options of Node.js, which all its clients hand on. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, NeededFile, System } from '../guide.ts'
import { CA, CERTIFICATE, KEY, neededFiles, pathOf } from './parts.ts'

/**
 * @returns the import they need, if any, and the options. `rejectUnauthorized` is the default, but an environment
 * variable (NODE_TLS_REJECT_UNAUTHORIZED) changes defaults.
 */
export const nodeTls = (facts: ConnectionFacts, system: System): { imports: string; options: readonly string[] } => {
  const read = (file: NeededFile) => `readFileSync(${stringLiteral(pathOf(facts, system, file))}, "utf8")`
  const options = [
    ...(facts.trust === 'project-ca' ? [`ca: ${read(CA)}`] : []),
    ...(facts.authentication === 'certificate' ? [`cert: ${read(CERTIFICATE)}`, `key: ${read(KEY)}`] : []),
    'rejectUnauthorized: true',
  ]
  return { imports: neededFiles(facts).length > 0 ? 'import { readFileSync } from "node:fs"\n' : '', options }
}
