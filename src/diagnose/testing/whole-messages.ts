/** Texts with several messages, and texts about other things. */
const HOST = '10.0.0.1'
const noEntry = (how: string) => `FATAL: no pg_hba.conf entry for host "${HOST}", user "u", database "d", ${how}`

const LOGIN =
  'psql: error: connection to server at "h.example.com" (1.2.3.4), port 1 failed: FATAL:  password authentication failed for user "avnadmin"'

/** What may be said of a whole text, no less and no more: none where nothing is known. */
export const WHOLE: readonly (readonly [text: string, ...ids: string[]])[] = [
  // libpq tries without TLS after it failed with it.
  [`failed: FATAL: password authentication failed for user "u"\nfailed: ${noEntry('no encryption')}`, 'login'],
  [`failed: ${noEntry('SSL encryption')}\nfailed: ${noEntry('no encryption')}`, 'not-let-in'],
  [`failed: SSL error: certificate verify failed\nfailed: ${noEntry('no encryption')}`, 'not-verified'],
  [`failed: SSL error: tlsv1 alert unknown ca\nfailed: ${noEntry('no encryption')}`, 'client-refused'],
  [`failed: SSL error: sslv3 alert handshake failure\nfailed: ${noEntry('no encryption')}`, 'handshake-failure'],
  [`failed: SSL error: no shared cipher\nfailed: ${noEntry('no encryption')}`, 'no-cipher'],
  [`failed: SSL SYSCALL error: EOF detected\nfailed: ${noEntry('no encryption')}`, 'hung-up'],
  [`failed: could not load private key file "k": key values mismatch\nfailed: ${noEntry('no encryption')}`, 'no-pair'],
  [noEntry('no encryption'), 'without-tls'],
  // A server's log beside what tells more.
  [
    'app | pq: password authentication failed for user "u"\ndb  | LOG:  unexpected EOF on client connection with an open transaction',
    'login',
  ],
  [
    'LOG:  could not receive data from client: Connection reset by peer\nFATAL:  password authentication failed for user "u"',
    'login',
  ],
  [
    'app | x509: certificate signed by unknown authority\ndb  | LOG:  could not accept SSL connection: sslv3 alert bad certificate',
    'untrusted',
  ],
  [
    'db  | 2026-01-01 10:00:00.000 UTC [1] LOG:  could not accept SSL connection: EOF detected\napp | x509: certificate signed by unknown authority',
    'untrusted',
  ],
  [
    'app | certificate verify failed\ndb  | LOG:  could not accept SSL connection: tlsv1 alert unknown ca',
    'not-verified',
    'client-distrusts',
  ],
  [
    'LOG:  could not accept SSL connection: certificate verify failed\n2026-01-01 10:00:00 UTC [1] DETAIL:  Client certificate verification failed at depth 0: unable to get local issuer certificate.',
    'server-distrusts',
  ],
  [
    '[SocketServer brokerId=0] Failed authentication with /10.0.0.1 (SSL handshake failed)\njavax.net.ssl.SSLHandshakeException: PKIX path building failed\n\tat sun.security.ssl.Alert.createSSLException(Alert.java:1)\nCaused by: PKIX path building failed: unable to find valid certification path',
    'server-distrusts',
  ],
  // Several addresses of one host, and attempts before the server was up.
  [
    'connection to server at "h" (2001:db8::1), port 1 failed: Network is unreachable\nconnection to server at "h" (10.0.0.1), port 1 failed: FATAL: password authentication failed for user "u"',
    'login',
  ],
  ['connect ECONNREFUSED ::1:1\nError: sslv3 alert handshake failure', 'handshake-failure'],
  ['connect ECONNREFUSED ::1:1\nError: self-signed certificate in certificate chain', 'untrusted'],
  [
    'terminated during authentication. This may happen due to any of the following reasons: (1) Authentication failed due to invalid credentials with brokers older than 1.0.0, (2) Firewall blocking Kafka TLS traffic (eg it may only allow HTTPS traffic), (3) Transient network issue.',
    'hung-up',
  ],
  // The reason stands below the line that has none.
  [
    'failed authentication due to: SSL handshake failed\nCaused by: Received fatal alert: handshake_failure',
    'handshake-failure',
  ],
  [
    'Exception while performing SSL handshake\nThe remote certificate was rejected by the provided callback.',
    'not-verified',
  ],
  ['Communications link failure\nCaused by: java.net.ConnectException: Connection refused', 'refused'],
  [
    'PKIX path validation failed: validity check failed\nCaused by: CertificateExpiredException: NotAfter: x',
    'expired',
  ],
  ['certificate verify failed\nread ECONNRESET', 'not-verified'],
  ['PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed', 'dates'],
  ['Lost connection to MySQL server during query ([Errno 104] Connection reset by peer)', 'dropped'],
  ['AllNodesFailedException: Could not reach any contact point: SSLHandshakeException: General failure', 'tls-failed'],
  // About other things.
  ['Server=db;SslMode=VerifyFull;Connection Timeout=30'],
  ['max_connect_timeout = 5\n# Connection timeout\nENV CONNECT_TIMEOUT 30'],
  ['redis.Options{PoolTimeout: time.Minute, ConnectTimeout: time.Second}'],
  ['HTTP1001: x'],
  ['# if it fails: connection timeout\nexcept httpx.ConnectTimeout:\n  pass'],
  ['ERROR 1158 (08S01): Got an error reading communication packets'],
  ['java.io.EOFException: Unexpected end of ZLIB input stream'],
  ['java.lang.OutOfMemoryError: Java heap space\n\tat java.util.Arrays.copyOf(Arrays.java:1)'],
  ["FileNotFoundError: [Errno 2] No such file or directory: '.env'"],
  ['Our bank refused the connection of the two accounts. The certificate expires on 3 May.'],
  ['Failed to resolve import "pg" from "src/db.ts". Does the file exist?'],
  ['npm ERR! ERESOLVE unable to resolve dependency tree'],
  ['The password was incorrect. Try again to unlock the workbook.'],
  ['Your session token has expired, please log in again'],
  ['FATAL: remaining connection slots are reserved for roles with the SUPERUSER attribute', 'connection-limit'],
  ['ERROR: canceling statement due to statement timeout'],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'"],
  ['SSL connection (protocol: TLSv1.3, cipher: TLS_AES_256_GCM_SHA384, compression: off)'],
  // A warning beside what tells more.
  ["These configurations '[ssl.x]' were supplied but are not used yet.\nPKIX path building failed", 'untrusted'],
  // Package registries, code hosts, other programs: no service of Aiven is asked.
  [
    'npm ERR! network request to https://registry.npmjs.org/pg failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org',
  ],
  ["fatal: unable to access 'https://github.com/a/b.git/': SSL certificate problem: self-signed certificate"],
  ['Error response from daemon: Get "https://registry-1.docker.io/v2/": x509: certificate signed by unknown authority'],
  ['dial tcp: lookup ghcr.io on 10.0.0.10:53: no such host'],
  ['curl: (6) Could not resolve host: github.com'],
  ['Could not transfer artifact x from central (https://repo.maven.apache.org/maven2): PKIX path building failed'],
  ['go: a/b@v1.0.0: Get "https://proxy.golang.org/a/b": dial tcp: i/o timeout'],
  ['E: Failed to fetch http://archive.ubuntu.com/a.deb  Connection timed out [IP: 10.0.0.1 80]'],
  [
    "Retrying (Retry(total=4)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))': /simple/a/",
  ],
  // It is asked for before the next line begins, which is a message of its own.
  [`Get:5 http://deb.debian.org/debian bookworm/main amd64 libpq5 amd64 15.6-0+deb12u1 [189 kB]\n${LOGIN}`, 'login'],
  [
    `Get:5 http://deb.debian.org/debian bookworm/main amd64 libpq5 amd64 15.6-0 [189 kB]\n${LOGIN.replace('psql: error: ', '')}`,
    'login',
  ],
  [
    `npm ERR! A complete log of this run can be found in: /root/.npm/_logs/2024-05-01T10_00_00_000Z-debug-0.log\n${LOGIN}`,
    'login',
  ],
  [`${LOGIN}\nnpm error code 1`, 'login'],
  [`ERROR: ${LOGIN} (see https://wiki.debian.org/PostgreSql)`, 'login'],
  ['npm error request to https://registry.npmjs.org/pg failed, reason:\nself-signed certificate in certificate chain'],
  // urllib3 is in other clients than pip too.
  [
    "WARNING:urllib3.connectionpool:Retrying (Retry(total=2)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))': /subjects/orders-value/versions",
    'untrusted',
  ],
  [
    "Retrying (Retry(total=2)) after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))': /simple/_search",
    'untrusted',
  ],
  ['Could not GET /_cluster/health: connect ECONNREFUSED 10.0.0.1:20984', 'refused'],
  ['2024/05/01 Unable to connect to the server: dial tcp 10.0.0.1:20984: i/o timeout', 'timeout'],
  ['Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout'],
  ['psql: error: connection to server at "h.example.com" (10.0.0.1), port 22 failed: Connection refused', 'refused'],
  ['kex_exchange_identification: Connection closed by remote host\nConnection closed by 10.0.0.5 port 22'],
  ['ssh: connect to host h.example.com port 22: Connection timed out'],
  ['MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017'],
  ['Unable to connect to the server: x509: certificate is valid for kubernetes, not localhost'],
  ['upstream connect error or disconnect/reset before headers. reset reason: connection timeout'],
  [
    `npm ERR! request to https://registry.npmjs.org/pg failed, reason: getaddrinfo ENOTFOUND x\n${noEntry('no encryption')}`,
    'without-tls',
  ],
  // Modules' paths and links to help name such sites too.
  ['{"error":"x509: certificate signed by unknown authority","stacktrace":"github.com/a/b/main.go:1"}', 'untrusted'],
  ['P1001: x. See https://github.com/prisma/prisma/issues/1', 'timeout'],
  ["npm ERR! Error: P1001: Can't reach database server at `pg.aivencloud.com:1`", 'timeout'],
  ['error An unexpected error occurred: "https://registry.yarnpkg.com/pg: self signed certificate".'],
  ['error: RPC failed; curl 56 GnuTLS recv error (-54): Error in the pull function.'],
  ['fatal: unable to connect to github.com:\ngithub.com[0: 10.0.0.1]: errno=Connection timed out'],
]
