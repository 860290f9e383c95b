/** Settings that the client itself refuses: nothing has been sent. */
import type { Message } from './message.ts'

export const SETTINGS: readonly Message[] = [
  {
    id: 'unknown-setting',
    phase: 'settings',
    signs: [
      /[Ii]nvalid sslmode value|unsupported sslmode|weak sslmode "/,
      /invalid (?:connection|URI query) (?:option|parameter)[: ]*"|unknown variable '(?:ssl|tls)[^']*'|unknown option '?--ssl/,
      /Keyword not supported: '|Couldn't set ssl ?mode/,
      /Unknown SSL profile|SSL profile must be an object|invalid value \/ unknown config name|No such configuration property: "|Ignoring invalid configuration option/,
      /unexpected keyword argument '(?:ssl|tls)\w*'|unrecognized configuration parameter "ssl/,
    ],
    cause: 'The client doesn’t know a setting or its value: each client has its own names for TLS settings.',
    fix: 'Paste the connection string or settings here to see how this client reads them. The guide in Quick connect has the right ones.',
  },
  {
    id: 'unused-setting',
    phase: 'settings',
    order: 2,
    signs: [/supplied but (?:are not used yet|aren't a known config|isn't a known config)/],
    cause: 'Kafka’s client warns that a part of it doesn’t use these settings.',
    causes: [
      'It’s passed on to several parts, and only one of them needs it: if the client connects, nothing is wrong.',
      'The name is misspelled, or it’s another client’s.',
    ],
    fix: 'If the client doesn’t connect, look for the error above or below this line, and paste the settings here to see how they’re read.',
  },
  {
    id: 'mode-will-change',
    phase: 'settings',
    order: 2,
    signs: [/SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'/],
    cause:
      'node-postgres warns that it reads sslmode=prefer, require and verify-ca like verify-full, and that a later version will verify less with them.',
    fix: 'Write sslmode=verify-full and name the project CA in sslrootcert: that stays the same. Paste the connection string here to see how it’s read.',
  },
  {
    id: 'check-is-off',
    phase: 'settings',
    signs: [
      /InsecureRequestWarning|Unverified HTTPS request/,
      /Establishing SSL connection without server's identity verification/,
      /Authenticity is not established by certificate path validation/,
      /offers only limited protection, as the server's certificate is not verified/,
      /Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections/,
    ],
    cause: 'The client warns that it doesn’t verify the server. Any server that answers gets the login.',
    fix: 'Name the CA file in the client’s settings, and remove what turns verification off. The guide in Quick connect shows how.',
  },
  {
    id: 'no-ca-given',
    phase: 'settings',
    signs: [
      /verify_peer[^\n]{0,40}\{?cacerts[:,]\s*:?undefined|cacertfile[^\n]{0,40}undefined|"options\.ca" property must be of type/,
      /please use VerifyFull or VerifyCA instead of Require/,
      /Trust options must be specified under|SSL transport factory requires a valid certfile|default CA trust store not available/,
      /verify is enabled by default but no CA file specified|no proxy_ssl_trusted_certificate for proxy_ssl_verify/,
    ],
    cause: 'The client wants to verify the server but isn’t told which CA to trust, so it doesn’t connect.',
    fix: 'Download the CA certificate of the service’s project, and name that file. Don’t turn verification off.',
  },
  {
    id: 'no-check-given',
    phase: 'settings',
    signs: [
      /Host verification algorithm must be specified|Missing hostname verification algorithm/,
      /A rediss:\/\/ URL must have parameter ssl_cert_reqs|check_hostname requires server_hostname/,
      /either ServerName or InsecureSkipVerify must be specified/,
    ],
    cause: 'The client wants to be told how to verify the server, and doesn’t connect without that.',
    fix: 'With Vert.x and Quarkus, set the hostname verification algorithm to HTTPS and name ca.pem as trust certificate. With Celery, write ssl_cert_reqs=CERT_REQUIRED and ssl_ca_certs in the URL. Go and Python want the server’s name: ServerName, server_hostname.',
  },
  {
    id: 'no-tls-in-client',
    phase: 'settings',
    signs: [/invalid when SSL support is not compiled in|OpenSSL not available at build time/],
    cause: 'This build of the client doesn’t support TLS.',
    fix: 'Install a build with TLS: Linux distributions and the PostgreSQL project provide one.',
  },
  {
    id: 'jaas-syntax',
    phase: 'settings',
    signs: [
      /(?:Login module(?: control flag)?|Value) not specified (?:in JAAS config|for key)|JAAS config entry not terminated|No LoginModule found for |JAAS config property does not contain any login modules/,
    ],
    cause: 'Kafka’s client can’t read sasl.jaas.config.',
    fix: 'It’s one line: the login module, “required”, username="…" password="…" with quotes, and a semicolon at the end. The guide in Quick connect writes it.',
  },
  {
    id: 'unreadable-address',
    phase: 'settings',
    signs: [
      /invalid integer value "[^"\n]{1,100}" for connection option "port"|Could not parse SQLAlchemy URL|\bP1013\b/,
      /the URL must start with the protocol|Environment variable not found: \w*(?:URL|DSN|URI)\b/,
      /URISyntaxException|Port could not be cast to integer|invalid URL escape|RelativeUrlWithoutBase|URL must specify one of the following schemes/,
      /\bInvalid URL\b|ERR_INVALID_URL|ERR_SOCKET_BAD_PORT/,
      /net\/url: invalid|invalid port "[^"]*" after host|invalid userinfo/,
    ],
    cause: 'The client can’t read the address.',
    causes: [
      'The password contains an unescaped “#”, “/”, “?” or “@”: write %23, %2F, %3F, %40.',
      'The value is empty, has quotes around it, or lists several hosts for a client that takes one.',
    ],
    fix: 'Paste the connection string here to see what’s wrong with it.',
  },
]
