/** Before TLS: names, ports, and who spoke without it. */
import type { Message } from './message.ts'

/** What only a connection that came further prints: then another of the host's addresses answered, or a second attempt. */
const FURTHER = [
  'login',
  'no-password',
  'not-let-in',
  'no-database',
  'untrusted',
  'self-signed',
  'wrong-host',
  'expired',
  'not-verified',
  'client-refused',
  'client-expired',
  'client-certificate',
  'handshake-failure',
  'unclear-alert',
  'protocol-version',
  'no-cipher',
  'alpn',
]
/** What keeps libpq from trying with TLS: it may then try without. */
const FILES_OF_TLS = ['no-pair', 'no-root-file', 'bad-file', 'key-permissions']

export const REACH: readonly Message[] = [
  {
    id: 'dns',
    phase: 'dns',
    signs: [
      /could not translate host name|getaddrinfo|DNS_PROBE_\w{4,30}|ERR_NAME_NOT_RESOLVED|\bENOTFOUND\b|\bEAI_AGAIN\b|Name or service not known|nodename nor servname/i,
      /UnknownHostException|no such host|No such host is known|Temporary failure in name resolution|Failed to resolve '|Could not resolve host|Couldn't resolve server |\bnxdomain\b|No resolvable bootstrap urls|lookup \S+ on \S+: server misbehaving/i,
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
    follows: FURTHER,
    signs: [
      /ECONNREFUSED|connection refused|ERR_CONNECTION_REFUSED/i,
      /(?<!\(28\)[^\n]{0,200})Couldn't connect to server|actively refused it|Connection to \S+ refused\./,
      /java\.net\.ConnectException(?!: (?:(?:Connection|Operation) timed out|Network is unreachable))/,
      /Can't connect to (?:MySQL )?server on '[^'\n]{1,300}' \((?:111|61|10061)\b/,
      /connect attempt returned error (?:111|61|10061)\b/,
    ],
    cause: 'Nothing answers at this host and port. TLS hasn’t started.',
    fix: 'Compare the port with the service page. Check that the service is running and that its IP filter lets this machine in.',
  },
  {
    id: 'timeout',
    phase: 'connect',
    order: 1,
    follows: ['pool-empty'],
    signs: [
      /ETIMEDOUT|timeout expired|ERR_(?:CONNECTION_)?TIMED_OUT|NET_TIMEOUT|i\/o timeout|(?:connection|connection setup|operation|request) timed out|SocketTimeoutException(?!: Read timed out)|handshake timed out|curl: \(28\)|Local: Timed out|Can't connect to MySQL server on '[^'\n]{1,300}' \(timed out\)|\bP1001\b/i,
      // Not the settings of these names.
      /\.ConnectTimeout: \S|^[\w.]{1,100}\.ConnectTimeout$/m,
      /ConnectTimeoutE(?:rror|xception)|write CONNECT_TIMEOUT|code: ["']CONNECT_TIMEOUT/,
      /(?:err|exception|failed|message|terminated|\])[^\n=#]{0,80}\bconnection timeout\b(?!["']?\s*[=:])/i,
      /Can't reach database server at|Handshake inactivity timeout|PROTOCOL_SEQUENCE_TIMEOUT/,
      /Client\.Timeout (?:exceeded|or context)|context deadline exceeded|did not properly respond after a period of time/,
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
    id: 'read-timeout',
    phase: 'connect',
    order: 1,
    signs: [
      /\bRead timed out\b|Timeout (?:exceeded while )?reading from socket|Timeout during reading attempt|\bSOCKET_TIMEOUT\b|\bReadTimeout(?:Error|Exception)?\b(?=[:(]|$)/m,
    ],
    cause: 'The client was connected, and waited longer for an answer than it’s set to.',
    causes: [
      'The statement takes longer than the client waits: it works for a short one, such as SELECT 1.',
      'The port speaks another protocol, or the client doesn’t use TLS there: then it never works.',
      'Something in between dropped a connection that lay idle.',
    ],
    fix: 'Try a short statement. If it works, raise the client’s limit, such as socket_timeout of ClickHouse’s JDBC driver. Otherwise compare port and protocol with the service page.',
  },
  {
    id: 'connection-limit',
    phase: 'connect',
    signs: [
      /sorry, too many clients already|remaining connection slots are reserved|too many connections for (?:role|database)|\b53300\b[^\n]{0,40}connection/,
      /\b1040\b[^\n]{0,40}Too many connections|ER_CON_COUNT_ERROR|has (?:already more than|exceeded the) 'max_user_connections'/,
      /max number of clients reached|no more connections allowed \(max_client_conn\)/,
    ],
    cause: 'The server has no connection left to give: its limit, or this user’s, is reached. TLS isn’t the problem.',
    fix: 'Close connections that aren’t used, and make your clients’ pools smaller. For PostgreSQL, connect through a connection pool (PgBouncer) of the service page.',
  },
  {
    id: 'pool-empty',
    phase: 'connect',
    order: 1,
    signs: [
      /Connection is not available, request timed out|acquire conn timeout|QueuePool limit of size|request was dropped from queue after|timeout exceeded when trying to connect|pool timed out while waiting for an open connection|redis: connection pool timeout|fetching a new connection from the connection pool/,
      /\.PoolTimeout: \S|^[\w.]{1,100}\.PoolTimeout$/m,
    ],
    cause: 'The client’s pool had no free connection in time.',
    causes: [
      'It can’t open any: an earlier line says why.',
      'All of them are in use: the pool is too small, or connections aren’t given back.',
    ],
    fix: 'Look for the first error above this one. Compare the pool’s size with the connection limit on the service page.',
  },
  {
    id: 'unreachable',
    phase: 'connect',
    follows: [...FURTHER, 'refused', 'timeout', 'without-tls', 'no-tls'],
    signs: [/network is unreachable|no route to host|\bE(?:HOST|NET)UNREACH\b/i],
    cause: 'This machine’s network has no way to this address. Nothing was sent.',
    causes: [
      'The address is IPv6, and this network has IPv4 only.',
      'It’s a private address, and this machine isn’t in its network.',
      'A firewall refuses the packets.',
    ],
    fix: 'Look at the address in the message. Compare the host with the service page: the public access has a host of its own.',
  },
  {
    id: 'local-socket',
    phase: 'settings',
    signs: [/connection to server on socket "|local MySQL server through socket/],
    cause: 'The client looked for a server on this machine: it has no host, or “localhost”.',
    fix: 'Give the client the host and port of the service page. A variable that isn’t set counts as empty.',
  },
  {
    id: 'no-brokers',
    phase: 'connect',
    order: 2,
    follows: ['tls-failed'],
    signs: [
      /NoBrokersAvailable|client has run out of available brokers|Failed to update metadata|Broker transport failure|all brokers down|\d+\/\d+ brokers are down/i,
      /Bootstrap broker \S+ \([^)\n]{0,60}\) disconnected|Timed out waiting for a node assignment/,
      /could not be established\. (?:Node|Broker) may not be available|UnrecognizedBrokerVersion|Unable to request metadata from|Unable to bootstrap from \[/,
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
    id: 'no-metadata',
    phase: 'connect',
    order: 2,
    signs: [/Topic \S+ not present in metadata after/],
    cause: 'The client learned nothing about this topic in time.',
    causes: [
      'The topic doesn’t exist, or the user has no permission to see it: look at the service’s topics and ACL.',
      'The client can’t use any broker: an earlier line says so.',
    ],
    fix: 'Compare the topic’s name, port and authentication method with the service page.',
  },
  {
    id: 'no-nodes',
    phase: 'connect',
    order: 2,
    follows: ['tls-failed'],
    signs: [
      /AllNodesFailedException|Could not reach any contact point|NoHostAvailable|NoNodeAvailable|ERR_NO_LIVING_CONNECTIONS|MaxRetriesPerRequestError/,
      /Communications link failure|not possible to connect to the redis server|PostgresConnectionException: \[08003\] Cannot connect to/,
    ],
    cause: 'The client couldn’t use any server it was given. This part of the message doesn’t say why.',
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
    id: 'plain-fallback',
    phase: 'without-tls',
    signs: [/Defaulting to non-encrypted connection/],
    cause: 'TLS failed, and the client went on without it: whoever listens reads what it sends.',
    fix: 'With deno-postgres, set tls.enforce to true, and tls.caCertificates to the text of ca.pem.',
  },
  {
    id: 'without-tls',
    phase: 'without-tls',
    // libpq tries again without TLS: then the first attempt tells.
    follows: [...FURTHER, ...FILES_OF_TLS],
    signs: [
      /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection)(?<!SSL SYSCALL error: [\s\S]{0,300})[^\n]{0,300}(?:no encryption|SSL off)/,
      /insecure transport are prohibited|ERROR 3159/i,
      /Disconnected while requesting ApiVersion|plaintext protocol was used|might be caused by incorrect security\.protocol|verify that security\.protocol is correctly configured/i,
      /Invalid receive \(size = \d+/,
      /OutOfMemoryError: Java heap space[\s\S]{0,2000}(?:kafka|NetworkReceive)|(?:kafka|NetworkReceive)[\s\S]{0,2000}OutOfMemoryError: Java heap space/i,
      /plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server/i,
      /SSL connection is required\b|Authentication requires secure connection|FATAL: +SSL required|connection is insecure \(try using `sslmode/,
      // 0x15 begins an alert of TLS, where the client waited for Redis' or ClickHouse's own protocol.
      /unexpected packet \[21\] from server|Unknown packet 21 from server/,
      // oxlint-disable-next-line no-control-regex
      /(?:Protocol error, got |Protocol Error: b|Got )["']\\?(?:x15|u0015)|Unknown reply: \u0015/i,
    ],
    cause: 'The client connected without TLS, and the server requires it.',
    fix: 'Turn TLS on, with the CA: sslmode=verify-full, ssl-mode=VERIFY_IDENTITY, security.protocol=SSL or SASL_SSL, rediss://, https://.',
  },
  {
    id: 'no-tls',
    phase: 'without-tls',
    signs: [
      /server[^\n]{0,80}does(?: not|n't) support (?:SSL|TLS|secure connections?)\b|SSL is required but the server doesn't support it/i,
      /SSL is not enabled on the server|server refused TLS connection|received invalid response to SSL negotiation|an error establishing an SSL connection|server gave HTTP response to HTTPS client/,
      /rejected SSL upgrade|Server refuses SSL|\bssl not available\b|No SSL enabled connection from this host|HANDSHAKE_NO_SSL_SUPPORT/i,
      /wrong version number|WRONG_VERSION_NUMBER|SERVER_HELLO:unknown protocol|packet length too long|PACKET_LENGTH_TOO_LONG|RECORD_TOO_LONG|UNKNOWN_PROTOCOL/,
      /first record does not look like a TLS handshake/,
      /Unsupported or unrecognized SSL message/,
      /plaintext connection\?|not an SSL\/TLS record|unexpected TLS packet was received|Cannot determine the frame size/i,
      /InvalidContentType|received corrupt message/,
    ],
    cause: 'The server doesn’t speak TLS on this port, or speaks another protocol first.',
    fix: 'Compare host and port with the service page: every component has its own port. PgBouncer, Kafka REST or a service with TLS off isn’t what the client expects.',
  },
]
