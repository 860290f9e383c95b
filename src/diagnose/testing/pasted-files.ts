/** Messages about files on the client's machine and about its settings: the right answer, and where it was read. */
import type { PASTED_TLS } from './pasted-tls.ts'

export const PASTED_FILES: typeof PASTED_TLS = [
  // Files.
  [
    'store-too-new',
    'Java 8',
    'IOException: Integrity check failed: java.security.NoSuchAlgorithmException: Algorithm HmacPBESHA256 not available',
  ],
  ['store-password', '.NET', 'CryptographicException: The specified network password is not correct.'],
  ['bad-file', 'PHP', 'PDO::__construct(): Unable to set private key file `ca.pem'],
  ['bad-file', '.NET', "ArgumentException: No PEM encoded data found. (Parameter 'pemData')"],
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
    'no-check-given',
    'Vert.x',
    'IllegalArgumentException: Host verification algorithm must be specified under verify-full sslmode',
  ],
  [
    'no-check-given',
    'Celery',
    'ValueError: A rediss:// URL must have parameter ssl_cert_reqs and this must be set to CERT_REQUIRED',
  ],
  ['no-ca-given', 'Vert.x', 'Trust options must be specified under verify-full or verify-ca sslmode'],
  ['no-ca-given', 'cqlsh', 'Validation is enabled; SSL transport factory requires a valid certfile to be specified.'],
  ['unknown-setting', 'go-sql-driver', 'invalid value / unknown config name: custom'],
  ['unreadable-address', 'libpq', 'psql: error: invalid integer value "pa" for connection option "port"'],
  ['unreadable-address', 'Prisma', 'the URL must start with the protocol `postgresql://` or `postgres://`.'],
  ['unreadable-address', 'Prisma', 'Error: Environment variable not found: DATABASE_URL.'],
  ['unreadable-address', 'SQLAlchemy', 'ArgumentError: Could not parse SQLAlchemy URL from given URL string'],
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
  [
    'jaas-syntax',
    'Kafka',
    'LoginException: No LoginModule found for org.apache.kafka.common.security.scram.ScramLoginModul',
  ],
  [
    'file-permission',
    'libpq',
    'could not load private key file "/home/me/.postgresql/postgresql.key": Permission denied',
  ],
  ['file-permission', 'Python', "PermissionError: [Errno 13] Permission denied: '/etc/ssl/ca.pem'"],
  ['file-permission', 'Node.js', "Error: EACCES: permission denied, open '/etc/ssl/service.key'"],
  ['file-permission', 'Java', 'java.io.FileNotFoundException: /etc/ssl/client.jks (Permission denied)'],
  ['file-permission', 'Go', 'open /etc/ssl/service.key: permission denied'],
  ['is-directory', 'Go', 'read /certs/ca.pem: is a directory'],
  ['is-directory', 'Python', "IsADirectoryError: [Errno 21] Is a directory: '/certs/ca.pem'"],
  ['is-directory', 'Java', 'java.io.FileNotFoundException: /certs/client.p12 (Is a directory)'],
  ['no-root-file', 'PHP', 'SSL: failed loading cafile stream: `ca.pem'],
  ['bad-file', 'PHP', 'Unable to set local cert chain file `service.cert'],
  ['bad-file', 'Python', 'ssl.SSLError: not enough data: cadata does not contain a certificate (_ssl.c:4022)'],
  ['bad-file', 'Python', 'ssl.SSLError: [ASN1: HEADER_TOO_LONG] header too long (_ssl.c:4022)'],
]
