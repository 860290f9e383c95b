/** Kafka UI (kafbat): its configuration hands these properties to Kafka's Java client. */
import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { clientSettings, holdsSecret, PKCS12 } from './java-kafka.ts'
import { addressOf, command } from './parts.ts'
import { withoutPlaceholder } from './spring-boot.ts'

export const kafkaUi: Template = {
  render: (facts, system) => {
    const quoted = (value: string) => stringLiteral(withoutPlaceholder(value))
    const settings = clientSettings(facts, system, PKCS12)
    return {
      needs: PKCS12.needs(facts),
      install: {
        what: 'Save the jar of its newest release (github.com/kafbat/kafka-ui) as kafka-ui.jar. Its page says which Java it needs.',
      },
      files: [
        {
          name: 'kafka-ui.yml',
          language: 'yaml',
          text: `kafka:
  clusters:
    - name: ${quoted(facts.service)}
      bootstrapServers: ${quoted(addressOf(facts))}
      properties:
${settings.map(([key, value]) => `        ${key}: ${quoted(value)}`).join('\n')}
server:
  address: "127.0.0.1"
`,
          secret: holdsSecret(facts, PKCS12),
        },
      ],
      environment: [],
      run: command(system, ['java', '-jar', 'kafka-ui.jar', '--spring.config.additional-location=file:kafka-ui.yml']),
      notes: ['Then open http://localhost:8080. It asks nobody for a password, so it listens on this machine alone.'],
    }
  },
}
