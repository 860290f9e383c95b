/** client.properties for Kafka's own tools and Java clients: with key stores, and with PEM files. */
import { jaasString, propertyValue } from '../escape.ts'
import type { ConnectionFacts, Template, NeededFile, Snippet, System } from '../guide.ts'
import { mechanismOf, passwordOr, usesSasl } from './kafka.ts'
import {
  addressOf,
  CA,
  CERTIFICATE,
  command,
  KEY,
  KEY_STORE,
  neededFiles,
  PASSWORD_PLACEHOLDER,
  pathOf,
  TRUST_STORE,
} from './parts.ts'

/** JKS stores, for tools that can't read PKCS#12 or PEM. */
const JKS_TRUST_STORE: NeededFile = { role: 'truststore', name: 'client.truststore.jks' }

const JKS_KEY_STORE: NeededFile = { role: 'keystore', name: 'client.keystore.jks' }

const keyStoreOf = ({ keyStore }: ConnectionFacts): NeededFile => (keyStore === 'jks' ? JKS_KEY_STORE : KEY_STORE)

const trustStoreOf = ({ trustStore }: ConnectionFacts): NeededFile =>
  trustStore === 'jks' ? JKS_TRUST_STORE : TRUST_STORE

/** Kafka wants key and certificate in one PEM file. */
const PEM_STORE = 'client.keystore.pem'

type Settings = readonly (readonly [string, string])[]

const storePasswordOf = ({ storePassword }: ConnectionFacts): string => storePassword ?? PASSWORD_PLACEHOLDER

const loginModule = (facts: ConnectionFacts): string =>
  `org.apache.kafka.common.security.${mechanismOf(facts) === 'PLAIN' ? 'plain.PlainLoginModule' : 'scram.ScramLoginModule'}`

/** The value of `sasl.jaas.config`. */
export const saslLogin = (facts: ConnectionFacts): string =>
  `${loginModule(facts)} required username=${jaasString(facts.user)} password=${jaasString(passwordOr(facts))};`

const loginSettings = (facts: ConnectionFacts): Settings =>
  usesSasl(facts)
    ? [
        ['security.protocol', 'SASL_SSL'],
        ['sasl.mechanism', mechanismOf(facts)],
        ['sasl.jaas.config', saslLogin(facts)],
      ]
    : [['security.protocol', 'SSL']]

interface Stores {
  readonly needs: (facts: ConnectionFacts) => readonly NeededFile[]
  readonly trust: (facts: ConnectionFacts, system: System) => Settings
  readonly key: (facts: ConnectionFacts, system: System) => Settings
  readonly prepare?: (system: System) => Snippet
}

export const PKCS12: Stores = {
  needs: (facts) => [
    ...(facts.trust === 'project-ca' ? [trustStoreOf(facts)] : []),
    ...(facts.authentication === 'certificate' ? [keyStoreOf(facts)] : []),
  ],
  trust: (facts, system) => [
    ['ssl.truststore.type', facts.trustStore === 'jks' ? 'JKS' : 'PKCS12'],
    ['ssl.truststore.location', pathOf(facts, system, trustStoreOf(facts))],
    ['ssl.truststore.password', storePasswordOf(facts)],
  ],
  key: (facts, system) => [
    ['ssl.keystore.type', facts.keyStore === 'jks' ? 'JKS' : 'PKCS12'],
    ['ssl.keystore.location', pathOf(facts, system, keyStoreOf(facts))],
    ['ssl.keystore.password', storePasswordOf(facts)],
    ['ssl.key.password', storePasswordOf(facts)],
  ],
}

const PEM: Stores = {
  needs: neededFiles,
  trust: (facts, system) => [
    ['ssl.truststore.type', 'PEM'],
    ['ssl.truststore.location', pathOf(facts, system, CA)],
  ],
  key: () => [
    ['ssl.keystore.type', 'PEM'],
    ['ssl.keystore.location', PEM_STORE],
  ],
}

/** A PEM key store out of the two downloaded files. */
const joinPem = (facts: ConnectionFacts, system: System): Snippet => {
  const [key = '', certificate = ''] = [KEY, CERTIFICATE].map((file) => pathOf(facts, system, file))
  const { text, language } =
    system === 'windows'
      ? command(system, ['Get-Content', key, certificate])
      : command(system, ['cat', key, certificate])
  const target = system === 'windows' ? `| Set-Content -Encoding ascii ${PEM_STORE}` : `> ${PEM_STORE}`
  return { language, text: `${text} ${target}` }
}

