/** Kafka: clients of Python and Go, each with TLS of its language's own. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts } from '../guide.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { KAFKA_PASSWORD, mechanismOf, usesSasl } from './kafka.ts'
import { addressOf, block, CERTIFICATE, KEY, pathOf } from './parts.ts'
import { goGuide, goInstall, pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

export const aiokafka = pythonGuide({
  install: pipInstall('aiokafka'),
  password: KAFKA_PASSWORD,
  text: (facts, system) => {
    const sasl = usesSasl(facts)
    const path = (file: typeof KEY) => stringLiteral(pathOf(facts, system, file))
    const login = sasl
      ? [
          'security_protocol="SASL_SSL"',
          `sasl_mechanism="${mechanismOf(facts)}"`,
          `sasl_plain_username=${stringLiteral(facts.user)}`,
          `sasl_plain_password=os.environ["${KAFKA_PASSWORD}"]`,
        ]
      : ['security_protocol="SSL"']
    return `import asyncio
${sasl ? 'import os\n' : ''}import ssl

from aiokafka import AIOKafkaConsumer

context = ${pythonContext(facts, system)}
${sasl ? '' : `context.load_cert_chain(${path(CERTIFICATE)}, ${path(KEY)})\n`}

async def main():
    consumer = AIOKafkaConsumer(
${block(8, [`bootstrap_servers=${stringLiteral(addressOf(facts))}`, ...login, 'ssl_context=context'])}
    )
    await consumer.start()
    print("connected", await consumer.topics())
    await consumer.stop()


asyncio.run(main())
`
  },
})

/** Which constructor, by mechanism. */
const franzLogin = (facts: ConnectionFacts): { imports: readonly string[]; option: string } => {
  if (!usesSasl(facts)) return { imports: [], option: '' }
  const user = stringLiteral(facts.user)
  const password = `os.Getenv("${KAFKA_PASSWORD}")`
  if (mechanismOf(facts) === 'PLAIN')
    return {
      imports: ['"github.com/twmb/franz-go/pkg/sasl/plain"'],
      option: `\t\tkgo.SASL(plain.Auth{User: ${user}, Pass: ${password}}.AsMechanism()),\n`,
    }
  const type = mechanismOf(facts) === 'SCRAM-SHA-512' ? 'AsSha512Mechanism' : 'AsSha256Mechanism'
  return {
    imports: ['"github.com/twmb/franz-go/pkg/sasl/scram"'],
    option: `\t\tkgo.SASL(scram.Auth{User: ${user}, Pass: ${password}}.${type}()),\n`,
  }
}

/** Of Go's own packages, without `os` where nothing needs it. */
const ownImports = (facts: ConnectionFacts, more: readonly string[]): readonly string[] => {
  const needsOs = facts.trust === 'project-ca' || usesSasl(facts)
  return [...goTlsImports(facts).filter((name) => name !== 'os' || needsOs), ...more]
}

export const franzGo = goGuide({
  install: goInstall('github.com/twmb/franz-go'),
  password: KAFKA_PASSWORD,
  text: (facts, system) => {
    const { imports, option } = franzLogin(facts)
    return `package main

${goImports(ownImports(facts, ['context', 'fmt', 'time']), ['"github.com/twmb/franz-go/pkg/kgo"', ...imports])}
func main() {
${goTls(facts, system)}	client, err := kgo.NewClient(
		kgo.SeedBrokers(${stringLiteral(addressOf(facts))}),
		kgo.DialTLSConfig(config),
${option}	)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := client.Ping(ctx); err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected")
}
`
  },
})

export const sarama = goGuide({
  install: goInstall('github.com/IBM/sarama'),
  password: KAFKA_PASSWORD,
  notes: (facts) =>
    usesSasl(facts)
      ? []
      : ['For SCRAM, Sarama needs a client of your own (SCRAMClientGeneratorFunc); see its examples.'],
  text: (facts, system) => {
    const login = usesSasl(facts)
      ? `	settings.Net.SASL.Enable = true
	settings.Net.SASL.Mechanism = sarama.SASLTypePlaintext
	settings.Net.SASL.User = ${stringLiteral(facts.user)}
	settings.Net.SASL.Password = os.Getenv("${KAFKA_PASSWORD}")
`
      : ''
    return `package main

${goImports(ownImports(facts, ['fmt']), ['"github.com/IBM/sarama"'])}
func main() {
${goTls(facts, system)}	settings := sarama.NewConfig()
	settings.Net.TLS.Enable = true
	settings.Net.TLS.Config = config
${login}	client, err := sarama.NewClient([]string{${stringLiteral(addressOf(facts))}}, settings)
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	topics, err := client.Topics()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", topics)
}
`
  },
})

const segmentLogin = (facts: ConnectionFacts): { imports: readonly string[]; make: string; field: string } => {
  if (!usesSasl(facts)) return { imports: [], make: '', field: '' }
  const user = stringLiteral(facts.user)
  const password = `os.Getenv("${KAFKA_PASSWORD}")`
  if (mechanismOf(facts) === 'PLAIN')
    return {
      imports: ['"github.com/segmentio/kafka-go/sasl/plain"'],
      make: `	mechanism := plain.Mechanism{Username: ${user}, Password: ${password}}\n`,
      field: ', SASLMechanism: mechanism',
    }
  const type = mechanismOf(facts) === 'SCRAM-SHA-512' ? 'SHA512' : 'SHA256'
  return {
    imports: ['"github.com/segmentio/kafka-go/sasl/scram"'],
    make: `	mechanism, err := scram.Mechanism(scram.${type}, ${user}, ${password})
	if err != nil {
		log.Fatal(err)
	}
`,
    field: ', SASLMechanism: mechanism',
  }
}

export const kafkaGo = goGuide({
  install: goInstall('github.com/segmentio/kafka-go'),
  password: KAFKA_PASSWORD,
  text: (facts, system) => {
    const { imports, make, field } = segmentLogin(facts)
    return `package main

${goImports(ownImports(facts, ['context', 'fmt']), ['"github.com/segmentio/kafka-go"', ...imports])}
func main() {
${goTls(facts, system)}${make}	dialer := &kafka.Dialer{TLS: config${field}}
	connection, err := dialer.DialContext(context.Background(), "tcp", ${stringLiteral(addressOf(facts))})
	if err != nil {
		log.Fatal(err)
	}
	defer connection.Close()
	brokers, err := connection.Brokers()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", len(brokers))
}
`
  },
})
