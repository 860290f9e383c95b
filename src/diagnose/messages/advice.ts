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
  if (verdict.plaintext) return [`TLS is off at this endpoint of ${service}: a client that expects TLS cannot connect.`]
  if (verdict.mark === 'required')
    return [
      `The CA of project ${project} signs this endpoint: download its ca.pem here, and point ${client} at that file. The file of another project does not do, nor does the system’s trust store.`,
    ]
  if (verdict.mark === 'optional')
    return [
      `A public CA signs this endpoint of ${service}: take the project’s ca.pem out of the settings of ${client}, and let it use the system’s trust store.`,
    ]
  return [
    `Nobody says which CA signs this endpoint of ${service}: inspect the live certificate on its page, and trust that CA.`,
  ]
}

const name = ({ service, endpoint, named }: AdviceFacts): string[] =>
  named
    ? [
        `The client asked for ${endpoint.host}, which is the right name. Another server answered; check proxies, tunnels and DNS.`,
      ]
    : [`Connect to ${service} under its own name: ${at(endpoint)}.`]

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
    return [`This endpoint of ${service} asks for no client certificate. ${ports(facts)}`]
  return [
    verdict.clientCertificate
      ? `Port ${String(endpoint.port)} of ${service} wants the access certificate and the access key of one service user, both from one download.`
      : `Port ${String(endpoint.port)} of ${service} logs in with SASL.`,
    ports(facts),
  ]
}

const expired = ({ service, expiredUsers }: AdviceFacts): string[] =>
  expiredUsers.length > 0
    ? [
        `The certificates of these users of ${service} have ended: ${expiredUsers.slice(0, 5).join(', ')}${expiredUsers.length > 5 ? ` and ${String(expiredUsers.length - 5)} more` : ''}. Download a new pair, or reset the credentials.`,
      ]
    : [
        `As far as the API says, no user’s certificate of ${service} has ended: look at the clock, and at the server’s certificate.`,
      ]

const reach = (facts: AdviceFacts): string[] => [
  facts.state === undefined || facts.state === 'RUNNING'
    ? `${facts.service} is running, as far as the API says. Its IP filter may not let this machine in.`
    : `${facts.service} is not running now: its state is ${facts.state}.`,
  ports(facts),
]

const file = ({ project, client = 'the client' }: AdviceFacts): string[] => [
  `Download ca.pem of project ${project}, and give ${client} its whole path.`,
]

const store = ({ service }: AdviceFacts): string[] => [
  `Key stores on the page of ${service} makes both stores anew, with a password that you see.`,
]

const BY_PATTERN: Readonly<Record<string, ((facts: AdviceFacts) => string[]) | undefined>> = {
  untrusted: trust,
  'not-verified': trust,
  'client-refused': login,
  'no-pair': login,
  'without-tls': (facts) => [ports(facts)],
  'no-brokers': reach,
  timeout: reach,
  dns: reach,
  'wrong-host': name,
  expired,
  'client-certificate': login,
  'handshake-failure': login,
  'hung-up': login,
  'no-tls': (facts) => [ports(facts)],
  refused: reach,
  'no-root-file': file,
  'no-ca-given': file,
  'check-is-off': file,
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
