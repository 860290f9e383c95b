/**
 * Messages as people paste them, shortened to what the program printed: the right answer, and where it was read. Those
 * of TLS itself are in pasted-tls.ts.
 */
import { PASTED_TLS } from './pasted-tls.ts'

export const PASTED: typeof PASTED_TLS = [
  ...PASTED_TLS,
  // Files.
  ['no-pair', 'libpq', 'certificate does not match private key file "service.key": key values'],
  ['no-store-file', 'libpq', 'certificate present, but not private key file "/home/me/.postgresql/postgresql.key"'],
  ['no-root-file', 'requests', 'OSError: Could not find a suitable TLS CA certificate bundle, invalid path: ca.pem'],
  [
    'no-root-file',
    'Python',
    '    context.load_verify_locations(cafile)\nFileNotFoundError: [Errno 2] No such file or directory',
  ],
  [
    'no-root-file',
    'Node.js',
    'Warning: Ignoring extra certs from `ca.pem`, load failed: error:02001002:system library:fopen:No such file or directory',
  ],
  ['bad-file', 'Node.js', 'Error: error:1E08010C:DECODER routines::unsupported'],
  ['bad-file', 'curl', "curl: (58) unable to set private key file: 'service.key' type PEM"],
  ['bad-file', 'keytool 17, run by hand', 'Keytool-Fehler: java.lang.Exception: Eingabe kein X.509-Zertifikat'],
  [
    'bad-file',
    'Spring Boot',
    "Error reading certificate or key from file 'service.key': Missing private key or unrecognized format",
  ],
  ['store-password', 'keytool 17, run by hand', 'Keytool-Fehler: java.io.IOException: keystore password was incorrect'],
  ['store-password', 'Java 8', 'java.io.IOException: Keystore was tampered with, or password was incorrect'],
  ['key-password', 'Java', 'java.security.UnrecoverableKeyException: Cannot recover key'],
  [
    'pkcs1-key',
    'Java 17, run by hand',
    'InvalidKeySpecException: java.security.InvalidKeyException: IOException : algid parse error, not a sequence',
  ],
  [
    'java-stores',
    'Java 17, run by hand',
    'NoSuchAlgorithmException: Error constructing implementation (algorithm: Default, provider: SunJSSE)\nCaused by: java.security.KeyManagementException: problem accessing trust store',
  ],
  // Settings.
  [
    'jaas-syntax',
    'Kafka, read',
    'java.lang.IllegalArgumentException: Login module control flag not specified in JAAS config',
  ],
  ['jaas-syntax', 'Kafka, read', 'java.lang.IllegalArgumentException: JAAS config entry not terminated by semi-colon'],
  [
    'no-tls-in-client',
    'librdkafka',
    'Unsupported value "ssl" for configuration property "security.protocol": OpenSSL not available at build time',
  ],
  ['check-is-off', 'Erlang ssl', "Description: 'Authenticity is not established by certificate path validation'"],
  [
    'local-socket',
    'psql 15',
    'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed: No such file or directory',
  ],
  [
    'local-socket',
    'mysql 8',
    "ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/tmp/mysql.sock' (2)",
  ],
  // Before TLS, and without it.
  ['dns', 'curl', 'curl: (6) Could not resolve host: h.example.com'],
  ['dns', 'Go', 'dial tcp: lookup h.example.com on 10.0.0.10:53: server misbehaving'],
  ['dns', 'librdkafka', "Failed to resolve 'h.example.com:1': Name or service not known"],
  [
    'refused',
    'pgJDBC',
    'PSQLException: Connection to h.example.com:1 refused. Check that the hostname and port are correct',
  ],
  ['refused', 'Windows', 'No connection could be made because the target machine actively refused it.'],
  ['timeout', 'kafkajs', '"message":"[Connection] Connection timeout","broker":"h.example.com:1"'],
  ['timeout', 'Go', 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'],
  ['timeout', 'Windows', 'the connected party did not properly respond after a period of time'],
  ['unreachable', 'Go', 'dial tcp [2001:db8::1]:1: connect: network is unreachable'],
  ['unreachable', 'Node.js', 'Error: connect EHOSTUNREACH 10.0.0.1:1'],
  ['without-tls', 'PgBouncer', 'FATAL: SSL required'],
  ['no-tls', 'pgx', 'failed to connect: tls error (server refused TLS connection)'],
  ['no-tls', 'Go', 'http: server gave HTTP response to HTTPS client'],
  [
    'no-tls',
    'Node.js',
    "error:0A0000C6:SSL routines:tls_get_more_records:packet length too long: { code: 'ERR_SSL_PACKET_LENGTH_TOO_LONG' }",
  ],
  ['no-tls', 'Python', '[SSL: UNKNOWN_PROTOCOL] unknown protocol (_ssl.c:1076)'],
  ['no-tls', 'NSS', 'SSL_ERROR_RX_RECORD_TOO_LONG'],
  ['no-tls', 'GnuTLS', 'gnutls_handshake() failed: An unexpected TLS packet was received.'],
  ['no-tls', '.NET', 'System.IO.IOException: Cannot determine the frame size or a corrupted frame was received.'],
  ['plain-fallback', 'deno-postgres, read', 'TLS connection failed\nDefaulting to non-encrypted connection'],
  [
    'other-protocol',
    'ClickHouse, read',
    'Code: 102. DB::NetException: Unexpected packet from server h:9440 (expected Hello or Exception, got Unknown packet)',
  ],
  // Connections that ended.
  ['hung-up', '.NET', 'Authentication failed because the remote party has closed the transport stream.'],
  ['hung-up', 'GnuTLS', 'gnutls_handshake() failed: The TLS connection was non-properly terminated.'],
  ['hung-up', 'rustls', 'peer closed connection without sending TLS close_notify'],
  ['hung-up', 'curl', 'curl: (52) Empty reply from server'],
  [
    'hung-up',
    'mysql 8',
    "ERROR 2013 (HY000): Lost connection to MySQL server at 'reading initial communication packet', system error: 0",
  ],
  [
    'hung-up',
    'franz-go, read',
    'broker closed the connection immediately after a dial, which happens if the client is using TLS when the broker is not expecting it',
  ],
  ['hung-up', 'aiokafka', 'KafkaConnectionError: Connection at h.example.com:1 closed'],
  ['hung-up', 'Lettuce', 'RedisConnectionException: Connection closed prematurely'],
  [
    'dropped',
    'libpq',
    'server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally',
  ],
  ['dropped', 'libpq', 'SSL connection has been closed unexpectedly'],
  ['dropped', 'Prisma', "Server has closed the connection.\n  code: 'P1017'"],
  ['bad-record', 'libpq', 'SSL error: decryption failed or bad record mac'],
  [
    'no-brokers',
    'Kafka',
    'Connection to node -1 (h/10.0.0.1:1) could not be established. Broker may not be available.',
  ],
  ['no-brokers', 'kafka-python', 'kafka.errors.UnrecognizedBrokerVersion: UnrecognizedBrokerVersion'],
  ['no-metadata', 'Kafka', 'TimeoutException: Topic orders not present in metadata after 60000 ms.'],
  [
    'no-nodes',
    'StackExchange.Redis',
    'It was not possible to connect to the redis server(s). There was an authentication failure',
  ],
  ['no-nodes', 'Connector/J', 'CommunicationsException: Communications link failure'],
  // The login.
  [
    'login',
    'ClickHouse',
    'Code: 516. DB::Exception: u: Authentication failed: password is incorrect, or there is no user with such name.',
  ],
  ['login', 'Prisma', 'P1000: Authentication failed against database server at `h`'],
  [
    'login',
    'Cassandra',
    "NoHostAvailable: ('Unable to connect to any servers', {'10.0.0.1:1': AuthenticationFailed('Bad credentials: Provided username u and/or password are incorrect')})",
  ],
  ['login', 'InfluxDB', '{"error":"authorization failed"}'],
  ['login', 'opensearch-py', "AuthenticationException(401, 'Unauthorized')"],
  ['login', 'Schema Registry', 'RestClientException: Unauthorized; error code: 401'],
  ['login', 'mysql 8', "ERROR 1045 (28000): Access denied for user 'u'@'10.0.0.1' (using password: YES)"],
  ['no-password', 'mysql 8', "ERROR 1045 (28000): Access denied for user 'u'@'10.0.0.1' (using password: NO)"],
  ['no-password', 'Npgsql', 'No password has been provided but the backend requires one'],
  ['not-authorized', 'mysql 8', "ERROR 1044 (42000): Access denied for user 'u'@'%' to database 'd'"],
  ['not-authorized', 'Prisma', 'P1010: User `u` was denied access on the database `d`'],
  [
    'not-authorized',
    'OpenSearch',
    'security_exception: [security_exception] Reason: no permissions for [indices:data/write/bulk]',
  ],
  ['no-database', 'PostgreSQL', 'FATAL:  database "d" does not exist'],
  ['no-database', 'PgBouncer', 'FATAL: no such database: pool'],
  ['no-database', 'MySQL', "ERROR 1049 (42000): Unknown database 'd'"],
  [
    'no-sasl',
    'Kafka’s log',
    'Failed authentication with /10.0.0.1 (Unexpected Kafka request of type METADATA during SASL handshake.)',
  ],
  [
    'sasl-elsewhere',
    'Kafka',
    'IllegalSaslStateException: Unexpected handshake request with client mechanism PLAIN, enabled mechanisms are []',
  ],
  ['auth-plugin', 'libpq', 'authentication method 10 not supported'],
  [
    'auth-plugin',
    'mysql',
    "ERROR 2059 (HY000): Authentication plugin 'caching_sha2_password' cannot be loaded: image not found",
  ],
  [
    'auth-plugin',
    'PyMySQL',
    "'cryptography' package is required for sha256_password or caching_sha2_password auth methods",
  ],
]
