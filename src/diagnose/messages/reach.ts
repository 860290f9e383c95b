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
    cause: 'The host name can’t be resolved. Nothing has been sent.',
    causes: [
      'The name is mistyped: compare it with the service page.',
      'The service is powered off or deleted: its name is then gone.',
      'It is a name of a private network or of PrivateLink: it resolves inside that network only.',
      'The password holds a raw “#”, “/” or “@”, and the client takes a part of it for the host.',
    ],
    fix: 'Copy the host from the service page, and look whether the service is running.',
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
    cause: 'Nothing answers at this host and port. TLS has not begun.',
    fix: 'Compare the port with the service page, look whether the service is running, and whether its IP filter lets this machine in.',
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
      'A firewall, or the service’s IP filter, drops the packets: another network or address gets through.',
      'It is a private address, and this machine is not in its network.',
      'The service is just starting or powered off: the service page says so.',
    ],
    fix: 'Look at the service’s state and its allowed IP addresses.',
  },
  {
    id: 'no-brokers',
    phase: 'connect',
    weak: true,
    signs: [
      /NoBrokersAvailable|client has run out of available brokers|Failed to update metadata|Broker transport failure|all brokers down/i,
      /Bootstrap broker \S+ \([^)\n]{0,60}\) disconnected|Timed out waiting for a node assignment/,
    ],
    cause: 'No broker could be used. The message doesn’t say why.',
    causes: [
      'The security protocol does not fit the port: SASL and client certificates have a port each, and neither takes PLAINTEXT.',
      'TLS failed: a line before this one says so, or debug logging does.',
      'Nothing answers there: the port, the service’s state, or its IP filter.',
    ],
    fix: 'Compare port and authentication method with the service page; switch on the client’s debug log for TLS.',
  },
  {
    id: 'no-nodes',
    phase: 'connect',
    weak: true,
    signs: [
      /AllNodesFailedException|Could not reach any contact point|NoHostAvailable|NoNodeAvailable|ERR_NO_LIVING_CONNECTIONS/,
    ],
    cause: 'No node could be used. The message doesn’t say why.',
    causes: [
      'TLS failed: a cause below this line says so.',
      'Nothing answers there: the port, the service’s state, or its IP filter.',
      'The client speaks without TLS.',
    ],
    fix: 'Read on to the causes of each node. Compare host and port with the service page.',
  },
  {
    id: 'public-key-retrieval',
    phase: 'without-tls',
    signs: [/Public Key Retrieval is not allowed/i],
    cause:
      'The client logs in without TLS: MySQL then wants the password encrypted with the server’s key, and the client doesn’t fetch that.',
    fix: 'Switch TLS on: sslMode=VERIFY_IDENTITY with the CA. allowPublicKeyRetrieval=true would take the key of any server that answers.',
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
    cause: 'The client came without TLS, and the server takes no connection without it.',
    fix: 'Switch TLS on, with the CA: sslmode=verify-full, ssl-mode=VERIFY_IDENTITY, security.protocol=SSL or SASL_SSL, rediss://, https://.',
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
    cause: 'The server does not speak TLS at this port, or speaks another protocol first.',
    fix: 'Compare host and port with the service page: every component has a port of its own. PgBouncer, Kafka REST or a service whose TLS is off are not what the client expects.',
  },
  {
    id: 'unknown-name',
    phase: 'protocol',
    signs: [/(?:alert|tlsv1) unrecognized name|unrecognized_name|UnrecognisedName|TLSV1_UNRECOGNIZED_NAME/i],
    cause: 'This alert was received: the server has no such name as the client asked for.',
    fix: 'Connect to the host exactly as the service page writes it, without an alias or a tunnel under another name.',
  },
  {
    id: 'protocol-version',
    phase: 'protocol',
    signs: [
      /alert protocol version|PROTOCOL_VERSION|unsupported protocol|no protocols available|NoSharedProtocol|protocol version not supported|No appropriate protocol/i,
    ],
    cause: 'Client and server have no version of TLS in common.',
    fix: 'Use a client that speaks TLS 1.2 or later. Old Javas and old OpenSSLs need an update.',
  },
  {
    id: 'legacy-renegotiation',
    phase: 'protocol',
    signs: [/unsafe legacy renegotiation disabled/i],
    cause: 'The server answers in an old way that this client’s TLS library no longer takes.',
    fix: 'Aiven’s servers don’t do that: another server answered, most often a proxy that opens TLS. Look at the server’s certificate on the service page, and check proxies, tunnels and DNS.',
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
    cause: 'The server hung up, without a reason that the client understands.',
    causes: [
      'The server wants a client certificate, and got none: the port is that of certificate authentication.',
      'The client speaks without TLS where the server wants it, or the other way round.',
      'A proxy or firewall between them cut the connection.',
    ],
    fix: 'On the service page, compare authentication method and port; then look at the server’s certificate there.',
  },
]
