/** Alerts that were received, which are the other side's refusal, and handshakes that failed for no told reason. */
import type { Message } from './message.ts'
import { received } from './received.ts'

/**
 * Beginnings of what PostgreSQL, Kafka, ClickHouse, Valkey, OpenSearch, Cassandra, Go and nginx log of a client that
 * connected, and the rest of it, which Java has in the next line. To its upstream, nginx is itself a client.
 */
const serverSays = (...what: readonly RegExp[]) =>
  new RegExp(
    String.raw`(?:could not accept SSL connection|\[SocketServer [^\n]{1,300}SSL handshake failed|ServerErrorHandler|Error accepting a client connection|TLS handshake error from|Exception during establishing a SSL connection|[Ee]xception (?:during request; channel|in client networking)|SSL_do_handshake\(\) failed(?=[^\n]{0,300} while\sSSL handshaking,))[^\n]{0,300}(?:\n(?:[^\n|]{0,60}\| ?)?(?:javax|io\.netty)\.[^\n]{0,200})?(?:${what.map(({ source }) => source).join('|')})`,
    'i',
  )

export const ALERTS: readonly Message[] = [
  {
    id: 'client-distrusts',
    phase: 'server-certificate',
    order: 1,
    isLog: true,
    signs: [
      serverSays(...received(42, 45, 46, 48)),
      /received CLIENT ALERT: Fatal - (?:Bad Certificate|Certificate (?:Expired|Unknown)|Unknown CA)\b/i,
    ],
    cause: 'This is a server’s log: a client that connected rejects the server’s certificate.',
    causes: [
      'That client has no CA file, another project’s, or one that has been replaced.',
      'It connects by another name than the certificate has.',
    ],
    fix: 'Look at that client’s own message, and check its CA file here. If it’s a scanner or a health check, nothing is wrong.',
  },
  {
    id: 'server-distrusts',
    phase: 'client-certificate',
    order: 1,
    isLog: true,
    signs: [
      serverSays(
        /certificate verify failed/,
        /PKIX path/,
        /Empty client certificate chain/,
        /tls: failed to verify|x509: /,
      ),
      serverSays(/did(?: not|n't) (?:return|provide) a certificate/),
      /client SSL certificate verify error/,
      /generated SERVER ALERT: Fatal - (?:Bad Certificate|Certificate (?:Expired|Required|Unknown)|Unknown CA)\b/i,
    ],
    cause: 'This is a server’s log: the server rejects the certificate of a client that connected, or got none.',
    fix: 'Check that client’s certificate here: whose it is, and until when. Download the access certificate and the access key again, together.',
  },
  {
    id: 'client-without-tls',
    phase: 'without-tls',
    order: 1,
    isLog: true,
    signs: [
      // What came instead: a request of HTTP, of PostgreSQL, of Kafka.
      /not an SSL\/TLS record: (?:474554|504f5354|505554|48454144|44454c455445|4f5054494f4e53|0000000804d2162f|000000[\da-f]{2}0012)/i,
      serverSays(
        /wrong version number/,
        /http request/,
        /first record does not look like a TLS handshake/,
        /not an SSL\/TLS record/,
      ),
      serverSays(/: EOF\b/, /Connection reset\b/, /unexpected eof while reading/),
    ],
    cause: 'This is a server’s log: a client connected that didn’t speak TLS, or left before it was set up.',
    fix: 'If it’s a scanner or a health check, nothing is wrong. Otherwise turn TLS on in that client, and look at its own message.',
  },
  {
    id: 'client-left',
    phase: 'connect',
    order: 1,
    isLog: true,
    signs: [
      /could not receive data from client|unexpected EOF on client connection/,
      /Aborted connection \d+ to db[^\n]{0,300}\(Got an error reading communication packets/,
    ],
    cause: 'This is a server’s log: a client didn’t close its connection properly.',
    fix: 'If the client was stopped or restarted, nothing is wrong. Otherwise look at its own message, and at time-outs of pools and firewalls.',
  },
  {
    id: 'client-refused',
    phase: 'client-certificate',
    signs: [...received(42, 43, 44, 46, 48, 49), /ERR_BAD_SSL_CLIENT_AUTH_CERT/],
    cause:
      'The other side sent this alert: it rejects the certificate it was shown, or wants one and got none. If your client printed it, the server rejects the client certificate.',
    causes: [
      'The client presents none: a Kafka server answers “bad certificate” to that.',
      'The client certificate is from another project, or signed by a CA that has been replaced.',
      'Certificate and key belong to another service’s user, or you made the certificate yourself.',
      'If this is a server’s log: the client that connected doesn’t trust the server’s certificate.',
    ],
    fix: 'Download the access certificate and the access key of the same service user again, together. Check the certificate here to see which project signed it.',
  },
  {
    id: 'client-expired',
    phase: 'client-certificate',
    signs: received(45),
    cause:
      'The other side sent this alert: the certificate it was shown has expired. If your client printed it, that’s the client certificate.',
    fix: 'Check the client certificate here. Then download the access certificate and the access key of the service user again, together.',
  },
  {
    id: 'client-certificate',
    phase: 'client-certificate',
    signs: [
      ...received(116),
      /ERR_SSL_CLIENT_AUTH_CERT_NEEDED|peer did not return a certificate|connection requires a valid client certificate/,
      /Empty client certificate chain|client didn't provide a certificate/,
    ],
    cause: 'The server requires a client certificate, and got none or one it doesn’t accept.',
    fix: 'On the service page, choose client certificate or SASL as the authentication method: each has its own port. For client certificates, give the client both the access certificate and the access key of the same user; for SASL, use the SASL port.',
  },
  {
    id: 'handshake-failure',
    phase: 'protocol',
    order: 1,
    signs: received(40, 71),
    cause: 'The other side sent this alert: it ended the TLS handshake and doesn’t say why.',
    causes: [
      'The port is for client certificates, and the client presents none or one the server doesn’t accept.',
      'Client and server have no TLS version or cipher in common: the client is old, or limited to a few.',
      'A proxy in between asked for another name.',
    ],
    fix: 'On the service page, compare authentication method and port. For client certificates, give the client both the access certificate and the access key of the same user. Otherwise update the client’s TLS library.',
  },
  {
    id: 'unclear-alert',
    phase: 'protocol',
    order: 1,
    signs: [...received(10, 47, 50, 51, 80), /A TLS fatal alert has been received/],
    cause: 'The other side sent this alert: it ended TLS because of a fault, and doesn’t say which.',
    fix: 'Inspect the live certificate on the service page: if that works, the client’s certificate, key or TLS library is at fault.',
  },
  {
    id: 'tls-failed',
    phase: 'protocol',
    order: 2,
    signs: [
      /Authentication failed, see inner exception|Exception while performing SSL handshake|Failed to enable crypto/,
      // .NET on Windows, in whatever language; browsers; tokio-postgres.
      /\bSSPI\b[^\n]{0,30}, (?:see|siehe|consultez|consulte|см)|SSL Authentication Error|ERR_SSL_PROTOCOL_ERROR|\bkind: Tls, cause: /,
      /SSLHandshakeException|(?:SSL|TLS) handshake failed|error performing TLS handshake|record layer failure|SEC_E_INVALID_TOKEN|SEC_E_ILLEGAL_MESSAGE|\bLocal: SSL error/i,
      /P1011|Error opening a TLS connection|SSL connection error|Cannot connect to MySQL using SSL|check the CA or Client certificate|Error while switching to encrypted communication/,
    ],
    cause: 'TLS couldn’t be set up, and this part of the message doesn’t say why.',
    fix: 'Paste the whole message: the inner exception, or the lines before this one, give the reason.',
  },
]
