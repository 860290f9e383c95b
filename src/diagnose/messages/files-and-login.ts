/** Files on the client's machine, and what comes after TLS: the login. */
import type { Message } from './message.ts'

export const FILES_AND_LOGIN: readonly Message[] = [
  {
    id: 'empty-trust-store',
    phase: 'local-file',
    signs: [/the trustAnchors parameter must be non-empty/],
    cause:
      'Java opened the trust store and sees no certificate in it: the file is empty, or a PKCS#12 store without the mark of trust.',
    fix: 'Make the trust store with keytool -importcert, or with Key stores on the service page. Check the store here to see what is in it.',
  },
  {
    id: 'store-password',
    phase: 'local-file',
    signs: [
      /password was incorrect|Password verification failed|mac verify (?:failure|error)/i,
      /Get Key failed: Given final block not properly padded/,
    ],
    cause:
      'The password does not open the key store; older Javas say the same of a PKCS#12 store whose encryption they do not know.',
    fix: 'Check the store here with the same password. If it opens, the Java is too old for it: 8u301 and 11.0.12 are the first that know today’s PKCS#12.',
  },
  {
    id: 'store-format',
    phase: 'local-file',
    signs: [
      /Invalid keystore format|Unrecognized keystore format|toDerInputStream rejects tag type|DerInputStream\.getLength/,
      /Could not load store from/,
    ],
    cause: 'The file isn’t a key store of the type that the client was told, or it is damaged.',
    fix: 'Check the file here: it says what it is. Then name that type: ssl.truststore.type=PEM, PKCS12 or JKS.',
  },
  {
    id: 'no-store-file',
    phase: 'local-file',
    signs: [
      /(?:FileNotFoundException|NoSuchFileException)[^\n]{0,200}\.(?:jks|p12|pfx|keystore|truststore)\b/,
      /open [^\n:]{1,200}\.(?:key|pfx|p12|jks): (?:no such file|The system cannot find)|ENOENT[^\n]{0,200}\.(?:key|pfx|p12|jks)\b/,
    ],
    cause: 'The client is told of a key store, a trust store or a key, and finds no such file.',
    fix: 'Give its whole path, as the program sees it: inside a container that is the path in there. A ~ is expanded by shells alone.',
  },
  {
    id: 'key-format',
    phase: 'local-file',
    signs: [
      /Could not read SSL key file|Could not decrypt SSL key file|Could not load the private key[^\n]{0,80}PKCS-?8/,
    ],
    cause:
      'pgJDBC can’t read the private key: it takes PKCS#8 in DER (.pk8) or PKCS#12, and PEM in newer versions alone.',
    fix: 'Check the key here: the page says in which form it is. openssl pkcs8 -topk8 -nocrypt -outform DER makes the file that pgJDBC reads.',
  },
  {
    id: 'key-password',
    phase: 'local-file',
    signs: [/private key[^\n]{0,200}\bbad[ _]decrypt\b/i],
    cause: 'The password does not open the private key.',
    fix: 'Check the key here with the same password. The access keys of Aiven have none: this is a key of your own, or one that a tool encrypted.',
  },
  {
    id: 'bad-decrypt',
    phase: 'local-file',
    weak: true,
    signs: [/\bBAD_DECRYPT\b|routines[^\n]{0,60}:bad decrypt/],
    cause:
      'Something that is encrypted can’t be opened with the password or key that was given. The message doesn’t say what.',
    causes: [
      'The private key: its password is another one.',
      'Data of the program itself: a call such as Decipheriv below the message says so. TLS has no part in that.',
    ],
    fix: 'If the client was given a key, check it here with the same password. Else look at the lines below the message for what was opened.',
  },
  {
    id: 'old-encryption',
    phase: 'local-file',
    weak: true,
    signs: [/digital envelope routines:[^\n]{0,60}unsupported|ERR_OSSL_EVP_UNSUPPORTED/],
    cause:
      'The program asked OpenSSL for a way of encryption or a hash that it doesn’t offer: OpenSSL 3 has switched old ones off.',
    causes: [
      'A key store or key is encrypted in an old way: check the file here. It says how it is encrypted, and how to write it anew.',
      'A build tool makes an old hash: createHash in the lines below says so. TLS has no part in that: update the tool.',
    ],
    fix: 'Look at the lines below the message: they name the call that failed.',
  },
  {
    id: 'no-root-file',
    phase: 'local-file',
    signs: [
      /root certificate file "[^"]*" does not exist/,
      /could not read root certificate file|Could not open SSL root certificate file/,
      /error setting certificate (?:verify locations|file)/,
      /SSL_CTX_set_default_verify_paths failed/,
      /\bopen [^\n:]{1,200}\.(?:pem|crt|cert|cer): (?:no such file|The system cannot find)/,
      /ENOENT[^\n]{0,200}\.(?:pem|crt|cert|cer)\b|FileNotFoundException[^\n]{0,200}\.(?:pem|crt)\b|No such file or directory[^\n]{0,200}\.(?:pem|crt|cert)\b/,
    ],
    cause: 'The client is told to verify the server, and does not find the file with the CA.',
    fix: 'Save the CA certificate from the service page, and give its whole path (sslrootcert, --cacert, ssl.ca.location).',
  },
  {
    id: 'bad-file',
    phase: 'local-file',
    signs: [
      /PEM routines[^\n]{0,80}(?:no start line|bad base64 decode|bad end line)|PEM_R_NO_START_LINE|\bno start line\b/i,
      /ssl\.(?:ca|certificate|key)\.location failed/,
      /NO_CERTIFICATE_OR_CRL_FOUND|no certificate or crl found|\[SSL\] PEM lib|No matching (?:CERTIFICATE|PRIVATE KEY) entries in PEM/,
      /Error opening a TLS connection: bad certificate format|failed to find any PEM (?:data|certificate)|No supported private key|Could not parse certificate|InvalidPem|NoCertificateFound/i,
    ],
    cause: 'The client opened the file, and found no certificate or key in it that it can read.',
    causes: [
      'The file is empty, or holds something else: a web page, a path, a value in base64.',
      'Its lines were changed on the way: line ends written as \\n, spaces before them, a missing first or last line.',
      'Certificate and key are swapped.',
    ],
    fix: 'Check the file here: it says what is in it, and offers it repaired.',
  },
  {
    id: 'key-permissions',
    phase: 'local-file',
    signs: [/has group or world access|permissions should be u=rw \(0600\)/],
    cause: 'libpq refuses a private key that others may read.',
    fix: 'chmod 0600 service.key',
  },
  {
    id: 'pem-password',
    phase: 'local-file',
    signs: [/SSL (?:trust|key) store password cannot be specified (?:for|with) PEM format/],
    cause: 'Kafka’s client takes no password of a store beside PEM.',
    fix: 'Take ssl.truststore.password and ssl.keystore.password out. A key that is encrypted has ssl.key.password.',
  },
  {
    id: 'channel-binding',
    phase: 'login-mechanism',
    signs: [/channel binding (?:is )?required/],
    cause: 'The client insists on channel binding, which ties the login to the TLS connection.',
    causes: [
      'The connection has no TLS.',
      'A connection pool, such as PgBouncer, answered: it ends TLS itself and doesn’t offer it.',
    ],
    fix: 'With sslmode=verify-full and sslrootcert the server is verified without it: take channel_binding=require out for a pool.',
  },
  {
    id: 'sasl-mechanism',
    phase: 'login-mechanism',
    signs: [
      /Client SASL mechanism '[^']*' not enabled in the server/,
      /UNSUPPORTED_SASL_MECHANISM|UnsupportedSaslMechanism|Unsupported SASL mechanism/i,
      /SASL mechanism[^\n]{0,60}not (?:enabled|supported)/i,
    ],
    cause: 'TLS has worked. The server does not have this SASL mechanism switched on.',
    fix: 'Use a mechanism that the message lists as enabled, or that the service’s settings (kafka_sasl_mechanisms) switch on.',
  },
  {
    id: 'login',
    phase: 'login',
    signs: [
      /password authentication failed for user|\b28P01\b|Access denied for user/,
      /SASL (?:[A-Z][A-Z0-9-]*(?: [A-Z0-9]+)? )?authentication failed|SaslAuthenticationException|SASL_AUTHENTICATION_FAILED/i,
      /SaslAuthenticateRequest failed|SASL authentication error|ERR invalid password/i,
      /\bWRONGPASS\b|invalid username-password pair/i,
    ],
    cause: 'TLS has worked. The server refuses this user name or password.',
    fix: 'Copy user and password from the service page again. A password with “#”, “/”, “?” or “@” has to be written %23, %2F, %3F, %40 in a URI.',
  },
  {
    id: 'no-password',
    phase: 'login',
    signs: [
      /no password supplied|no password (?:is|was) provided|\bNOAUTH\b|client password must be a string/i,
      /Could not find a 'KafkaClient' entry in the JAAS configuration/,
    ],
    cause: 'The server asks for a password, and the client was given none.',
    fix: 'Copy the password from the service page, and check where this client takes it from: a variable that isn’t set is given as nothing.',
  },
  {
    id: 'not-let-in',
    phase: 'login',
    signs: [/no pg_hba\.conf entry[^\n]{0,300}(?:SSL encryption|GSS encryption|SSL on)/],
    cause: 'The connection is encrypted. The server takes no login of this user to this database from this address.',
    fix: 'Compare user and database with the service page, and look whether the allowed IP addresses let this machine in.',
  },
  {
    id: 'not-authorized',
    phase: 'login',
    signs: [
      /(?:TOPIC|GROUP|CLUSTER|TRANSACTIONAL_ID)_AUTHORIZATION_FAILED|(?:Topic|Group|Cluster|TransactionalId)AuthorizationException/,
      /\bNOPERM\b|(?:Topic|Group|Cluster) authorization failed/i,
    ],
    cause: 'TLS and login have worked. This user has no right to do that.',
    fix: 'Give the user the right: an ACL entry for Kafka, the user’s access control for Valkey and Redis.',
  },
]
