/** Clients of Kafka. */
import { clientOf } from '../clients.ts'
import { KAFKA_SASL } from '../endpoints.ts'
import type { MatrixClient } from './settings.ts'

export const KAFKA_CLIENTS: readonly MatrixClient[] = [
  {
    id: 'kcat',
    client: clientOf('kcat'),
    endpoint: KAFKA_SASL,
    settings: [
      'security.protocol=PLAINTEXT',
      'security.protocol=SASL_PLAINTEXT',
      'security.protocol=SASL_SSL',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem',
      'security.protocol=sasl_ssl\nssl.ca.location=ca.pem',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=false',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=true',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem\nssl.endpoint.identification.algorithm=none',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem\nssl.endpoint.identification.algorithm=https',
      'security.protocol=SASL_SSL\nenable.ssl.certificate.verification=false',
      'security.protocol=SASL_SSL\nenable.ssl.certificate.verification=true',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem\nenable.ssl.certificate.verification=f',
    ],
    text: (setting, { host, port, user }) =>
      `bootstrap.servers=${host}:${String(port)}\n${setting}\nsasl.mechanism=PLAIN\nsasl.username=${user}\nsasl.password=secret\n`,
    file: 'kcat.conf',
    // As arguments: read from its file by -F, kcat 1.7.1 drops ssl.endpoint.identification.algorithm=none.
    run: () => "kcat $(sed 's/^/-X /' kcat.conf) -L -m 3",
  },
  {
    id: 'kafka-python',
    client: clientOf('kafka-python'),
    endpoint: KAFKA_SASL,
    settings: [
      'security_protocol="SASL_PLAINTEXT"',
      'security_protocol="SASL_SSL"',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem"',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_check_hostname=True',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_check_hostname=False',
      'security_protocol="SASL_SSL", ssl_check_hostname=False',
      'security_protocol="SASL_SSL", ssl_check_hostname=True',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_context=None',
      'security_protocol="SASL_SSL", ssl_context=ssl.create_default_context(cafile="ca.pem")',
      'security_protocol="SASL_SSL", ssl_context=ssl.create_default_context()',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'security_protocol="SASL_SSL", ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
    ],
    text: (setting, { host, port, user, password }) => `import ssl
from kafka import KafkaAdminClient
KafkaAdminClient(bootstrap_servers="${host}:${String(port)}", sasl_mechanism="PLAIN", sasl_plain_username=${JSON.stringify(user)}, sasl_plain_password=${JSON.stringify(password)}, ${setting})
`,
    file: 'client.py',
    run: () => 'python3 client.py',
  },
  {
    id: 'kafkajs',
    client: clientOf('kafkajs'),
    endpoint: KAFKA_SASL,
    settings: [
      '',
      'ssl: true',
      'ssl: false',
      'ssl: {}',
      'ssl: { ca }',
      'ssl: { ca: [ca] }',
      'ssl: { ca, rejectUnauthorized: true }',
      'ssl: { rejectUnauthorized: true }',
      'ssl: { rejectUnauthorized: false }',
      'ssl: { ca, rejectUnauthorized: false }',
      'ssl: { ca, checkServerIdentity: () => undefined }',
      'ssl: { ca, servername: undefined }',
    ],
    text: (setting, { host, port, user, password }) => `import { readFileSync } from 'node:fs'
import { Kafka } from 'kafkajs'
const ca = readFileSync('ca.pem', 'utf8')
const kafka = new Kafka({ brokers: ['${host}:${String(port)}'], sasl: { mechanism: 'plain', username: ${JSON.stringify(user)}, password: ${JSON.stringify(password)} }, retry: { retries: 0 }${setting === '' ? '' : `, ${setting}`} })
await kafka.admin().connect()
`,
    file: 'client.mjs',
    run: () => 'node client.mjs',
  },
  {
    id: 'java-kafka',
    client: clientOf('java-keystore'),
    endpoint: KAFKA_SASL,
    settings: [
      'security.protocol=SASL_PLAINTEXT',
      'security.protocol=SASL_SSL',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.endpoint.identification.algorithm=',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.endpoint.identification.algorithm=https',
      'security.protocol=SASL_SSL\nssl.truststore.location=client.truststore.p12\nssl.truststore.password=STORE',
      'security.protocol=SASL_SSL\nssl.truststore.type=PKCS12\nssl.truststore.location=client.truststore.p12\nssl.truststore.password=STORE\nssl.endpoint.identification.algorithm=',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.truststore.password=x',
      'security.protocol=SASL_SSL\nssl.truststore.location=ca.pem',
      'security.protocol=SASL_SSL\nssl.ca.location=ca.pem',
      'security.protocol=SASL_SSL\nssl.endpoint.identification.algorithm=',
      'security.protocol=SASL_SSL\nssl.endpoint.identification.algorithm=https',
    ],
    text: (setting, { user, storePassword }) =>
      `${setting.replace('STORE', storePassword)}\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="${user}" password="secret";\n`,
    file: 'client.properties',
    run: ({ host, port }) =>
      `kafka-topics.sh --bootstrap-server ${host}:${String(port)} --command-config client.properties --list`,
  },
]
