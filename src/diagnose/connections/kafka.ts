/** Kafka: properties of the Java client and of librdkafka, which share names and differ in meaning. */
import { driverVerdict, NOT_RUN, type ConnectionCheck, type Judged } from './connection.ts'

type Settings = ReadonlyMap<string, string>

const NO_TLS: Judged = [
  'plain',
  'security.protocol without SSL: nothing is encrypted, and a password travels in the clear.',
]

const hasTls = (settings: Settings) => /SSL$/i.test(settings.get('security.protocol') ?? '')

const loginOf = (settings: Settings) =>
  /^SASL/i.test(settings.get('security.protocol') ?? '') ? 'sasl' : 'certificate'

const javaGuide = (settings: Settings) =>
  settings.get('ssl.truststore.type')?.toUpperCase() === 'PEM' ? 'java-pem' : 'java-keystore'

/** Prefixes that override what stands without one, for one kind of client or listener. */
const PREFIXED = /^(?:producer|consumer|admin|connector|listener|spring|kafka|quarkus|mp)\..*\b(?:ssl|security|sasl)\./

const prefixed = (settings: Settings): Judged | undefined =>
  [...settings.keys()].some((name) => PREFIXED.test(name))
    ? ['depends', 'Settings with a prefix override those without one. What that comes to is not known here.']
    : undefined

const java = (settings: Settings): Judged => {
  if (!hasTls(settings)) return NO_TLS
  if (settings.has('ssl.engine.factory.class'))
    return ['depends', 'A class of its own decides (ssl.engine.factory.class).']
  if (settings.get('ssl.truststore.type')?.toUpperCase() === 'PEM' && settings.has('ssl.truststore.password')) {
    return ['fails', "Kafka's client refuses to start with a password beside a PEM trust store."]
  }
  if (settings.get('ssl.endpoint.identification.algorithm') === '') {
    return ['chain', 'An empty ssl.endpoint.identification.algorithm switches the check of the name off.']
  }
  return settings.has('ssl.truststore.location') || settings.has('ssl.truststore.certificates')
    ? ['full', 'It verifies the CA and the name.', `${javaGuide(settings)}/${loginOf(settings)}-project-ca`]
    : ['public', "Without a trust store it trusts Java's public CAs only."]
}

const librdkafka = (settings: Settings): Judged => {
  if (!hasTls(settings)) return NO_TLS
  if (/^(?:false|f|0)$/i.test(settings.get('enable.ssl.certificate.verification') ?? 'true')) {
    return [
      'none',
      'enable.ssl.certificate.verification=false switches the check off, whatever ssl.ca.location says.',
      'kcat-no-verification',
    ]
  }
  if (settings.get('ssl.ca.location')?.startsWith('~')) {
    return [
      'fails',
      'Nobody expands the ~ in ssl.ca.location: the file is not found. Write the whole path.',
      'kcat-tilde',
    ]
  }
  const name = settings.get('ssl.endpoint.identification.algorithm')
  if (name === 'none' || name === '') return ['chain', 'The check of the name is switched off.']
  return settings.has('ssl.ca.location') || settings.has('ssl.ca.pem')
    ? [
        'full',
        'It verifies the CA and the name (librdkafka 2.0 and later; before, only the CA).',
        `kcat/${loginOf(settings)}-project-ca`,
      ]
    : ['public', "Without ssl.ca.location it trusts the system's public CAs only."]
}

