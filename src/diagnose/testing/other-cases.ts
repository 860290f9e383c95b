/** Cases of messages, and of certificates as people hold them: each kind with at least two neighbours. */
import { corpusPem } from '../../crypto/corpus/read-corpus.ts'

const PEM = corpusPem('rsa-3072-sha384')
const CA = corpusPem('bundle')
const BODY = PEM.replaceAll(/-----[^\n]*\n/g, '').trimEnd()
const LINE = BODY.replaceAll('\n', '')
const NBSP = '\u00a0'
const perLine = (change: (line: string) => string) => PEM.trimEnd().split('\n').map(change).join('\n')

/** A message, and the ids of which the first explanation must be one; none where nothing may be said. */
export const MESSAGE_CASES: readonly (readonly [kind: string, text: string, ...ids: string[]])[] = [
  ['K5', 'ValueError: Cannot set verify_mode to CERT_NONE when check_hostname is enabled.'],
  ['K5', 'Not Before: Jan 1 2024 GMT, Not After: Jan 1 2044 GMT'],
  ['K5', 'INFO ssl.truststore.location = ca.jks, verification is CERT_REQUIRED'],
  ['K6', 'SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca: SSL alert number 48', 'client-refused'],
  ['K6', 'remote error: tls: unknown certificate authority', 'client-refused'],
  ['K6', 'CLIENT ALERT: Fatal - Handshake Failure {bad_cert,hostname_check_failed}', 'wrong-host'],
  ['K6', 'javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate', 'client-refused'],
  ['K6', 'generated CLIENT ALERT: Fatal - Unknown CA', 'untrusted'],
  [
    'K7',
    'psql: error: connection to server at "h", port 1 failed: SSL error: certificate verify failed',
    'not-verified',
  ],
  ['K7', 'kafka.errors.NoBrokersAvailable: NoBrokersAvailable', 'no-brokers'],
  ['K7', 'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake', 'hung-up'],
  ['K9', 'invalid peer certificate: UnknownIssuer', 'untrusted'],
  ['K9', 'error: InvalidCertificate(NotValidForNameContext { expected: DnsName("h") })', 'wrong-host'],
  ['K9', 'Error: Io(Custom { error: InvalidCertificate(ExpiredContext { time: 1 }) })', 'expired'],
  ['K9', 'SERVER ALERT: Fatal - Unknown CA', 'client-refused'],
  ['K9', 'The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot', 'untrusted'],
  ['K9', 'Error: P1011: Error opening a TLS connection', 'tls-failed'],
  ['K9', 'kafka: client has run out of brokers: unexpected EOF', 'hung-up', 'no-brokers'],
  ['K9', 'java.security.cert.CertificateException: No name matching h found', 'wrong-host'],
  ['K9', "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs", 'wrong-host'],
  ['K9', 'Could not open SSL root certificate file /root/.postgresql/root.crt.', 'no-root-file'],
  ['K9', 'FATAL: no pg_hba.conf entry for host "1.2.3.4", user "u", database "d", no encryption', 'without-tls'],
  ['K9', 'ERROR 3159 (HY000): Connections using insecure transport are prohibited', 'without-tls'],
  ['K9', 'Disconnected while requesting ApiVersion: might be caused by incorrect security.protocol', 'without-tls'],
  ['K9', 'x509 certificate routines:X509_check_private_key:key values mismatch', 'no-pair'],
  ['K9', 'error:0909006C:PEM routines:get_name:no start line', 'bad-file'],
  ['K9', 'java.io.IOException: Invalid keystore format', 'store-format'],
  ['K9', 'private key file "service.key" has group or world access', 'key-permissions'],
  [
    'K9',
    "Client SASL mechanism 'SCRAM-SHA-256' not enabled in the server, enabled mechanisms are [PLAIN]",
    'sasl-mechanism',
  ],
  ['K9', 'getaddrinfo ENOTFOUND h.example.com', 'dns'],
  ['K9', 'dial tcp 10.0.0.1:1: i/o timeout', 'timeout'],
  ['K9', 'FATAL: sorry, too many clients already', 'connection-limit'],
  // About the client itself, and about other things than certificates.
  ['K9', 'this build does not support SSL'],
  ['K9', '[SSL: DH_KEY_TOO_SMALL] dh key too small'],
]

