import { describe, expect, it } from 'vitest'

import { explainErrors } from './explain.ts'

const ALERTS: readonly (readonly [id: string, openssl: string, camel: string, go: string])[] = [
  ['client-refused', 'bad certificate', 'BadCertificate', 'bad certificate'],
  ['client-refused', 'certificate revoked', 'CertificateRevoked', 'revoked certificate'],
  ['client-refused', 'certificate unknown', 'CertificateUnknown', 'unknown certificate'],
  ['client-refused', 'unknown ca', 'UnknownCA', 'unknown certificate authority'],
  ['client-expired', 'certificate expired', 'CertificateExpired', 'expired certificate'],
  ['client-certificate', 'certificate required', 'CertificateRequired', 'certificate required'],
  ['handshake-failure', 'handshake failure', 'HandshakeFailure', 'handshake failure'],
  ['protocol-version', 'protocol version', 'ProtocolVersion', 'protocol version not supported'],
  ['unclear-alert', 'illegal parameter', 'IllegalParameter', 'illegal parameter'],
  ['unclear-alert', 'unexpected message', 'UnexpectedMessage', 'unexpected message'],
  ['unclear-alert', 'internal error', 'InternalError', 'internal error'],
]

describe('an alert that was received', () => {
  it.each(
    ALERTS.flatMap(([id, name, camel, go]) =>
      [
        `SSL error: sslv3 alert ${name}`,
        `SSL error: ssl/tls alert ${name}`,
        `error:1:SSL routines:OPENSSL_internal:TLSV1_ALERT_${name.toUpperCase().replaceAll(' ', '_')}`,
        `SSLHandshakeException: Received fatal alert: ${name.replaceAll(' ', '_')}`,
        `Alert.java:238|Received alert message (\n"Alert": {\n  "level"      : "fatal",\n  "description": "${name.replaceAll(' ', '_')}"\n}`,
        `TLS client: In state connection received SERVER ALERT: Fatal - ${name}`,
        `error: AlertReceived(${camel})`,
        `received fatal alert: ${camel}`,
        `Authentication failed because the remote party sent a TLS alert: '${camel}'.`,
        `remote error: tls: ${go}`,
        `* TLSv1.3 (IN), TLS alert, ${name} (1):`,
        `boringssl_context_handle_fatal_alert(1) [C1:1][0x1] read alert, level: fatal, description: ${name}`,
      ].map((text) => [id, text] as const),
    ),
  )('is the other side’s refusal, however the library words it: %s: %s', (id, text) => {
    expect(explainErrors(text).map((one) => one.id)).toEqual([id])
  })

  it.each([
    ['SSL_ERROR_EXPIRED_CERT_ALERT', 'client-expired'],
    ['SSL_ERROR_CERTIFICATE_UNKNOWN_ALERT', 'client-refused'],
    ['SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT', 'client-certificate'],
    ['SSL_ERROR_HANDSHAKE_FAILURE_ALERT', 'handshake-failure'],
  ])('is read in Firefox’s words: %s', (text, id) => {
    expect(explainErrors(text).map((one) => one.id)).toEqual([id])
  })

  it.each([
    ['unknown CA', 'untrusted'],
    ['certificate expired', 'expired'],
    ['bad certificate', 'not-verified'],
    ['certificate unknown', 'not-verified'],
  ])('is told from one that the client sent, in traces: %s', (name, id) => {
    for (const text of [`(OUT), TLS alert, ${name} (560):`, `write alert, level: fatal, description: ${name}`])
      expect(explainErrors(text).map((one) => one.id)).toEqual([id])
  })

  it('is told from one that the client sent', () => {
    expect(explainErrors('generated CLIENT ALERT: Fatal - Certificate Expired').map(({ id }) => id)).toEqual([
      'expired',
    ])
    expect(explainErrors('generated CLIENT ALERT: Fatal - Unknown CA').map(({ id }) => id)).toEqual(['untrusted'])
  })
})
