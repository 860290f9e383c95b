/** Prisma's own command line: its schema engine connects by a URL, whatever driver the programs use. */
import { stringLiteral, uriPart } from '../escape.ts'
import type { ConnectionFacts, System, Template } from '../guide.ts'
import { PRISMA_SCHEMA } from './node-sql.ts'
import { addressOf, block, CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { npmInstall } from './program.ts'

const config = (facts: ConnectionFacts, system: System): string => {
  const projectCa = facts.trust === 'project-ca'
  const before = stringLiteral(`postgresql://${uriPart(facts.user)}:`)
  const after = stringLiteral(`@${addressOf(facts)}/${uriPart(databaseOf(facts))}?`)
  return `${projectCa ? 'import { resolve } from "node:path"\n' : ''}import { defineConfig } from "prisma/config"

// Without sslaccept it takes any server for the right one.
const tls = new URLSearchParams({
${block(2, [
  'sslmode: "require"',
  'sslaccept: "strict"',
  ...(projectCa ? [`sslcert: resolve(${stringLiteral(pathOf(facts, system, CA))})`] : []),
])}
})
const password = encodeURIComponent(process.env.PGPASSWORD ?? "")

export default defineConfig({
  schema: "schema.prisma",
  datasource: { url: ${before} + password + ${after} + tls.toString() },
})
`
}

export const prismaMigrate: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: npmInstall('prisma'),
    files: [
      { name: 'schema.prisma', language: 'conf', text: PRISMA_SCHEMA },
      { name: 'prisma.config.ts', language: 'javascript', text: config(facts, system) },
    ],
    environment: [passwordVariable('PGPASSWORD', facts)],
    run: command(system, ['npx', 'prisma', 'migrate', 'status']),
    notes: ['For Prisma 7. Its programs connect by a driver adapter, which has a guide of its own.'],
  }),
}