interface MaterialCase {
  readonly kind: string
  readonly name: string
  readonly text: string
  /** How many certificates are in it. */
  readonly count: number
  /** Whether every client reads it as it stands. */
  readonly whole: boolean
}

const held = (kind: string, name: string, text: string, count = 1, whole = false): MaterialCase => ({
  kind,
  name,
  text,
  count,
  whole,
})

export const MATERIAL_CASES: readonly MaterialCase[] = [
  held('whole', 'as it is', PEM, 1, true),
  held('whole', 'two', CA, CA.split('BEGIN').length - 1, true),
  held('whole', 'no last line end', PEM.trimEnd(), 1, true),
  held('K10', 'BEGIN with base64', PEM.replace('CERTIFICATE-----\nMI', 'CERTIFICATE-----MI')),
  held('K10', 'END with base64', PEM.replace('\n-----END', '-----END')),
  held('K10', 'non-breaking space', PEM.replaceAll('BEGIN CERTIFICATE', `BEGIN${NBSP}CERTIFICATE`)),
  held('K10', 'zero-width space', PEM.replace('\nMI', '\n\u200bMI')),
  held('K10', 'an indented BEGIN', PEM.replace('-----BEGIN', '  -----BEGIN')),
  held('K10', 'a byte-order mark between', `${PEM}\ufeff${PEM}`, 2),
  held(
    'K11',
    'properties continuation',
    perLine((line) => `${line} \\`),
  ),
  held(
    'K11',
    'a Dockerfile',
    perLine((line) => String.raw`${line}\n\ `.trimEnd()),
  ),
  held(
    'K11',
    'PHP',
    perLine((line) => `"${line}\\n" .`),
  ),
  held('K11', 'breaks of HTML', PEM.replaceAll('\n', '<br>')),
  held('K11', 'entities', PEM.trimEnd().replaceAll('\n', '&#10;')),
  held(
    'K11',
    'a patch',
    perLine((line) => `+${line}`),
  ),
  held(
    'K11',
    'line numbers',
    perLine((line) => `  12  ${line}`),
  ),
  held('K11', 'Ctrl-Z', `${PEM}\u001a`),
  held('K11', 'NUL', `${PEM}\0`),
  held('K12', 'no padding, then a key', `A: ${btoa(PEM).replaceAll('=', '')}\n  B: ${btoa(PEM)}\n`, 2),
  held('K12', 'an .env file', `A=${btoa(PEM).replaceAll('=', '')}\nB=${btoa(PEM)}\n`, 2),
  held('K12', 'bare, then a key', `ca: ${LINE}\nnext: abcd\n`),
  held('K13', 'X509 CERTIFICATE', PEM.replaceAll(' CERTIFICATE', ' X509 CERTIFICATE')),
  held('K13', 'TRUSTED CERTIFICATE', PEM.replaceAll(' CERTIFICATE', ' TRUSTED CERTIFICATE')),
  held('K13', 'EC PARAMETERS', `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${PEM}`),
  held('K14', 'URL-encoded', encodeURIComponent(PEM)),
  held('K14', 'URL-encoded, pluses kept', PEM.replaceAll(' ', '%20').replaceAll('\n', '%0A')),
  held('K14', 'base64', btoa(PEM)),
  held('K14', 'base64, twice', btoa(btoa(PEM))),
  held('K14', 'without BEGIN and END', BODY),
  held('K14', 'without BEGIN and END, in JSON', JSON.stringify({ ca: `${BODY}\n` })),
  held('K14', 'lost backslashes', PEM.trimEnd().replaceAll('\n', 'n')),
  held('K14', 'base64url', LINE.replaceAll('+', '-').replaceAll('/', '_')),
  held('K14', 'JSON of PHP', JSON.stringify({ ca: PEM }).replaceAll('/', String.raw`\/`)),
]
