import { stringLiteral } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { KAFKA_PASSWORD, kafkaEnvironment, mechanismOf, usesSasl } from './kafka.ts'
import { addressOf, block, CA, CERTIFICATE, KEY, neededFiles, pathOf, runPython, speaks } from './parts.ts'

/** A context of Python's own, whose defaults verify certificate and name, instead of options of the client's. */
export const kafkaPython: Guide = {
  id: 'kafka-python',
  name: 'Python, kafka-python',
  language: 'python',
  applies: speaks('kafka'),
  render: (facts, system) => {
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
    return {
      needs: neededFiles(facts),
      install: { what: 'Install kafka-python.', command: 'pip install kafka-python' },
      files: [
        {
          name: 'connect.py',
          language: 'python',
          text: `${sasl ? 'import os\n' : ''}import ssl

from kafka import KafkaConsumer

context = ssl.create_default_context(${ca})
${pair}consumer = KafkaConsumer(
${block(4, [`bootstrap_servers=${stringLiteral(addressOf(facts))}`, ...login, 'ssl_context=context'])}
)
print("connected", sorted(consumer.topics()))
consumer.close()
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