/** One of Kafka's own tools, with the settings of the file. */
const consoleTool = (facts: ConnectionFacts, system: System, name: 'producer' | 'consumer', topic: string) =>
  command(system, [
    `kafka-console-${name}.${system === 'windows' ? 'bat' : 'sh'}`,
    '--bootstrap-server',
    addressOf(facts),
    `--${name}.config`,
    'client.properties',
    '--topic',
    topic,
    ...(name === 'consumer' ? ['--from-beginning'] : []),
  ])

/** Settings of every Java client of Kafka. */
export const clientSettings = (facts: ConnectionFacts, system: System, stores: Stores): Settings => [
  ...loginSettings(facts),
  ...(facts.trust === 'project-ca' ? stores.trust(facts, system) : []),
  ...(usesSasl(facts) ? [] : stores.key(facts, system)),
  ['ssl.endpoint.identification.algorithm', 'https'],
]

const propertiesText = (settings: Settings): string =>
  `${settings.map(([key, value]) => `${key}=${propertyValue(value)}`).join('\n')}\n`

/** Whether the file of settings holds a secret: the login’s, or that of the stores. */
export const holdsSecret = (facts: ConnectionFacts, stores: Stores): boolean =>
  (usesSasl(facts) && facts.password !== undefined) || (stores === PKCS12 && facts.storePassword !== undefined)

const javaGuide = (stores: Stores): Template => ({
  render: (facts, system) => {
    return {
      needs: stores.needs(facts),
      install: { what: "Kafka's own tools come with Apache Kafka, from kafka.apache.org." },
      files: [
        {
          name: 'client.properties',
          language: 'properties',
          text: propertiesText(clientSettings(facts, system, stores)),
          secret: holdsSecret(facts, stores),
        },
      ],
      ...(stores === PEM && !usesSasl(facts) && { prepare: joinPem(facts, system) }),
      environment: [],
      run: command(system, [
        system === 'windows' ? 'kafka-topics.bat' : 'kafka-topics.sh',
        '--bootstrap-server',
        addressOf(facts),
        '--command-config',
        'client.properties',
        '--list',
      ]),
      notes: stores === PEM ? ['PEM files need Kafka 2.7 or later, and a key that starts with BEGIN PRIVATE KEY.'] : [],
    }
  },
  topic: (facts, system, topic) => [
    { title: 'Write messages, one per line', run: consoleTool(facts, system, 'producer', topic) },
    { title: 'Read from the beginning', run: consoleTool(facts, system, 'consumer', topic) },
  ],
})

/** Also where no store is needed: the JVM trusts public CAs. */
export const javaKeystore = javaGuide(PKCS12)

export const javaPem = javaGuide(PEM)

/** Topics of the cluster in which the worker keeps its state. */
const STORAGES = { config: 'connect-configs', offset: 'connect-offsets', status: 'connect-status' } as const

export const kafkaConnect: Template = {
  render: (facts, system) => {
    const client = clientSettings(facts, system, PKCS12)
    const worker: Settings = [
      ['bootstrap.servers', addressOf(facts)],
      ['group.id', 'connect-cluster'],
      ...Object.entries(STORAGES).flatMap(([name, topic]): Settings => [
        [`${name}.storage.topic`, topic],
        [`${name}.storage.replication.factor`, '-1'],
      ]),
      ['key.converter', 'org.apache.kafka.connect.json.JsonConverter'],
      ['value.converter', 'org.apache.kafka.connect.json.JsonConverter'],
      ['listeners', 'http://localhost:8083'],
    ]
    const ofConnectors = ['producer', 'consumer'].map((prefix) =>
      propertiesText(client.map(([key, value]) => [`${prefix}.${key}`, value])),
    )
    const parts = [
      propertiesText(worker),
      propertiesText(client),
      '# Connectors write and read with clients of their own.\n',
      ...ofConnectors,
    ]
    return {
      needs: PKCS12.needs(facts),
      install: { what: 'Kafka Connect comes with Apache Kafka, from kafka.apache.org.' },
      files: [
        {
          name: 'worker.properties',
          language: 'properties',
          text: parts.join(''),
          secret: holdsSecret(facts, PKCS12),
        },
      ],
      environment: [],
      run: command(system, [`connect-distributed.${system === 'windows' ? 'bat' : 'sh'}`, 'worker.properties']),
      success: 'Finished starting connectors and tasks',
      notes: [
        'The worker creates the three topics when it first starts: its user must be allowed to.',
        'Its REST interface asks for no password, so it listens on this machine alone.',
        'Connectors that are not part of Apache Kafka, such as Debezium, go into a folder that plugin.path names.',
      ],
    }
  },
}