/** `key=value` and `key: value` lines; kcat's `-X key=value` too. */
const readSettings = (text: string): Map<string, string> => {
  const settings = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(
    /^[ \t]*(?:-X[ \t]+)?["']?([a-z]+(?:\.[a-z0-9]+)+)["']?[ \t]*[=:][ \t]*(.*)$/gim,
  )) {
    settings.set(name.toLowerCase(), value.trim().replace(/^["']|["',]+$/g, ''))
  }
  for (const [, name = '', value = ''] of text.matchAll(/-X[ \t]+([a-z.]+)=(\S+)/gi))
    settings.set(name.toLowerCase(), value)
  return settings
}

const replaceSettings = (text: string, set: Readonly<Record<string, string>>, drop: readonly string[]): string => {
  const names = [...Object.keys(set), ...drop]
  const lines = text
    .split('\n')
    .filter(
      (line) =>
        !names.some((name) => new RegExp(`^\\s*["']?${name.replaceAll('.', '\\.')}["']?\\s*[=:]`, 'i').test(line)),
    )
  while (lines.at(-1)?.trim() === '') lines.pop()
  return [...lines, ...Object.entries(set).map(([name, value]) => `${name}=${value}`), ''].join('\n')
}

const WINDOWS_PATH = /^\s*[\w.]+\s*[=:]\s*[A-Za-z]:\\(?!\\)/m

const notesOn = (text: string, settings: Settings): string[] => {
  const store = settings.get('ssl.truststore.location') ?? ''
  const type = (settings.get('ssl.truststore.type') ?? 'JKS').toUpperCase()
  return [
    ...(WINDOWS_PATH.test(text)
      ? ['Java drops single backslashes: C:\\Users\\me\\ca becomes C:Usersmeca. Write / or \\\\ in paths.']
      : []),
    ...(/\.(p12|pfx)$/i.test(store) && type === 'JKS'
      ? ['The trust store is named like PKCS#12: then ssl.truststore.type=PKCS12 belongs beside it.']
      : []),
    ...(/\.pem$|\.crt$/i.test(store) && type !== 'PEM'
      ? ['A PEM file as trust store needs ssl.truststore.type=PEM.']
      : []),
  ]
}

const protocolOf = (settings: Settings): string =>
  settings.has('sasl.mechanism') ||
  settings.has('sasl.mechanisms') ||
  /^SASL/i.test(settings.get('security.protocol') ?? '')
    ? 'SASL_SSL'
    : 'SSL'

export const checkKafkaProperties = (text: string): ConnectionCheck | undefined => {
  const settings = readSettings(text)
  const isKafka = ['bootstrap.servers', 'metadata.broker.list', 'security.protocol'].some((name) => settings.has(name))
  const isTls = [...settings.keys()].some((name) =>
    /^ssl\.(ca|truststore|keystore|endpoint|certificate|key)/.test(name),
  )
  if (!isKafka && !isTls) return undefined
  const isRd = [
    'ssl.ca.location',
    'ssl.ca.pem',
    'ssl.certificate.location',
    'ssl.key.location',
    'enable.ssl.certificate.verification',
    'sasl.mechanisms',
    'metadata.broker.list',
  ].some((name) => settings.has(name))
  const isJava = [...settings.keys()].some((name) => /^ssl\.(truststore|keystore)\.|^sasl\.jaas/.test(name))
  const drivers = [
    ...(isRd && !isJava ? [] : [driverVerdict('Java client', NOT_RUN, prefixed(settings) ?? java(settings))]),
    ...(isJava && !isRd
      ? []
      : [driverVerdict('librdkafka (kcat, Python, Go, .NET)', NOT_RUN, prefixed(settings) ?? librdkafka(settings))]),
  ]
  const protocol = { 'security.protocol': protocolOf(settings) }
  const set =
    isRd || !isJava
      ? { ...protocol, 'ssl.ca.location': 'ca.pem' }
      : {
          ...protocol,
          ...(settings.has('ssl.truststore.location')
            ? {}
            : { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': 'ca.pem' }),
        }
  const corrected = replaceSettings(text, set, [
    'ssl.endpoint.identification.algorithm',
    'enable.ssl.certificate.verification',
  ])
  return {
    what: 'Kafka client configuration',
    text,
    drivers,
    corrected: drivers.every(({ verifies }) => verifies === 'full') ? undefined : corrected,
    notes: notesOn(text, settings),
  }
}
