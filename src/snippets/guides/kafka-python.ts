import { stringLiteral } from '../escape.ts'
import type { CodeFile, ConnectionFacts, Template, System } from '../guide.ts'
import { KAFKA_PASSWORD, kafkaEnvironment, mechanismOf, usesSasl } from './kafka.ts'
import { addressOf, block, CA, CERTIFICATE, KEY, neededFiles, pathOf, runPython } from './parts.ts'
import { pipInstall } from './program.ts'

interface Script {
  readonly name: string
  /** The client's class, and the variable that holds it. */
  readonly type: 'KafkaConsumer' | 'KafkaProducer'
  /** Arguments before and after those of the connection. */
  readonly first?: readonly string[]
  readonly last?: readonly string[]
  /** What is done with it. */
  readonly body: string
}

/** A program with its connection. A context of Python's own, whose defaults verify certificate and name, instead of options of the client's. */
const script = (
  facts: ConnectionFacts,
  system: System,
  { name, type, first = [], last = [], body }: Script,
): CodeFile => {
  const sasl = usesSasl(facts)
  const path = (file: typeof CA) => stringLiteral(pathOf(facts, system, file))
  const ca = facts.trust === 'project-ca' ? `cafile=${path(CA)}` : ''
  const pair = sasl ? '' : `context.load_cert_chain(${path(CERTIFICATE)}, ${path(KEY)})\n`
  const login = sasl
    ? [
        'security_protocol="SASL_SSL"',
        `sasl_mechanism="${mechanismOf(facts)}"`,
        `sasl_plain_username=${stringLiteral(facts.user)}`,
        `sasl_plain_password=os.environ["${KAFKA_PASSWORD}"]`,
      ]
    : ['security_protocol="SSL"']
  const variable = type === 'KafkaConsumer' ? 'consumer' : 'producer'
  return {
    name,
    language: 'python',
    text: `${sasl ? 'import os\n' : ''}import ssl

from kafka import ${type}

context = ssl.create_default_context(${ca})
${pair}${variable} = ${type}(
${block(4, [...first, `bootstrap_servers=${stringLiteral(addressOf(facts))}`, ...login, 'ssl_context=context', ...last])}
)
${body}`,
  }
}

export const kafkaPython: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: pipInstall('kafka-python')[system],
    files: [
      script(facts, system, {
        name: 'connect.py',
        type: 'KafkaConsumer',
        body: 'print("connected", sorted(consumer.topics()))\nconsumer.close()\n',
      }),
    ],
    environment: kafkaEnvironment(facts),
    run: runPython(system, 'connect.py'),
    success: 'connected',
    notes: [],
  }),
  topic: (facts, system, topic) => [
    {
      title: 'Write a message',
      file: script(facts, system, {
        name: 'produce.py',
        type: 'KafkaProducer',
        body: `print("sent", producer.send(${stringLiteral(topic)}, b"hello").get(timeout=10))\nproducer.close()\n`,
      }),
      run: runPython(system, 'produce.py'),
    },
    {
      title: 'Read from the beginning',
      file: script(facts, system, {
        name: 'consume.py',
        type: 'KafkaConsumer',
        first: [stringLiteral(topic)],
        last: ['auto_offset_reset="earliest"', 'consumer_timeout_ms=10000'],
        body: 'for message in consumer:\n    print(message.partition, message.offset, message.value)\nconsumer.close()\n',
      }),
      run: runPython(system, 'consume.py'),
    },
  ],
}
