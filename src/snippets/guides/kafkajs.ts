import { stringLiteral } from '../escape.ts'
import type { CodeFile, ConnectionFacts, Template, System } from '../guide.ts'
import { KAFKA_PASSWORD, kafkaEnvironment, mechanismOf, usesSasl } from './kafka.ts'
import { nodeTls } from './node.ts'
import { addressOf, block, command, neededFiles } from './parts.ts'

/** A program with its connection. @param body what is done with `kafka` */
const script = (facts: ConnectionFacts, system: System, name: string, body: string): CodeFile => {
  const { imports, options } = nodeTls(facts, system)
  const login = usesSasl(facts)
    ? [
        `mechanism: "${mechanismOf(facts).toLowerCase()}"`,
        `username: ${stringLiteral(facts.user)}`,
        `password: process.env.${KAFKA_PASSWORD}`,
      ]
    : []
  return {
    name,
    language: 'javascript',
    text: `${imports}import { Kafka } from "kafkajs"

const kafka = new Kafka({
  clientId: "connect",
  brokers: [${stringLiteral(addressOf(facts))}],
  ssl: {
${block(4, options)}
  },
${login.length > 0 ? `  sasl: {\n${block(4, login)}\n  },\n` : ''}})
${body}`,
  }
}

export const kafkajs: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: { what: 'Install kafkajs.', command: 'npm install kafkajs' },
    files: [
      script(
        facts,
        system,
        'connect.mjs',
        `const admin = kafka.admin()
await admin.connect()
console.log("connected", await admin.listTopics())
await admin.disconnect()
`,
      ),
    ],
    environment: kafkaEnvironment(facts),
    run: command(system, ['node', 'connect.mjs']),
    success: 'connected',
    notes: [],
  }),
  topic: (facts, system, topic) => [
    {
      title: 'Write a message',
      file: script(
        facts,
        system,
        'produce.mjs',
        `const producer = kafka.producer()
await producer.connect()
console.log("sent", await producer.send({ topic: ${stringLiteral(topic)}, messages: [{ value: "hello" }] }))
await producer.disconnect()
`,
      ),
      run: command(system, ['node', 'produce.mjs']),
    },
    {
      title: 'Read from the beginning',
      file: script(
        facts,
        system,
        'consume.mjs',
        `const consumer = kafka.consumer({ groupId: "quick-connect" })
await consumer.connect()
await consumer.subscribe({ topic: ${stringLiteral(topic)}, fromBeginning: true })
await consumer.run({
  eachMessage: async ({ partition, message }) => console.log(partition, message.offset, String(message.value)),
})
`,
      ),
      run: command(system, ['node', 'consume.mjs']),
    },
  ],
}
