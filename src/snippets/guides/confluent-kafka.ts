import { stringLiteral } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { dictionaryLine, KAFKA_PASSWORD, kafkaEnvironment, librdkafkaSettings, usesSasl } from './kafka.ts'
import { block, neededFiles, runPython, speaks } from './parts.ts'

export const confluentKafka: Guide = {
  id: 'confluent-kafka',
  name: 'Python, confluent-kafka',
  language: 'python',
  applies: speaks('kafka'),
  render: (facts, system) => {
    const sasl = usesSasl(facts)
    return {
      needs: neededFiles(facts),
      install: { what: "Install Confluent's client.", command: 'pip install confluent-kafka' },
      files: [
        {
          name: 'connect.py',
          language: 'python',
          text: `${sasl ? 'import os\n\n' : ''}from confluent_kafka.admin import AdminClient

client = AdminClient({
${block(4, [
  ...librdkafkaSettings(facts, system).map(([key, value]) => dictionaryLine(key, stringLiteral(value))),
  ...(sasl ? [dictionaryLine('sasl.password', `os.environ["${KAFKA_PASSWORD}"]`)] : []),
])}
})
print("connected", sorted(client.list_topics(timeout=10).topics))
`,
        },
      ],
      environment: kafkaEnvironment(facts),
      run: runPython(system, 'connect.py'),
      success: 'connected',
      notes: [],
    }
  },
}
