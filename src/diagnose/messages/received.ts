/** Alerts of TLS: received, the other side's refusal; sent, the client's own; as each library words them. */

/** An alert by its number: its name in OpenSSL's words, the name of rustls and .NET, and Go's words. */
const ALERTS = {
  10: ['unexpected message', 'UnexpectedMessage', 'unexpected message'],
  40: ['handshake failure', 'HandshakeFailure', 'handshake failure'],
  42: ['bad certificate', 'BadCertificate', 'bad certificate'],
  43: ['unsupported certificate', 'UnsupportedCert(?:ificate)?', 'unsupported certificate'],
  44: ['certificate revoked', 'CertificateRevoked', 'revoked certificate'],
  45: ['certificate expired', 'CertificateExpired', 'expired certificate'],
  46: ['certificate unknown', 'CertificateUnknown', 'unknown certificate(?! authority)'],
  47: ['illegal parameter', 'IllegalParameter', 'illegal parameter'],
  48: ['unknown ca', 'UnknownC[Aa]', 'unknown certificate authority'],
  49: ['access denied', 'AccessDenied', 'access denied'],
  50: ['decode error', 'DecodeError', 'error decoding message'],
  51: ['decrypt error', 'DecryptError', 'error decrypting message'],
  70: ['protocol version', 'ProtocolVersion', 'protocol version not supported'],
  71: ['insufficient security', 'InsufficientSecurity', 'insufficient security level'],
  80: ['internal error', 'InternalError', 'internal error'],
  112: ['unrecognized name', 'UnrecognisedName', 'unrecognized name'],
  116: ['certificate required', 'CertificateRequired', 'certificate required'],
  120: ['no application protocol', 'NoApplicationProtocol', 'no application protocol'],
} as const

/** Firefox shortens what it names: SSL_ERROR_EXPIRED_CERT_ALERT. */
const inNss = (words: string): string => words.replaceAll(' ', '_').replace('certificate', 'CERT(?:IFICATE)?')

/**
 * Signs of an alert that came from the other side: OpenSSL and BoringSSL, Java, Go, rustls, Erlang, .NET, GnuTLS, curl's
 * trace, Apple, Firefox.
 * @param numbers as the standard gives them
 */
export const received = (...numbers: readonly (keyof typeof ALERTS)[]): RegExp[] =>
  numbers.flatMap((number) => {
    const [name, camel, go] = ALERTS[number]
    const words = name.replaceAll(' ', '[ _]')
    return [
      new RegExp(
        String.raw`\balert ${words}\b|_ALERT_${words}\b|Received fatal alert: ${words}\b|Received alert message[\s\S]{0,120}"description": "${words}"`,
        'i',
      ),
      new RegExp(
        String.raw`(?<!generated )SERVER ALERT: Fatal - ${words}\b|SSL alert number ${String(number)}\b|Received alert \[${String(number)}\]`,
        'i',
      ),
      new RegExp(
        String.raw`\(IN\), TLS alert, ${words} \(|\bread alert, level: \w+, description: ${words}\b|\bSSL_ERROR_(?:RX_)?(?:${inNss(name)}|${inNss(go)})_ALERT\b`,
        'i',
      ),
      new RegExp(String.raw`remote error: tls: ${go}\b`),
      new RegExp(String.raw`AlertReceived\(${camel}\)|received fatal alert: ${camel}\b|sent a TLS alert: '${camel}'`),
    ]
  })

/**
 * Signs of an alert that the client itself sent, in the traces of curl and Apple: what it refused.
 * @param numbers as the standard gives them
 */
export const sent = (...numbers: readonly (keyof typeof ALERTS)[]): RegExp[] =>
  numbers.map((number) => {
    const words = ALERTS[number][0].replaceAll(' ', '[ _]')
    return new RegExp(
      String.raw`\(OUT\), TLS alert, ${words} \(|\bwrite alert, level: \w+, description: ${words}\b`,
      'i',
    )
  })
