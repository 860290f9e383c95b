import { stringLiteral } from '../escape.ts'
import type { CodeFile, ConnectionFacts, Template, System } from '../guide.ts'
import { dictionaryLine, KAFKA_PASSWORD, kafkaEnvironment, librdkafkaSettings, usesSasl } from './kafka.ts'
import { block, neededFiles, runPython } from './parts.ts'
import { pipInstall } from './program.ts'

interface Script {
  readonly name: string
  /** What is imported, and made with the settings. */
  readonly from: string
  readonly type: 'AdminClient' | 'Consumer' | 'Producer'
  readonly settings?: readonly (readonly [string, string])[]
  /** What is done with `client`. */
  readonly body: string
}

const script = (
  facts: ConnectionFacts,
  system: System,
  { name, from, type, settings = [], body }: Script,
): CodeFile => {
  const sasl = usesSasl(facts)
  return {
    name,
    language: 'python',
    text: `${sasl ? 'import os\n\n' : ''}from ${from} import ${type}

client = ${type}({
${block(4, [
  ...[...librdkafkaSettings(facts, system), ...settings].map(([key, value]) =>
    dictionaryLine(key, stringLiteral(value)),
  ),
  ...(sasl ? [dictionaryLine('sasl.password', `os.environ["${KAFKA_PASSWORD}"]`)] : []),
])}
})
${body}`,
  }
}

export const confluentKafka: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: pipInstall('confluent-kafka')[system],
    files: [
      script(facts, system, {
        name: 'connect.py',
        from: 'confluent_kafka.admin',
        type: 'AdminClient',
        body: 'print("connected", sorted(client.list_topics(timeout=10).topics))\n',
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
        from: 'confluent_kafka',
        type: 'Producer',
        body: `client.produce(${stringLiteral(topic)}, b"hello")\nprint("left to send:", client.flush(10))\n`,
      }),
      run: runPython(system, 'produce.py'),
    },
    {
      title: 'Read from the beginning',
      file: script(facts, system, {
        name: 'consume.py',
        from: 'confluent_kafka',
        type: 'Consumer',
        settings: [
          ['group.id', 'quick-connect'],
          ['auto.offset.reset', 'earliest'],
        ],
        body: `client.subscribe([${stringLiteral(topic)}])
while (message := client.poll(10)) is not None:
    print(message.error() or (message.partition(), message.offset(), message.value()))
client.close()
`,
      }),
      run: runPython(system, 'consume.py'),
    },
  ],
}
