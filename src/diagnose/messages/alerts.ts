/** Alerts that were received, which are the other side's refusal, and handshakes that failed for no told reason. */
import type { Message } from './message.ts'
import { received } from './received.ts'

export const ALERTS: readonly Message[] = [
  {
    id: 'client-refused',
    phase: 'client-certificate',
    signs: received(42, 43, 44, 46, 48, 49),
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
      /peer did not return a certificate|connection requires a valid client certificate/,
      /Empty client certificate chain|client didn't provide a certificate/,
    ],
    cause: 'The server requires a client certificate, and got none or one it doesn’t accept.',
    fix: 'On the service page, choose client certificate or SASL as the authentication method: each has its own port. For client certificates, give the client both the access certificate and the access key of the same user; for SASL, use the SASL port.',
  },
  {
    id: 'handshake-failure',
    phase: 'protocol',
    weak: 1,
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
    weak: 1,
    signs: received(50, 51, 80),
    cause: 'The other side sent this alert: it ended TLS because of a fault, and doesn’t say which.',
    fix: 'Inspect the live certificate on the service page: if that works, the client’s certificate, key or TLS library is at fault.',
  },
  {
    id: 'tls-failed',
    phase: 'protocol',
    weak: 2,
    signs: [
      /Authentication failed, see inner exception|Exception while performing SSL handshake|Failed to enable crypto/,
      /SSLHandshakeException|SSL handshake failed|error performing TLS handshake|record layer failure|SEC_E_INVALID_TOKEN/i,
      /P1011|Error opening a TLS connection/,
    ],
    cause: 'TLS couldn’t be set up, and this part of the message doesn’t say why.',
    fix: 'Paste the whole message: the inner exception, or the lines before this one, give the reason.',
  },
]
