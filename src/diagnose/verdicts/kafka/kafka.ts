/** Kafka: the Java client and librdkafka share names and differ in meaning; others have words of their own. */
import { FULL_WORDS, OPEN } from '../common-words.ts'
import { nodeTls } from '../languages/node-tls.ts'
import { isNeither, standsElsewhere, truth, type Client, type Judged, type Params } from '../verdict.ts'

export interface KafkaClient extends Client {
  readonly judge: (params: Params) => Judged
}

const NO_TLS: Judged = [
  'plain',
  'security.protocol without SSL: nothing is encrypted, and a password is sent in plain text.',
]
const NO_PROTOCOL: Judged = [
  'depends',
  'security.protocol isn’t set here: without it, or with PLAINTEXT, nothing is encrypted.',
]

/** `undefined` where the protocol encrypts. */
const withoutTls = (params: Params): Judged | undefined => {
  const protocol = params.get('security.protocol')
  if (protocol === undefined)
    return params.has('bootstrap.servers') || params.has('metadata.broker.list')
      ? hasSslSettings(params)
        ? NO_PROTOCOL
        : ['plain', 'Without security.protocol, nothing is encrypted.']
      : NO_PROTOCOL
  if (/(?:^|[._])SASL_?SSL$|(?:^|[._])SSL$/i.test(protocol)) return undefined
  return /PLAIN_?TEXT$/i.test(protocol)
    ? NO_TLS
    : standsElsewhere(protocol)
      ? ['depends', 'The text doesn’t show the value of security.protocol.']
      : ['fails', 'It doesn’t know this security.protocol.']
}

const hasSslSettings = (params: Params): boolean => [...params.keys()].some((name) => name.startsWith('ssl.'))

/** The proof's run of a client that verifies: with its way to log in, which is SCRAM-SHA-256 where nothing else is said. */
const runOf = (client: string, protocol = '', mechanism = 'SCRAM-SHA-256'): string =>
  /SASL/i.test(protocol)
    ? `${client}/sasl-project-ca${/^SCRAM-SHA-256$/i.test(mechanism) ? '' : `-${mechanism.toUpperCase()}`}`
    : `${client}/certificate-project-ca`

/** No check of the name, and no CA of one's own: a public certificate of anybody will do. */
const anyPublic = (setting: string): Judged => [
  'chain',
  `${setting} turns the host name check off, and no CA is named: any server with a certificate of a public CA is accepted, and servers signed by the project CA are rejected.`,
]

/** Whether the host name check stands elsewhere: what comes of it may be empty. */
const isUnseenCheck = (name: string | undefined): boolean => name !== undefined && !/(?:^|\.)https$/i.test(name)
const UNSEEN_CHECK: Judged = ['depends', 'The text doesn’t show the value of ssl.endpoint.identification.algorithm.']

