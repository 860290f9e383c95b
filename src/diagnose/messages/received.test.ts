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
      ].map((text) => [id, text] as const),
    ),
  )('is the other side’s refusal, however the library words it: %s: %s', (id, text) => {
    expect(explainErrors(text).map((one) => one.id)).toEqual([id])
  })

  it('is told from one that the client sent', () => {
    expect(explainErrors('generated CLIENT ALERT: Fatal - Certificate Expired').map(({ id }) => id)).toEqual([
      'expired',
    ])
    expect(explainErrors('generated CLIENT ALERT: Fatal - Unknown CA').map(({ id }) => id)).toEqual(['untrusted'])
  })
})
