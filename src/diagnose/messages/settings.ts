/** Settings that the client itself refuses: nothing has been sent. */
import type { Message } from './message.ts'

export const SETTINGS: readonly Message[] = [
  {
    id: 'unknown-setting',
    phase: 'settings',
    signs: [
      /invalid sslmode value|unsupported sslmode|weak sslmode "/,
      /invalid (?:connection|URI query) (?:option|parameter)[: ]*"|unknown variable '(?:ssl|tls)[^']*'|unknown option '?--ssl/,
      /No such configuration property: "|Ignoring invalid configuration option/,
      /unexpected keyword argument '(?:ssl|tls)\w*'|unrecognized configuration parameter "ssl/,
    ],
    cause: 'The client doesn’t know a setting, or its value: each client has words of its own for TLS.',
    fix: 'Paste the connection string or the settings here: the page says what this client makes of them. The guide on the Connect page has the right words.',
  },
  {
    id: 'check-is-off',
    phase: 'settings',
    signs: [
      /InsecureRequestWarning|Unverified HTTPS request/,
      /offers only limited protection, as the server's certificate is not verified/,
      /Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections/,
    ],
    cause: 'The client says so itself: it doesn’t check whom it talks to. Any server that answers gets the login.',
    fix: 'Name the CA’s file in the client’s settings, and take out what switches the check off. The guide on the Connect page has the words.',
  },
  {
    id: 'no-ca-given',
    phase: 'settings',
    signs: [
      /verify_peer[^\n]{0,40}\{cacerts,\s*undefined\}|cacertfile[^\n]{0,40}undefined/,
      /please use VerifyFull or VerifyCA instead of Require/,
      /verify is enabled by default but no CA file specified|no proxy_ssl_trusted_certificate for proxy_ssl_verify/,
    ],
    cause: 'The client would verify the server, and isn’t told by which CA: it doesn’t connect.',
    fix: 'Download the CA certificate of the service’s project, and name that file. Don’t switch the check off.',
  },
  {
    id: 'no-tls-in-client',
    phase: 'settings',
    signs: [/invalid when SSL support is not compiled in/],
    cause: 'This build of the client can’t speak TLS.',
    fix: 'Install a build with TLS: those of Linux distributions and of the PostgreSQL project have it.',
  },
  {
    id: 'unreadable-address',
    phase: 'settings',
    signs: [/\bInvalid URL\b|ERR_INVALID_URL/, /net\/url: invalid|invalid port "[^"]*" after host|invalid userinfo/],
    cause: 'The client can’t read the address.',
    causes: [
      'The password holds a “#”, “/”, “?” or “@” as it is: write %23, %2F, %3F, %40.',
      'The value is empty, has quotes around it, or lists several hosts for a client that takes one.',
    ],
    fix: 'Paste the connection string here: the page says what is wrong with it.',
  },
]
