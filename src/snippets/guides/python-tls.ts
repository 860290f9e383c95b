/** TLS of Python's own module `ssl`, whose defaults verify certificate and name. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { CA, pathOf } from './parts.ts'

/** An SSLContext that verifies the server, as Python code. */
export const pythonContext = (facts: ConnectionFacts, system: System): string =>
  `ssl.create_default_context(${facts.trust === 'project-ca' ? `cafile=${stringLiteral(pathOf(facts, system, CA))}` : ''})`
