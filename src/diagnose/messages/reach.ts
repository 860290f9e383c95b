/** Before TLS: names, ports, and who spoke without it. */
import type { Message } from './message.ts'

export const REACH: readonly Message[] = [
  {
    id: 'dns',
    phase: 'dns',
    signs: [
      /could not translate host name|getaddrinfo|\bENOTFOUND\b|\bEAI_AGAIN\b|Name or service not known|nodename nor servname/i,
      /UnknownHostException|no such host|No such host is known|Temporary failure in name resolution|Failed to resolve|\bnxdomain\b|No resolvable bootstrap urls/i,
    ],
    cause: 'The host name can’t be resolved. Nothing was sent.',
    causes: [
      'The name is mistyped: compare it with the service page.',
      'The service is powered off or deleted, so its name is gone.',
      'It’s the name of a private network or PrivateLink: it resolves only inside that network.',
      'The password contains an unescaped “#”, “/” or “@”, and the client takes part of it for the host.',
    ],
    fix: 'Copy the host from the service page, and check that the service is running.',
  },
  {
    id: 'refused',
    phase: 'connect',
    signs: [
      /ECONNREFUSED|connection refused/i,
      /Couldn't connect to server/,
      /java\.net\.ConnectException(?!: Connection timed out)/,
      /Can't connect to (?:MySQL )?server on '[^'\n]{1,300}' \((?:111|61|10061)\b/,
    ],
    cause: 'Nothing answers at this host and port. TLS hasn’t started.',
    fix: 'Compare the port with the service page. Check that the service is running and that its IP filter lets this machine in.',
  },
  {
    id: 'timeout',
    phase: 'connect',
    weak: true,
    signs: [
      /ETIMEDOUT|timeout expired|i\/o timeout|(?:connection|operation|request) timed out|SocketTimeoutException|ConnectTimeout|P1001/i,
      /Can't reach database server at|Handshake inactivity timeout|PROTOCOL_SEQUENCE_TIMEOUT/,
      /Can't connect to (?:MySQL )?server on '[^'\n]{1,300}' \((?:110|60|10060)\b/,
    ],
    cause: 'No answer came in time.',
    causes: [
      'A firewall, or the service’s IP filter, drops the packets: from another network or address it works.',
      'It’s a private address, and this machine isn’t in its network.',
      'The service is starting or powered off: see the service page.',
    ],
    fix: 'Check the service’s state and its allowed IP addresses.',
  },
  {
    id: 'no-brokers',
    phase: 'connect',
    weak: true,
    signs: [
      /NoBrokersAvailable|client has run out of available brokers|Failed to update metadata|Broker transport failure|all brokers down/i,
      /Bootstrap broker \S+ \([^)\n]{0,60}\) disconnected|Timed out waiting for a node assignment/,
    ],
    cause: 'The client couldn’t use any broker. The message doesn’t say why.',
    causes: [
      'The security protocol doesn’t match the port: SASL and client certificates each have their own port, and neither accepts PLAINTEXT.',
      'TLS failed: an earlier line, or debug logging, says so.',
      'Nothing answers there: check the port, the service’s state and its IP filter.',
    ],
    fix: 'Compare port and authentication method with the service page, and turn on the client’s TLS debug log.',
  },
  {
    id: 'no-nodes',
    phase: 'connect',
    weak: true,
    signs: [
      /AllNodesFailedException|Could not reach any contact point|NoHostAvailable|NoNodeAvailable|ERR_NO_LIVING_CONNECTIONS/,
    ],
    cause: 'The client couldn’t use any node. The message doesn’t say why.',
    causes: [
      'TLS failed: a cause below this line says so.',
      'Nothing answers there: check the port, the service’s state and its IP filter.',
      'The client doesn’t use TLS.',
    ],
    fix: 'Read the cause given for each node. Compare host and port with the service page.',
  },
  {
    id: 'public-key-retrieval',
    phase: 'without-tls',
    signs: [/Public Key Retrieval is not allowed/i],
    cause:
      'The client logs in without TLS: MySQL then requires the password to be encrypted with the server’s key, and the client doesn’t fetch that key.',
    fix: 'Turn TLS on: sslMode=VERIFY_IDENTITY with the CA. allowPublicKeyRetrieval=true would accept the key of any server that answers.',
  },
  {
    id: 'without-tls',
    phase: 'without-tls',
    signs: [
      /no pg_hba\.conf entry[^\n]{0,300}(?:no encryption|SSL off)/,
      /insecure transport are prohibited|ERROR 3159/i,
      /Disconnected while requesting ApiVersion|plaintext protocol was used|might be caused by incorrect security\.protocol/i,
      /Invalid receive \(size = \d+/,
      /OutOfMemoryError: Java heap space[\s\S]{0,2000}(?:kafka|NetworkReceive)|(?:kafka|NetworkReceive)[\s\S]{0,2000}OutOfMemoryError: Java heap space/i,
      /plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server/i,
      /SSL connection is required\b|Authentication requires secure connection/,
      // 0x15 begins an alert of TLS, where the client waited for Redis' own protocol.
      /(?:Protocol error, got |Protocol Error: b|Got )["']\\?(?:x15|u0015)/i,
    ],
    cause: 'The client connected without TLS, and the server requires it.',
    fix: 'Turn TLS on, with the CA: sslmode=verify-full, ssl-mode=VERIFY_IDENTITY, security.protocol=SSL or SASL_SSL, rediss://, https://.',
  },
  {
    id: 'no-tls',
    phase: 'without-tls',
    signs: [
      /server[^\n]{0,80}does(?: not|n't) support (?:SSL|TLS|secure connections?)\b|SSL is required but the server doesn't support it/i,
      /SSL is not enabled on the server/,
      /rejected SSL upgrade|Server refuses SSL|\bssl not available\b|No SSL enabled connection from this host|HANDSHAKE_NO_SSL_SUPPORT/i,
      /wrong version number|WRONG_VERSION_NUMBER/,
      /first record does not look like a TLS handshake/,
      /Unsupported or unrecognized SSL message/,
      /plaintext connection\?|not an SSL\/TLS record/i,
      /InvalidContentType|received corrupt message/,
    ],
    cause: 'The server doesn’t speak TLS on this port, or speaks another protocol first.',
    fix: 'Compare host and port with the service page: every component has its own port. PgBouncer, Kafka REST or a service with TLS off isn’t what the client expects.',
  },
  {
    id: 'unknown-name',
    phase: 'protocol',
    signs: [/(?:alert|tlsv1) unrecognized name|unrecognized_name|UnrecognisedName|TLSV1_UNRECOGNIZED_NAME/i],
    cause: 'The server sent this alert: it doesn’t know the host name the client asked for.',
    fix: 'Connect to the host exactly as the service page shows it, without an alias or a tunnel with another name.',
  },
  {
    id: 'protocol-version',
    phase: 'protocol',
    signs: [
      /alert protocol version|PROTOCOL_VERSION|unsupported protocol|no protocols available|NoSharedProtocol|protocol version not supported|No appropriate protocol/i,
    ],
    cause: 'Client and server have no TLS version in common.',
    fix: 'Use a client that supports TLS 1.2 or later. Update an old Java or OpenSSL.',
  },
  {
    id: 'legacy-renegotiation',
    phase: 'protocol',
    signs: [/unsafe legacy renegotiation disabled/i],
    cause: 'The server answers in an old way that this client’s TLS library no longer accepts.',
    fix: 'Aiven’s servers don’t do that, so another server answered, most often a proxy that decrypts TLS. Inspect the live certificate on the service page, and check proxies, tunnels and DNS.',
  },
  {
    id: 'hung-up',
    phase: 'protocol',
    weak: true,
    signs: [
      /Server closed the connection|EOF occurred in violation of protocol|socket hang up|Closed connection/i,
      // librdkafka's own question, whatever the server hung up for.
      /connecting to a PLAINTEXT broker listener/,
      /received no bytes|HTTP\/1\.1 header parser|Connection reset/i,
      /ECONNRESET|Unexpected end of stream|Connection (?:was )?closed by (?:the )?(?:server|remote|peer)|Remote host (?:terminated|closed)|forcibly closed/i,
      /Client network socket disconnected before secure TLS connection/,
      /Broken pipe|unexpected EOF|unexpected eof while reading|SSL SYSCALL error: EOF detected|terminated during authentication/i,
    ],
    cause: 'The server closed the connection without a reason the client understands.',
    causes: [
      'The server requires a client certificate and got none: the port is for client certificates.',
      'The client doesn’t use TLS where the server requires it, or the other way round.',
      'A proxy or firewall in between cut the connection.',
    ],
    fix: 'On the service page, compare authentication method and port, then inspect the live certificate.',
  },
]
