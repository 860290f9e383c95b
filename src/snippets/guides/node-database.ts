/** What clients of SQL databases for Node.js have in common: each passes TLS options on to its driver. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { nodeTls } from './node.ts'
import { databaseOf } from './postgresql.ts'

/** What a client calls the parts of an address. */
interface Names {
  readonly user?: string
  readonly password?: string
}

/** Where to connect and as whom, as lines of an object; the password comes from the variable. */
export const connection = (
  facts: ConnectionFacts,
  variable: string,
  { user = 'user', password = 'password' }: Names = {},
): readonly string[] => [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `${user}: ${stringLiteral(facts.user)}`,
  `${password}: process.env.${variable}`,
  `database: ${stringLiteral(databaseOf(facts))}`,
]

/** The option `ssl`: what Node.js's TLS takes, and what only this driver does. */
export const tls = (facts: ConnectionFacts, system: System, more: readonly string[] = []): string =>
  `ssl: { ${[...nodeTls(facts, system).options, ...more].join(', ')} }`

/** The client's import, after those that reading certificates needs. */
export const imports = (facts: ConnectionFacts, system: System, line: string): string =>
  `${nodeTls(facts, system).imports}${line}\n\n`
