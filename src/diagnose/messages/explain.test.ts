import { describe, expect, it } from 'vitest'

import { explainErrors } from './explain.ts'
import { PASTED } from '../testing/pasted-messages.ts'
import { CATALOGUE } from './catalogue.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import samples from './samples.json' with { type: 'json' }

/** What else may be said of a failure: clients that don't say what is wrong. */
const ALSO: Record<string, readonly string[]> = {
  'no-ca': ['wrong-ca', 'no-root-file', 'untrusted', 'not-verified'],
  'wrong-ca': ['untrusted', 'not-verified'],
  'wrong-host': ['not-verified'],
  expired: ['not-verified'],
  'no-client-certificate': ['client-certificate', 'hung-up'],
  'no-tls': ['hung-up', 'without-tls', 'no-brokers'],
  refused: ['no-brokers'],
}

/** Messages read elsewhere, with where. */
const READ: [string, string, string][] = [
  [
    'read-timeout',
    'ClickHouse, JDBC',
    'com.clickhouse.client.ClickHouseException: Read timed out, server ClickHouseNode',
  ],
  ['read-timeout', 'Java', 'Caused by: java.net.SocketTimeoutException: Read timed out'],
  [
    'read-timeout',
    'ClickHouse',
    'Code: 209. DB::NetException: Timeout exceeded while reading from socket (SOCKET_TIMEOUT)',
  ],
  ['untrusted', 'Haskell', 'HandshakeFailed (Error_Protocol ("certificate has unknown CA",True,UnknownCa))'],
  ['wrong-host', 'OpenSSL', 'verify error:num=62:hostname mismatch'],
  ['tls-failed', 'Schannel', 'SEC_E_ILLEGAL_MESSAGE (0x80090326)'],
  ['tls-failed', 'librdkafka', 'Local: SSL error'],
  ['unclear-alert', 'GnuTLS', 'gnutls_handshake() failed: A TLS fatal alert has been received.'],
  ['not-verified', '.NET Framework', 'Could not establish trust relationship for the SSL/TLS secure channel.'],
  ['connection-limit', 'PostgreSQL', 'FATAL:  sorry, too many clients already'],
  ['connection-limit', 'PostgreSQL, roles', 'FATAL:  too many connections for role "app"'],
  ['connection-limit', 'MySQL', 'ERROR 1040 (HY000): Too many connections'],
  ['connection-limit', 'Valkey', '-ERR max number of clients reached'],
  ['connection-limit', 'PgBouncer', 'FATAL: no more connections allowed (max_client_conn)'],
  ['client-without-tls', 'Netty', 'NotSslRecordException: not an SSL/TLS record: 474554202f20485454502f312e310d0a'],
  ['no-tls', 'Netty, a client', 'NotSslRecordException: not an SSL/TLS record: 485454502f312e3120343030'],
  ['no-password', 'OpenSearch', '"reason":"missing authentication credentials for REST request [/]"'],
  ['bad-decrypt', 'Ruby', 'Neither PUB key nor PRIV key: bad decrypt'],
  ['pool-empty', 'sqlx', 'pool timed out while waiting for an open connection'],
  ['no-brokers', 'aiokafka', "KafkaConnectionError: Unable to bootstrap from [('h', 1, <AddressFamily.AF_UNSPEC: 0>)]"],
  ['jaas-syntax', 'Kafka', 'configuration sasl.jaas.config: JAAS config property does not contain any login modules'],
  [
    'without-tls',
    'PostgreSQL',
    'FATAL: pg_hba.conf rejects connection for host "10.0.0.1", user "u", database "d", no encryption',
  ],
  ['untrusted', 'psql 17', 'SSL error: self-signed certificate in certificate chain'],
  ['no-root-file', 'psql 15, run by hand', 'root certificate file "/home/me/.postgresql/root.crt" does not exist'],
  [
    'empty-trust-store',
    'keytool and Java 17, run by hand',
    'java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
  ],
  ['store-password', 'Java 17, run by hand', 'java.io.IOException: keystore password was incorrect'],
  ['client-refused', 'OpenSSL, read', 'SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca: SSL alert number 48'],
  ['client-refused', 'Go, crypto/tls read', 'remote error: tls: unknown certificate authority'],
  ['client-refused', 'Java, JSSE', 'javax.net.ssl.SSLHandshakeException: Received fatal alert: unknown_ca'],
  ['client-refused', 'rustls, read', 'received fatal alert: UnknownCA'],
  ['client-refused', 'Erlang ssl', 'TLS client: In state connection received SERVER ALERT: Fatal - Unknown CA'],
  [
    'untrusted',
    'Erlang ssl',
    'TLS client: In state wait_cert_cr at ssl_handshake.erl:2111 generated CLIENT ALERT: Fatal - Unknown CA',
  ],
  ['untrusted', 'rustls, read', 'invalid peer certificate: UnknownIssuer'],
  ['untrusted', '.NET', 'The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot'],
  ['untrusted', 'Schannel', 'SEC_E_UNTRUSTED_ROOT (0x80090325)'],
  [
    'untrusted',
    'Java, JSSE',
    '(certificate_unknown) PKIX path building failed: unable to find valid certification path to requested target',
  ],
  ['not-verified', '.NET', 'The remote certificate is invalid according to the validation procedure.'],
  ['tls-failed', 'Prisma', 'Error: P1011: Error opening a TLS connection'],
  ['wrong-host', 'Erlang ssl', 'CLIENT ALERT: Fatal - Handshake Failure {bad_cert,hostname_check_failed}'],
  ['wrong-host', 'rustls, read', 'invalid peer certificate: NotValidForName'],
  ['wrong-host', 'Java, JSSE', 'java.security.cert.CertificateException: No name matching h.example.com found'],
  [
    'wrong-host',
    'Go, crypto/x509 read',
    "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs",
  ],
  ['wrong-host', '.NET', 'The remote certificate was rejected: RemoteCertificateNameMismatch'],
  ['no-root-file', 'pgJDBC', 'Could not open SSL root certificate file /root/.postgresql/root.crt.'],
  [
    'without-tls',
    'PostgreSQL',
    'FATAL: no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", no encryption',
  ],
  [
    'without-tls',
    'MySQL',
    'ERROR 3159 (HY000): Connections using insecure transport are prohibited while --require_secure_transport=ON.',
  ],
  [
    'without-tls',
    'Kafka',
    'java.lang.OutOfMemoryError: Java heap space\n at org.apache.kafka.common.network.NetworkReceive.readFrom',
  ],
  [
    'without-tls',
    'librdkafka',
    'Disconnected while requesting ApiVersion: might be caused by incorrect security.protocol configuration',
  ],
  [
    'without-tls',
    'librdkafka 2',
    'Disconnected: verify that security.protocol is correctly configured, broker might require SASL authentication',
  ],
  ['no-pair', 'OpenSSL', 'x509 certificate routines:X509_check_private_key:key values mismatch'],
  ['bad-file', 'OpenSSL', 'error:0909006C:PEM routines:get_name:no start line'],
  ['bad-file', 'librdkafka', 'ssl.ca.location failed: No such file or directory'],
  ['store-format', 'Java', 'java.io.IOException: Invalid keystore format'],
  ['key-permissions', 'libpq', 'private key file "service.key" has group or world access'],
  [
    'sasl-mechanism',
    'Kafka',
    "Client SASL mechanism 'SCRAM-SHA-256' not enabled in the server, enabled mechanisms are [PLAIN]",
  ],
  ['login', 'PostgreSQL', 'FATAL:  password authentication failed for user "app"'],
  ['no-password', 'libpq', 'connection to server at "h", port 1 failed: fe_sendauth: no password supplied'],
  ['no-password', 'Redis', 'NOAUTH Authentication required.'],
  ['no-password', 'redis-py', 'redis.exceptions.AuthenticationError: Authentication required.'],
  [
    'no-nodes',
    'ioredis',
    'MaxRetriesPerRequestError: Reached the max retries per request limit (which is 20). Refer to "maxRetriesPerRequest" option for details.',
  ],
  [
    'mode-will-change',
    'node-postgres',
    "SECURITY WARNING: The SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'.",
  ],
  ['dns', 'Node.js', 'Error: getaddrinfo ENOTFOUND h.example.com'],
  ['timeout', 'Go', 'dial tcp 10.0.0.1:1: i/o timeout'],
  ['hung-up', 'Sarama', 'kafka: client has run out of brokers: unexpected EOF'],
  ['no-brokers', 'kafka-python', 'kafka.errors.NoBrokersAvailable: NoBrokersAvailable'],
  ['protocol-version', 'OpenSSL', 'tlsv1 alert protocol version'],
  ['not-yet-valid', 'Java', 'java.security.cert.CertificateNotYetValidException: NotBefore: x'],
  ['no-tls', 'asyncpg, read', 'ConnectionError: PostgreSQL server at "h:1" rejected SSL upgrade'],
  ['no-tls', 'pg8000, read', 'pg8000.exceptions.InterfaceError: Server refuses SSL'],
  ['no-tls', 'tokio-postgres, read', 'error performing TLS handshake: server does not support TLS'],
  ['no-tls', 'Postgrex, read', 'ssl not available (DBConnection.ConnectionError)'],
  [
    'no-tls',
    'Npgsql',
    'Npgsql.NpgsqlException (0x80004005): SSL connection requested. No SSL enabled connection from this host is configured.',
  ],
  ['no-tls', 'mysql 8', "ERROR 2026 (HY000): SSL connection error: SSL is required but the server doesn't support it"],
  ['no-tls', 'go-sql-driver, read', 'TLS requested but server does not support TLS'],
  ['no-tls', 'mysql2, read', 'Error: Server does not support secure connection HANDSHAKE_NO_SSL_SUPPORT'],
  [
    'wrong-host',
    'rustls 0.23',
    'invalid peer certificate: certificate not valid for name "h.example.com"; certificate is only valid for DnsName("other.example.com")',
  ],
  [
    'wrong-host',
    'PHP',
    "PDO::__construct(): Peer certificate CN=`other.example.com' did not match expected CN=`h.example.com'",
  ],
  [
    'expired',
    'rustls 0.23',
    'invalid peer certificate: certificate expired: verification time 1764441600 (UNIX), but certificate is not valid after 1764355200 (86400 seconds ago)',
  ],
  [
    'no-name-in-certificate',
    'Go, crypto/x509 read',
    'x509: certificate relies on legacy Common Name field, use SANs instead',
  ],
  ['weak-certificate', 'OpenSSL 3', '[SSL: CA_MD_TOO_WEAK] ca md too weak (_ssl.c:4065)'],
  ['weak-certificate', 'OpenSSL 3', 'error:0A00018F:SSL routines::ee key too small'],
  ['purpose', 'OpenSSL', 'certificate verify failed: unsuitable certificate purpose'],
  [
    'strict-rules',
    'Python 3.13',
    '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Missing Authority Key Identifier (_ssl.c:1028)',
  ],
  [
    'untrusted',
    'Java, Conscrypt',
    'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
  ],
  [
    'tls-failed',
    '.NET',
    'System.Security.Authentication.AuthenticationException: Authentication failed, see inner exception.',
  ],
  [
    'tls-failed',
    'Kafka, the log line alone',
    'Connection to node -1 (k.example.com/10.0.0.1:12693) failed authentication due to: SSL handshake failed (org.apache.kafka.clients.NetworkClient)',
  ],
  ['not-verified', 'Netty', 'javax.net.ssl.SSLHandshakeException: General OpenSslEngine problem'],
  ['hung-up', 'Java, JSSE', 'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake'],
  ['hung-up', 'Jedis, read', 'redis.clients.jedis.exceptions.JedisConnectionException: Unexpected end of stream.'],
  ['hung-up', 'redis-py, read', 'redis.exceptions.ConnectionError: Connection closed by server.'],
  ['hung-up', 'Node.js', 'Error: Client network socket disconnected before secure TLS connection was established'],
  ['unknown-name', 'OpenSSL, read', 'SSL routines:ssl3_read_bytes:tlsv1 unrecognized name'],
  [
    'no-nodes',
    'Java driver for Cassandra',
    'com.datastax.oss.driver.api.core.AllNodesFailedException: Could not reach any contact point',
  ],
  [
    'public-key-retrieval',
    'Connector/J',
    'java.sql.SQLNonTransientConnectionException: Public Key Retrieval is not allowed',
  ],
  [
    'pem-password',
    'Kafka, read',
    'InvalidConfigurationException: SSL trust store password cannot be specified for PEM format.',
  ],
  ['bad-file', 'Kafka, read', 'InvalidConfigurationException: No matching CERTIFICATE entries in PEM file'],
  ['bad-file', 'Python', 'ssl.SSLError: [X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4149)'],
  ['no-root-file', 'Python', "FileNotFoundError: [Errno 2] No such file or directory: 'ca.pem'"],
  ['no-root-file', 'Go', 'open ca.pem: no such file or directory'],
  ['java-stores', 'Spring Boot', 'Unable to create trust store: Could not load store from "x.p12"'],
  [
    'store-password',
    'Java',
    'java.security.UnrecoverableKeyException: Get Key failed: Given final block not properly padded.',
  ],
  ['login', 'librdkafka', 'SASL authentication error: SaslAuthenticateRequest failed: Local: Authentication failure'],
  [
    'channel-binding',
    'libpq',
    'channel binding is required, but server did not offer an authentication method that supports channel binding',
  ],
  [
    'not-authorized',
    'Kafka',
    'org.apache.kafka.common.errors.TopicAuthorizationException: Not authorized to access topics: [x]',
  ],
  ['unknown-setting', 'libpq', 'invalid sslmode value: "verify_full"'],
  ['unknown-setting', 'mysql', "mysql: [ERROR] unknown variable 'ssl-mode=REQUIRED'."],
  ['unknown-setting', 'librdkafka', 'No such configuration property: "ssl.truststore.location"'],
  ['unknown-setting', 'asyncpg', "TypeError: connect() got an unexpected keyword argument 'sslmode'"],
  ['handshake-failure', 'Go', 'remote error: tls: handshake failure'],
  ['handshake-failure', 'OpenSSL', 'SSL error: sslv3 alert handshake failure'],
  ['handshake-failure', 'Java, JSSE', 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure'],
  ['client-certificate', 'PostgreSQL', 'FATAL:  connection requires a valid client certificate'],
  [
    'not-yet-valid',
    'Go, crypto/x509 read',
    'x509: certificate has expired or is not yet valid: current time 2020-01-01T00:00:00Z is before 2026-01-01T00:00:00Z',
  ],
  [
    'expired',
    'Go, crypto/x509 read',
    'x509: certificate has expired or is not yet valid: current time 2026-11-30T00:00:00Z is after 2026-01-01T00:00:00Z',
  ],
  ['untrusted', 'curl with Schannel', 'schannel: CertGetCertificateChain trust error CERT_TRUST_IS_UNTRUSTED_ROOT'],
  ['untrusted', 'curl on macOS', 'curl: (60) SSL certificate problem: Invalid certificate chain'],
  [
    'revocation',
    'curl with Schannel',
    'schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012)',
  ],
  ['revocation', 'Windows, read', 'The revocation function was unable to check revocation for the certificate.'],
  [
    'revocation-offline',
    'curl with Schannel',
    'CRYPT_E_REVOCATION_OFFLINE (0x80092013) - The revocation function was unable to check revocation because the revocation server was offline.',
  ],
  ['dns', 'Kafka', 'ConfigException: No resolvable bootstrap urls given in bootstrap.servers'],
  ['refused', 'mysql 8', "ERROR 2003 (HY000): Can't connect to MySQL server on 'h.example.com:1' (111)"],
  ['timeout', 'mysql 8', "ERROR 2003 (HY000): Can't connect to MySQL server on 'h.example.com:1' (110)"],
  ['timeout', 'Prisma', "PrismaClientInitializationError: Can't reach database server at `h.example.com:1`"],
  ['timeout', 'mysql2, read', 'Error: Handshake inactivity timeout'],
  [
    'no-brokers',
    'Kafka',
    'Bootstrap broker h.example.com:1 (id: -1 rack: null) disconnected (org.apache.kafka.clients.NetworkClient)',
  ],
  ['no-brokers', 'Kafka', 'TimeoutException: Timed out waiting for a node assignment. Call: listTopics'],
  ['without-tls', 'redis-rb, read', String.raw`Redis::ProtocolError: Got '\x15' as initial reply byte.`],
  ['without-tls', 'redis-parser, read', String.raw`ReplyError: Protocol error, got "\u0015" as reply type byte.`],
  ['without-tls', 'redis-py', String.raw`InvalidResponse: Protocol Error: b'\x15\x03\x01\x00\x02\x02F'`],
  [
    'without-tls',
    'mysql 8',
    "ERROR 2061 (HY000): Authentication plugin 'caching_sha2_password' reported error: Authentication requires secure connection.",
  ],
  ['no-tls', 'lib/pq, read', 'pq: SSL is not enabled on the server'],
  ['hung-up', 'librdkafka, read', 'SSL handshake failed: Disconnected: connecting to a PLAINTEXT broker listener?'],
  ['hung-up', 'libpq', 'SSL SYSCALL error: EOF detected'],
  [
    'hung-up',
    'Kafka',
    'Connection to node -1 (h.example.com/10.0.0.1:1) terminated during authentication. This may happen due to any of the following reasons',
  ],
  ['legacy-renegotiation', 'OpenSSL 3', 'error:0A000152:SSL routines::unsafe legacy renegotiation disabled'],
  ['store-password', 'Java', 'java.security.UnrecoverableKeyException: Password verification failed'],
  ['no-store-file', 'Java', 'java.io.FileNotFoundException: /x/client.keystore.jks (No such file or directory)'],
  [
    'no-store-file',
    'Kafka',
    'Failed to load SSL keystore /x/a.p12 of type PKCS12\nCaused by: java.nio.file.NoSuchFileException: /x/a.p12',
  ],
  ['key-format', 'pgJDBC', 'org.postgresql.util.PSQLException: Could not read SSL key file /x/service.key.'],
  ['key-password', 'libpq', 'could not load private key file "service.key": bad decrypt'],
  ['bad-decrypt', 'Node.js', 'Error: error:1C800064:Provider routines::bad decrypt\n    at Decipheriv.final'],
  ['old-encryption', 'Node.js', 'error:0308010C:digital envelope routines::unsupported'],
  ['bad-file', 'mysql 8', 'ERROR 2026 (HY000): SSL connection error: SSL_CTX_set_default_verify_paths failed'],
  ['bad-file', 'Prisma', 'Error: P1011: Error opening a TLS connection: bad certificate format'],
  [
    'login',
    'kafkajs',
    'KafkaJSSASLAuthenticationError: SASL SCRAM SHA256 authentication failed: Authentication failed',
  ],
  ['no-password', 'node-postgres', 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'],
  ['no-password', 'Kafka', "Could not find a 'KafkaClient' entry in the JAAS configuration."],
  [
    'not-let-in',
    'PostgreSQL',
    'FATAL:  no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", SSL encryption',
  ],
  ['check-is-off', 'urllib3', 'InsecureRequestWarning: Unverified HTTPS request is being made to host'],
  [
    'check-is-off',
    'Postgrex',
    "setting ssl: true on your database connection offers only limited protection, as the server's certificate is not verified",
  ],
  [
    'no-ca-given',
    'Erlang ssl',
    'ssl connect: Options (or their values) can not be combined: [{verify,verify_peer},{cacerts,undefined}]',
  ],
  ['no-ca-given', 'HAProxy', "verify is enabled by default but no CA file specified. If you're running on a LAN"],
  ['no-tls-in-client', 'libpq', 'sslmode value "require" invalid when SSL support is not compiled in'],
  ['unreadable-address', 'Node.js', 'TypeError: Invalid URL'],
  ['unreadable-address', 'Go', 'parse "postgres://h": net/url: invalid userinfo'],
]

describe('explainErrors', () => {
  it.each([...samples, ...proofSamples])('$client $version: $failure', ({ failure, message }) => {
    const [first] = explainErrors(message)
    expect([failure, ...(ALSO[failure] ?? [])]).toContain(first?.id)
  })

  it.each([...READ, ...PASTED])('%s (%s)', (id, _, message) => {
    expect(explainErrors(message)[0]?.id).toBe(id)
  })

  it('every pattern has a message that some client printed', () => {
    const messages = [...samples.map(({ message }) => message), ...[...READ, ...PASTED].map(([, , message]) => message)]
    const unmatched = CATALOGUE.filter(({ signs }) => !messages.some((text) => signs.some((sign) => sign.test(text))))
    expect(unmatched.map(({ id }) => id)).toEqual([])
  })

  it.each([
    'Certificate: NotBefore: Mon Jan 01 2024, NotAfter: Fri Jan 01 2044',
    'ValueError: Cannot set verify_mode to CERT_NONE when check_hostname is enabled.',
    'SASL_PLAINTEXT is configured',
    'the server supports TLS, and the client too',
  ])('says nothing of trust, dates or names where a message names them only: %s', (text) => {
    expect(explainErrors(text).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['SSL error: tlsv1 alert unknown ca', ['client-refused']],
    ['remote error: tls: bad certificate', ['client-refused']],
    ['Received fatal alert: certificate_unknown', ['client-refused']],
  ])('an alert that was received is the other side’s refusal: %s', (text, ids) => {
    expect(explainErrors(text).map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    [
      'error:0308010C:digital envelope routines::unsupported\n    at new Hash\n    at Object.createHash',
      'old-encryption',
    ],
    ["Error: error:1C800064:Provider routines::bad decrypt { code: 'ERR_OSSL_BAD_DECRYPT' }", 'bad-decrypt'],
    ['SSL handshake failed: Disconnected: connecting to a PLAINTEXT broker listener?', 'hung-up'],
  ])('leaves the cause open where the message does: %s', (text, id) => {
    const found = explainErrors(text)
    expect(found.map((one) => one.id)).toEqual([id])
    expect(found[0]?.causes?.length).toBeGreaterThan(1)
  })

  it('asks whether a revocation server is there only where one is named', () => {
    const said = READ.filter(([id]) => id.startsWith('revocation')).map(([, , text]) =>
      explainErrors(text).map(({ id }) => id),
    )
    expect(said).toEqual([['revocation'], ['revocation'], ['revocation-offline']])
  })

  it('a missing file is no missing host', () => {
    expect(explainErrors("FileNotFoundError: [Errno 2] No such file: 'ca.pem'").map(({ id }) => id)).not.toContain(
      'dns',
    )
  })

  it('says nothing about what is no error', () => {
    expect(explainErrors('All is well. The weather is fine today.')).toEqual([])
    expect(explainErrors('')).toEqual([])
  })
})
