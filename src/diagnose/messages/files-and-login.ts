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
    signs: [/keystore password was incorrect|password was incorrect/i, /mac verify (?:failure|error)/i],
    cause:
      'The password does not open the key store; older Javas say the same of a PKCS#12 store whose encryption they do not know.',
    fix: 'Check the store here with the same password. If it opens, the Java is too old for it: 8u301 and 11.0.12 are the first that know today’s PKCS#12.',
  },
  {
    id: 'store-format',
    phase: 'local-file',
    signs: [
      /Invalid keystore format|Unrecognized keystore format|toDerInputStream rejects tag type|DerInputStream\.getLength/,
    ],
    cause: 'The file is no key store of the type that the client was told, or is damaged.',
    fix: 'Check the file here: it says what it is. Then name that type: ssl.truststore.type=PEM, PKCS12 or JKS.',
  },
  {
    id: 'no-root-file',
    phase: 'local-file',
    signs: [
      /root certificate file "[^"]*" does not exist/,
      /could not read root certificate file|Could not open SSL root certificate file/,
      /error setting certificate (?:verify locations|file)/,
      /ENOENT[^\n]{0,200}\.(?:pem|crt|cert|cer)\b|FileNotFoundException[^\n]{0,200}\.(?:pem|crt|jks|p12)|No such file or directory[^\n]{0,200}\.(?:pem|crt|cert)\b/,
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
      /failed to find any PEM (?:data|certificate)|No supported private key|Could not parse certificate|InvalidPem|NoCertificateFound/i,
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
      /SASL authentication failed|SaslAuthenticationException|SASL_AUTHENTICATION_FAILED/i,
      /\bWRONGPASS\b|\bNOAUTH\b|invalid username-password pair/i,
    ],
    cause: 'TLS has worked. The server refuses this user name or password.',
    fix: 'Copy user and password from the service page again. A password with “#”, “/”, “?” or “@” has to be written %23, %2F, %3F, %40 in a URI.',
  },
]