/** PEM itself is expected there, and a file is named. */
const FILE = /^["']?(?:classpath:|file:)?[\w./\\:~-]+\.(?:pem|crt|cer|cert|key)["']?$/i
const takesContents = (name: string, file: string): Judged => [
  'fails',
  `${name} takes the PEM text itself, not a file, and the client doesn’t start. Name the file in ${file}.`,
]

const java = (params: Params): Judged => {
  const plain = withoutTls(params)
  if (plain)
    return /^SASL_PLAINTEXT$/i.test(params.get('security.protocol') ?? '')
      ? [plain[0], plain[1], 'java-keystore-plaintext']
      : plain
  if (params.has('ssl.bundle')) return ['depends', 'Spring takes the CA from the SSL bundle that ssl.bundle names.']
  if (params.has('ssl.engine.factory.class')) return ['unknown', 'A custom class decides (ssl.engine.factory.class).']
  const type = (params.get('ssl.truststore.type') ?? 'JKS').toUpperCase()
  const store = params.get('ssl.truststore.location')
  const inline = params.has('ssl.truststore.certificates')
  const password = params.has('ssl.truststore.password')
  if (type === 'PEM' && password)
    return [
      'fails',
      'Kafka’s client doesn’t start with ssl.truststore.password and a PEM trust store.',
      'java-keystore-pem-with-password',
    ]
  if (inline && type !== 'PEM')
    return ['fails', 'ssl.truststore.certificates needs ssl.truststore.type=PEM: without it, the client doesn’t start.']
  if (FILE.test(params.get('ssl.truststore.certificates') ?? ''))
    return takesContents('ssl.truststore.certificates', 'ssl.truststore.location')
  for (const name of ['ssl.keystore.certificate.chain', 'ssl.keystore.key'])
    if (FILE.test(params.get(name) ?? '')) return takesContents(name, 'ssl.keystore.location')
  if (store !== undefined && /\.(?:pem|crt|cer)$/i.test(store) && type !== 'PEM')
    return ['fails', 'A PEM file as trust store needs ssl.truststore.type=PEM: without it, Java can’t read the store.']
  if (store?.startsWith('~')) return ['fails', 'The ~ isn’t expanded, so the file isn’t found. Write the full path.']
  const name = params.get('ssl.endpoint.identification.algorithm')
  if (name !== undefined && (name === '' || /^none$/i.test(name))) {
    if (name === '' && store === undefined && !inline)
      return anyPublic('An empty ssl.endpoint.identification.algorithm')
    return name === ''
      ? [
          'chain',
          'An empty ssl.endpoint.identification.algorithm turns the host name check off.',
          'java-keystore-any-name',
        ]
      : ['unknown', 'It’s not known what the client does with this ssl.endpoint.identification.algorithm.']
  }
  if (isUnseenCheck(name)) return UNSEEN_CHECK
  if (store === undefined && !inline) return ['public', 'Without a trust store, it trusts only Java’s public CAs.']
  const client = type === 'PEM' ? 'java-pem' : 'java-keystore'
  return ['full', FULL_WORDS, runOf(client, params.get('security.protocol'), params.get('sasl.mechanism'))]
}

/** Names of the Java client that librdkafka refuses, with a hint at its own. */
const JAVA_ONLY = ['ssl.truststore.location', 'ssl.truststore.password', 'sasl.jaas.config']

/** Words of people for yes and no that librdkafka does not know; 0 and 1 it does. */
const PLAIN_WORD = /^(?:yes|no|on|off|y|n|enabled?|disabled?|(?![01]$)\d+)$/i

/** A file that is named: not by `None`, nor by an empty text. */
const isSet = (file: string | undefined) => file !== undefined && !/^(?:none|null|nil|)$/i.test(file)

const librdkafka = (params: Params): Judged => {
  if (JAVA_ONLY.some((name) => params.has(name)))
    return [
      'fails',
      'librdkafka doesn’t know ssl.truststore.… or sasl.jaas.config, and doesn’t start with them. Use ssl.ca.location, sasl.username and sasl.password.',
    ]
  const plain = withoutTls(params)
  if (plain) return plain
  const verify = params.get('enable.ssl.certificate.verification')
  if (verify !== undefined && /^(?:false|f|0)$/i.test(verify)) {
    return [
      'none',
      'enable.ssl.certificate.verification=false turns verification off, whatever ssl.ca.location says.',
      'kcat-no-verification',
    ]
  }
  if (verify !== undefined && PLAIN_WORD.test(verify))
    return ['fails', 'enable.ssl.certificate.verification must be true or false: librdkafka rejects this value.']
  // Anything else may be a variable.
  if (verify !== undefined && !/^(?:true|t|1)$/i.test(verify))
    return ['depends', 'The text doesn’t show the value of enable.ssl.certificate.verification.']
  if (params.get('ssl.ca.location')?.startsWith('~')) {
    return [
      'fails',
      'The ~ in ssl.ca.location isn’t expanded, so the file isn’t found. Write the full path.',
      'kcat-tilde',
    ]
  }
  const hasCa = ['ssl.ca.location', 'ssl.ca.pem', 'ssl.ca'].some((ca) => isSet(params.get(ca)))
  const name = params.get('ssl.endpoint.identification.algorithm')
  if (name !== undefined && /^$|(?:^|\.)none$/i.test(name) && !hasCa)
    return anyPublic('This ssl.endpoint.identification.algorithm')
  if (name !== undefined && /^$|(?:^|\.)none$/i.test(name))
    return ['chain', 'The host name check is turned off.', name.toLowerCase() === 'none' ? 'kcat-any-name' : undefined]
  if (isUnseenCheck(name)) return UNSEEN_CHECK
  return hasCa
    ? [
        'full',
        'It verifies the CA and the host name (librdkafka 2.0 and later; before that, only the CA).',
        runOf('kcat', params.get('security.protocol'), params.get('sasl.mechanisms') ?? params.get('sasl.mechanism')),
      ]
    : ['public', 'Without ssl.ca.location, it trusts only the system’s public CAs.']
}

const UNSEEN_PROTOCOL: Judged = ['depends', 'The text doesn’t show the value of security_protocol.']
/** Anything but the protocols' names, which may be a variable. */
const isVariable = (protocol: string | undefined) =>
  protocol !== undefined && !/(?:SSL|PLAINTEXT)$/i.test(protocol) && !/^none$/i.test(protocol)

const kafkaPython = (params: Params): Judged => {
  const protocol = params.get('security_protocol')
  if (isVariable(protocol)) return UNSEEN_PROTOCOL
  if (protocol === undefined || !/SSL$/i.test(protocol))
    return ['plain', 'Without security_protocol="SSL" or "SASL_SSL", nothing is encrypted.']
  if (isNeither(params.get('ssl_check_hostname')))
    return ['depends', 'The text doesn’t show the value of ssl_check_hostname.']
  if (params.has('ssl_context'))
    return [
      'depends',
      'It depends on the ssl_context: ssl.create_default_context(cafile="ca.pem") verifies CA and host name.',
    ]
  if (params.has('ssl_check_hostname') && truth(params.get('ssl_check_hostname')) === false)
    return !isSet(params.get('ssl_cafile'))
      ? anyPublic('ssl_check_hostname=False')
      : [
          'chain',
          'ssl_check_hostname=False: any server signed by the same CA is accepted.',
          'kafka-python-check-hostname',
        ]
  return isSet(params.get('ssl_cafile'))
    ? ['full', FULL_WORDS, runOf('kafka-python', protocol, params.get('sasl_mechanism'))]
    : ['public', 'Without ssl_cafile, it trusts only the system’s public CAs.']
}

const aiokafka = (params: Params): Judged => {
  const protocol = params.get('security_protocol')
  if (isVariable(protocol)) return UNSEEN_PROTOCOL
  if (protocol === undefined || !/SSL$/i.test(protocol))
    return ['plain', 'Without security_protocol="SSL" or "SASL_SSL", nothing is encrypted.']
  return params.has('ssl_context')
    ? [
        'depends',
        'It depends on the ssl_context: ssl.create_default_context(cafile="ca.pem") and aiokafka.helpers.create_ssl_context(cafile="ca.pem") verify CA and host name.',
      ]
    : ['fails', 'aiokafka needs an ssl_context with this security_protocol.']
}

const kafkaJs = (params: Params): Judged => {
  const judged = nodeTls(params, 'ssl')
  if (judged === undefined || judged[0] === 'plain') return ['plain', 'Without ssl, nothing is encrypted.']
  const [verifies, because] = judged
  const hasLogin = [...params.keys()].some((name) => /^sasl(?:\.|$)/.test(name))
  if (verifies === 'full') return [verifies, FULL_WORDS, `kafkajs/${hasLogin ? 'sasl' : 'certificate'}-project-ca`]
  if (verifies === 'none') return [verifies, because, 'kafkajs-reject-unauthorized']
  return [
    verifies,
    because,
    verifies === 'public' && truth(params.get('ssl')) === true ? 'kafkajs-ssl-true' : undefined,
  ]
}

/** Sarama: `config.Net.TLS.Enable`. */
const sarama = (params: Params): Judged =>
  isNeither(params.get('net.tls.enable'))
    ? OPEN
    : truth(params.get('net.tls.enable')) === true
      ? params.has('net.tls.config')
        ? [
            'depends',
            'It depends on the tls.Config: with RootCAs and without InsecureSkipVerify it verifies CA and host name.',
          ]
        : ['public', 'Without Net.TLS.Config, it trusts only the system’s public CAs.']
      : ['plain', 'Without Net.TLS.Enable = true, nothing is encrypted.']

export const KAFKA = {
  java: { name: 'Java client', basis: 'run', source: 'Apache Kafka 4.3.1', judge: java },
  librdkafka: {
    name: 'librdkafka (kcat, Python, Go, .NET)',
    basis: 'run',
    source: 'librdkafka 2.0.2 (kcat) and 2.16.1 (confluent-kafka)',
    judge: librdkafka,
  },
  kafkaPython: { name: 'kafka-python', basis: 'run', source: 'kafka-python 3.0.12', judge: kafkaPython },
  aiokafka: {
    name: 'aiokafka',
    basis: 'run',
    source: 'aiokafka 0.14.0',
    judge: aiokafka,
  },
  kafkaJs: { name: 'kafkajs', basis: 'run', source: 'kafkajs 2.2.4', judge: kafkaJs },
  sarama: { name: 'Sarama (Go)', basis: 'run', source: 'Sarama 1.61.1', judge: sarama },
} satisfies Readonly<Record<string, KafkaClient>>
