/** Kafka clients without a client certificate, whose error messages are hard to understand. */
import { KAFKA_CERTIFICATE } from '../endpoints.ts'
import type { TrapTarget, Trap } from './trap.ts'

const address = ({ host, port }: TrapTarget) => `${host}:${String(port)}`

const withoutCertificate = (client: string, configured: string, how: Pick<Trap, 'files' | 'run'>): Trap => ({
  id: `${client}-no-client-certificate`,
  client,
  endpoint: KAFKA_CERTIFICATE,
  configured,
  against: 'right',
  outcome: 'refused',
  failure: 'no-client-certificate',
  ...how,
})

export const TRAPS_WITHOUT_CERTIFICATE: readonly Trap[] = [
  withoutCertificate('kcat', 'security.protocol=ssl and ssl.ca.location, no certificate', {
    run: (place) => `kcat -L -b ${address(place)} -X security.protocol=ssl -X ssl.ca.location=ca.pem`,
  }),
  withoutCertificate('kafka-python', 'security_protocol="SSL" and ssl_cafile, no certificate', {
    files: (place) => ({
      'trap.py': `from kafka import KafkaConsumer
KafkaConsumer(bootstrap_servers="${address(place)}", security_protocol="SSL", ssl_cafile="ca.pem").topics()
`,
    }),
    run: () => 'python3 trap.py',
  }),
  withoutCertificate('confluent-kafka', 'security.protocol ssl and ssl.ca.location, no certificate', {
    files: (place) => ({
      'trap.py': `from confluent_kafka.admin import AdminClient
settings = {"bootstrap.servers": "${address(place)}", "security.protocol": "ssl", "ssl.ca.location": "ca.pem"}
AdminClient(settings).list_topics(timeout=5)
`,
    }),
    run: () => 'python3 trap.py',
  }),
  withoutCertificate('kafkajs', 'ssl: { ca }, no certificate', {
    files: (place) => ({
      'trap.mjs': `import { readFileSync } from 'node:fs'
import { Kafka } from 'kafkajs'
const ssl = { ca: readFileSync('ca.pem', 'utf8') }
await new Kafka({ brokers: ['${address(place)}'], ssl, retry: { retries: 1 } }).admin().connect()
`,
    }),
    run: () => 'node trap.mjs',
  }),
  withoutCertificate('java-keystore', 'a trust store in client.properties, no key store', {
    files: ({ storePassword }) => ({
      'client.properties': `security.protocol=SSL
ssl.truststore.type=PKCS12
ssl.truststore.location=client.truststore.p12
ssl.truststore.password=${storePassword}
`,
    }),
    run: (place) => `kafka-topics.sh --bootstrap-server ${address(place)} --command-config client.properties --list`,
  }),
]
