/** What to do about an error at one endpoint of the user's own, in sentences that name it. */
import { authenticationMethod, type Endpoint } from '../../domain/endpoint.ts'
import { componentLabel } from '../../domain/connection.ts'
import type { Verdict } from '../../domain/verdict.ts'

export interface AdviceFacts {
  readonly project: string
  readonly service: string
  /** The service's state as the API says it. */
  readonly state: string | undefined
  readonly endpoint: Endpoint
  readonly verdict: Verdict
  /** All endpoints of the service. */
  readonly endpoints: readonly Endpoint[]
  /** The message itself names the endpoint's host. */
  readonly named: boolean
  /** What the client is called. */
  readonly client: string | undefined
  /** Service users whose certificate has ended. */
  readonly expiredUsers: readonly string[]
}

const at = ({ host, port }: Endpoint) => `${host}, port ${String(port)}`

const trust = ({ project, service, verdict, client = 'the client' }: AdviceFacts): string[] => {
  if (verdict.plaintext) return [`TLS is off at this endpoint of ${service}: clients that expect TLS can’t connect.`]
  if (verdict.mark === 'required')
    return [
      `The CA of project ${project} signs this endpoint: download its ca.pem here, and point ${client} at that file. Another project’s file doesn’t work, nor does the system’s trust store.`,
    ]
  // An old service: the error may well be what a project's CA looks like to a client that trusts public ones only.
  if (verdict.mark === 'optional' && verdict.row?.starred && verdict.basis === 'table')
    return [
      `Inspect the live certificate of ${service} on its page first: a public CA normally signs it, but the CA of project ${project} if the service is an old one.`,
      `If the project’s CA signed it, point ${client} at that project’s ca.pem. If a public CA did, remove ca.pem from the settings of ${client}, and let it use the system’s trust store.`,
    ]
  if (verdict.mark === 'optional')
    return [
      `A public CA normally signs this endpoint of ${service}: remove the project’s ca.pem from the settings of ${client}, and let it use the system’s trust store.`,
    ]
  return [
    `It’s not known which CA signs this endpoint of ${service}: inspect the live certificate on its page, and trust that CA.`,
  ]
}

const name = ({ service, endpoint, named }: AdviceFacts): string[] =>
  named
    ? [
        `The client asked for ${endpoint.host}, which is the right name. Another server answered; check proxies, tunnels and DNS.`,
      ]
    : [`Connect to ${service} by its own host name: ${at(endpoint)}.`]

const ports = ({ service, endpoints }: AdviceFacts): string => {
  const said = [
    ...new Set(
      endpoints.map((endpoint) => {
        const method =
          endpoint.component === 'kafka'
            ? ` with ${authenticationMethod(endpoint) === 'sasl' ? 'SASL' : 'client certificate'}`
            : ''
        return `${componentLabel(endpoint.component)}${method} ${String(endpoint.port)}${endpoint.ssl === false ? ' (TLS is off)' : ''}`
      }),
    ),
  ]
  return `The ports of ${service}: ${said.join(', ')}.`
}

const login = (facts: AdviceFacts): string[] => {
  const { service, verdict, endpoint } = facts
  if (endpoint.component !== 'kafka')
    return [`This endpoint of ${service} doesn’t ask for a client certificate. ${ports(facts)}`]
  return [
    verdict.clientCertificate
      ? `Port ${String(endpoint.port)} of ${service} requires the access certificate and the access key of one service user, both from one download.`
      : `Port ${String(endpoint.port)} of ${service} logs in with SASL.`,
    ports(facts),
  ]
}

const expired = ({ service, expiredUsers }: AdviceFacts): string[] =>
  expiredUsers.length > 0
    ? [
        `The certificates of these users of ${service} have expired: ${expiredUsers.slice(0, 5).join(', ')}${expiredUsers.length > 5 ? ` and ${String(expiredUsers.length - 5)} more` : ''}. Download a new pair, or reset the credentials.`,
      ]
    : [
        `As far as the API says, no user’s certificate of ${service} has expired: check the clock and the server’s certificate.`,
      ]

const reach = (facts: AdviceFacts): string[] => [
  facts.state === undefined || facts.state === 'RUNNING'
    ? `${facts.service} is running, as far as the API says. Its IP filter may block this machine.`
    : `${facts.service} isn’t running: its state is ${facts.state}.`,
  ports(facts),
]

const file = ({ project, client = 'the client' }: AdviceFacts): string[] => [
  `Download ca.pem of project ${project}, and give ${client} its full path.`,
]

const store = ({ service }: AdviceFacts): string[] => [
  `Key stores on the page of ${service} creates both stores again, with a password you can see.`,
]

const BY_PATTERN: Readonly<Record<string, ((facts: AdviceFacts) => string[]) | undefined>> = {
  untrusted: trust,
  'not-verified': trust,
  'client-refused': login,
  'no-pair': login,
  'without-tls': (facts) => [ports(facts)],
  'no-brokers': reach,
  timeout: reach,
  'read-timeout': (facts) => [ports(facts)],
  dns: reach,
  'no-nodes': reach,
  'no-metadata': reach,
  unreachable: reach,
  dropped: reach,
  'wrong-host': name,
  'self-signed': name,
  'local-socket': name,
  expired,
  'client-expired': expired,
  dates: expired,
  'client-certificate': login,
  'handshake-failure': login,
  'hung-up': login,
  'no-tls': (facts) => [ports(facts)],
  'other-protocol': (facts) => [ports(facts)],
  'sasl-elsewhere': login,
  'no-sasl': login,
  refused: reach,
  'no-root-file': file,
  'no-ca-given': file,
  'check-is-off': file,
  'plain-fallback': file,
  'empty-trust-store': store,
  'store-password': store,
}

/**
 * What the explanations of an error come to at this endpoint.
 * @param patterns ids of what was recognised, the most telling first
 */
export const advise = (patterns: readonly string[], facts: AdviceFacts): string[] => [
  ...new Set(patterns.flatMap((id) => BY_PATTERN[id]?.(facts) ?? [])),
]
