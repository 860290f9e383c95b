import { stringLiteral } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { KAFKA_PASSWORD, kafkaEnvironment, mechanismOf, usesSasl } from './kafka.ts'
import { nodeTls } from './node.ts'
import { addressOf, block, command, neededFiles, speaks } from './parts.ts'

export const kafkajs: Guide = {
  id: 'kafkajs',
  name: 'Node.js, kafkajs',
  language: 'javascript',
  applies: speaks('kafka'),
  render: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    const login = usesSasl(facts)
      ? [
          `mechanism: "${mechanismOf(facts).toLowerCase()}"`,
          `username: ${stringLiteral(facts.user)}`,
          `password: process.env.${KAFKA_PASSWORD}`,
        ]
      : []
    return {
      needs: neededFiles(facts),
      install: { what: 'Install kafkajs.', command: 'npm install kafkajs' },
      files: [
        {
          name: 'connect.mjs',
          language: 'javascript',
          text: `${imports}import { Kafka } from "kafkajs"

const kafka = new Kafka({
  clientId: "connect",
  brokers: [${stringLiteral(addressOf(facts))}],
  ssl: {
${block(4, options)}
  },
${login.length > 0 ? `  sasl: {\n${block(4, login)}\n  },\n` : ''}})
const admin = kafka.admin()
await admin.connect()
console.log("connected", await admin.listTopics())
await admin.disconnect()
`,
        },
      ],
      environment: kafkaEnvironment(facts),
      run: command(system, ['node', 'connect.mjs']),
      success: 'connected',
      notes: [],
    }
  },
}
