import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { nodeTls } from './node.ts'
import { block, command, neededFiles, passwordVariable } from './parts.ts'

const PASSWORD = 'REDIS_PASSWORD'

export const ioredis: Template = {
  render: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return {
      needs: neededFiles(facts),
      install: { what: 'Install ioredis.', command: 'npm install ioredis' },
      files: [
        {
          name: 'connect.mjs',
          language: 'javascript',
          text: `${imports}import { Redis } from "ioredis"

const redis = new Redis({
${block(2, [
  `host: ${stringLiteral(facts.host)}`,
  `port: ${String(facts.port)}`,
  `username: ${stringLiteral(facts.user)}`,
  `password: process.env.${PASSWORD}`,
  `tls: { ${options.join(', ')} }`,
  'maxRetriesPerRequest: 1',
])}
})
redis.on("error", (error) => console.error(error.message))
console.log(await redis.ping())
redis.disconnect()
`,
        },
      ],
      environment: [passwordVariable(PASSWORD, facts)],
      run: command(system, ['node', 'connect.mjs']),
      success: 'PONG',
      notes: [],
    }
  },
}
