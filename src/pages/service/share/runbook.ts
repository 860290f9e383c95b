/** A service as Markdown, for a runbook: how to connect and what is needed for it. Holds no secret. */
import type { Service } from '../../../api/service.ts'
import type { FingerprintedCertificate } from '../../../crypto/fingerprints.ts'
import { stateWord } from '../../../features/services/service-status.tsx'
import { serviceTypeName } from '../../../features/services/service-type.tsx'
import { formatDay } from '../../../lib/date-format.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { caCommands, clientCommands } from '../../../snippets/commands.ts'
import { UnwritableError } from '../../../snippets/escape.ts'
import { takesClientCertificates } from '../../../domain/client-certificates.ts'
import { componentLabel } from '../../../domain/connection.ts'
import { authenticationMethod, kafkaCa, rankEndpoints, type Endpoint } from '../../../domain/endpoint.ts'
import { saslMechanism } from '../../../domain/service-settings.ts'
import { consequence, endpointVerdict, serviceVerdict, type Verdict } from '../../../domain/verdict.ts'
import { formatName } from '../../../crypto/x509.ts'
import { sentence } from '../../../lib/sentence.ts'
import { visibleText } from '../../../lib/visible-text.ts'

export interface RunbookFacts {
  readonly project: string
  readonly service: Service
  /** The project's CA, or why it couldn't be read. */
  readonly ca: readonly FingerprintedCertificate[] | string
  /** Where the service's page is. */
  readonly url: string
  readonly now: Date
}

/** What Markdown renderers turn into a link, an email address or a mention, even without brackets. */
const LINKED = /@|:\/\/|\bwww\./i

/** Characters that end inline code or its table cell, and can't be escaped there. */
const IN_CODE: Readonly<Record<string, string>> = { '`': 'ˋ', '|': '¦', '\\': '⧵' }

/** Text that stays text in Markdown, in one line: names come from the API and may hold anything. */
const plain = (text: string): string => {
  const line = visibleText(text.replace(/\s+/g, ' '))
  // As code, which is never interpreted: backslashes don't prevent mentions.
  if (LINKED.test(line)) return `\`${line.replace(/[`|\\]/g, (character) => IN_CODE[character] ?? '')}\``
  return line
    .replace(/[\\`*_[\]<>|~&$!]/g, String.raw`\$&`)
    .replace(/^[#+=-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
}

const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${headers.join(' | ')} |`,
  `|${headers.map(() => ' --- |').join('')}`,
  ...rows.map((cells) => `| ${cells.map((cell) => plain(cell)).join(' | ')} |`),
]

/** A code fence longer than any inside the text. */
const code = (text: string): string[] => {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}sh`, text, fence]
}

const MARKS = { required: 'Required', optional: 'Optional', unknown: 'Unknown' } as const

const why = (verdict: Verdict): string => `${verdict.reason} ${consequence(verdict)}`

const caLines = (ca: RunbookFacts['ca']): string[] =>
  typeof ca === 'string'
    ? [`It couldn’t be read when this was written: ${plain(sentence(ca))}`]
    : ca.map(
        ({ certificate, sha256 }) =>
          `- ${plain(formatName(certificate.subject))}, valid until ${formatDay(certificate.notAfter)}, SHA-256 ${sha256 ?? 'not available'}`,
      )

/** How clients log in: "certificate", "sasl (SCRAM-SHA-512)". */
const methodOf = ({ user_config }: Service, endpoint: Endpoint): string => {
  const method = authenticationMethod(endpoint)
  return method === 'sasl' ? `sasl (${saslMechanism(user_config) ?? 'OAUTHBEARER, no password'})` : method
}

const endpointLines = (service: Service): string[] => {
  const endpoints = rankEndpoints(service.service_type, service.components)
  if (endpoints.length === 0) {
    const verdict = serviceVerdict(service)
    return [`None now. By its type, the CA certificate is ${MARKS[verdict.mark].toLowerCase()}: ${plain(why(verdict))}`]
  }
  const isKafka = ({ component }: { component: string }) => component === 'kafka'
  return table(
    ['Component', 'Login and CA', 'Route', 'Usage', 'Host', 'Port', 'CA certificate', 'Why'],
    endpoints.map((endpoint) => {
      const verdict = endpointVerdict(service, endpoint)
      return [
        componentLabel(endpoint.component),
        isKafka(endpoint) ? `${methodOf(service, endpoint)}, ${kafkaCa(endpoint)}` : '',
        endpoint.route,
        endpoint.usage,
        endpoint.host,
        String(endpoint.port),
        `${MARKS[verdict.mark]}${verdict.clientCertificate ? ', with client certificate and key' : ''}`,
        verdict.plaintext ? `TLS is off. ${why(verdict)}` : why(verdict),
      ]
    }),
  )
}

const day = (iso: string | undefined): string => {
  const date = new Date(iso ?? NaN)
  return Number.isNaN(date.getTime()) ? '' : formatDay(date)
}

const userLines = (service: Service): string[] => {
  const { users } = service
  if (users.length === 0) return ['None now.']
  // Certificates that the service doesn't accept have no date that matters.
  const unused = takesClientCertificates(service) === false ? 'not used by this service' : undefined
  return table(
    ['User', 'Type', 'Certificate valid until'],
    users.map(({ username, type = '', access_cert_not_valid_after_time: ends }) => [
      username,
      type,
      ends === undefined ? '' : (unused ?? day(ends)),
    ]),
  )
}

/** The commands that save the CA and, if clients log in with a certificate, the first service user's files. */
const commandLines = ({ project, service }: RunbookFacts): string[] => {
  const [user] = service.users
  const needsPair = [
    serviceVerdict(service),
    ...service.components.map((endpoint) => endpointVerdict(service, endpoint)),
  ]
  const pair = user && needsPair.some(({ clientCertificate }) => clientCertificate)
  const write = () => [
    ...caCommands('sh', project),
    ...(pair ? clientCommands('sh', project, service.service_name, user.username) : []),
  ]
  try {
    return write().flatMap(({ what, text }) => [what, '', ...code(text), ''])
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return [plain(error.message)]
  }
}

/** The runbook's text. */
export const runbook = (facts: RunbookFacts): string => {
  const { project, service, ca, url, now } = facts
  const { service_name, state, plan, cloud_description, cloud_name, node_count } = service
  const about = [
    serviceTypeName(service),
    stateWord(state),
    plan,
    cloud_description ?? cloud_name,
    node_count === undefined ? undefined : formatCount(node_count, 'node'),
  ].filter((part) => part !== undefined)
  return [
    `# ${plain(service_name)}`,
    '',
    `${plain(about.join(', '))}. Project ${plain(project)}.`,
    '',
    `Written on ${formatDay(now)} from <${url}>. It holds no passwords or keys.`,
    '',
    `## CA certificate of project ${plain(project)}`,
    '',
    ...caLines(ca),
    '',
    '## Endpoints',
    '',
    ...endpointLines(service),
    '',
    '## Service users',
    '',
    ...userLines(service),
    '',
    '## Commands',
    '',
    ...commandLines(facts),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
