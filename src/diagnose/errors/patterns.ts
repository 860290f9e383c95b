/**
 * Error messages of clients, what causes them, and what to do. Each pattern is tested against messages that real
 * clients printed (`samples.json`, collected by `tools/error-samples.ts`), or names the source that it was read in.
 */
export interface ErrorPattern {
  readonly id: string
  /** Any of these in the text. */
  readonly signs: readonly RegExp[]
  /** Unless a more telling pattern matches as well. */
  readonly weak?: true
  readonly cause: string
  readonly fix: string
}

export const ERROR_PATTERNS: readonly ErrorPattern[] = [
  {
    id: 'wrong-host',
    signs: [
      /server certificate for "[^"]*"[^\n]{0,60} does not match host name/,
      /ERR_TLS_CERT_ALTNAME_INVALID|Hostname\/IP does not match certificate's altnames/,
      /Hostname mismatch, certificate is not valid for/,
      /no alternative certificate subject name matches/,
      /x509: certificate is valid for [^\n]{1,300}, not /,
      /No subject alternative (DNS )?names? (matching|present)/,
      /certificate is not valid for any names/,
      /PgjdbcHostnameVerifier/i,
      // MariaDB's client says so when the name is all that is wrong.
      /Validation of SSL server certificate failed/,
      /certificate is valid but its commonName does not match hostname/,
    ],
    cause: "The server's certificate is good, but for another name than the one that the client connects to.",
    fix: 'Connect to the host exactly as the service page writes it: no IP address, no alias, no tunnel under another name. Do not switch the check off.',
  },
  {
    id: 'expired',
    signs: [
      /CERT_HAS_EXPIRED|certificate has expired/i,
      /CertificateExpiredException|NotAfter: /,
      /x509: certificate has expired or is not yet valid/,
      /alert certificate expired/,
    ],
    cause: 'A certificate has ended: the server’s, or the client’s own. Or the clock of this machine is wrong.',
    fix: 'Look at the clock first. Then check the files here: a client certificate of Kafka ends after 820 days, and has to be fetched again. If it is the server’s, look at the server’s certificate on the service page.',
  },
  {
    id: 'client-certificate',
    signs: [
      /alert certificate required|TLSV13_ALERT_CERTIFICATE_REQUIRED|remote error: tls: certificate required/,
      /\(certificate_required\)|certificate_required/i,
      /peer did not return a certificate/,
      /alert handshake failure|handshake_failure/,
      /alert bad certificate|bad_certificate/,
    ],
    cause: 'The server wants a client certificate, and got none, or one that it does not accept.',
    fix: 'On the service page choose client certificate or SASL as the authentication method: each has a port of its own. For client certificates, give the client both the access certificate and the access key of the same user; for SASL, use the SASL port.',
  },
  {
    id: 'no-tls',
    signs: [
      /server does not support SSL/i,
      /wrong version number|WRONG_VERSION_NUMBER/,
      /first record does not look like a TLS handshake/,
      /Unsupported or unrecognized SSL message/,
      /plaintext connection\?|not an SSL\/TLS record/i,
    ],
    cause: 'The server does not speak TLS at this port, or speaks another protocol first.',
    fix: 'Compare host and port with the service page: every component has a port of its own. PgBouncer, Kafka REST or a service whose TLS is off are not what the client expects.',
  },
  {
    id: 'empty-trust-store',
    signs: [/the trustAnchors parameter must be non-empty/],
    cause:
      'Java opened the trust store and sees no certificate in it: the file is empty, or a PKCS#12 store without the mark of trust.',
    fix: 'Make the trust store with keytool -importcert, or with Key stores on the service page. Check the store here to see what is in it.',
  },
  {
    id: 'store-password',
    signs: [/keystore password was incorrect|password was incorrect/i, /mac verify (failure|error)/i],
    cause:
      'The password does not open the key store; older Javas say the same of a PKCS#12 store whose encryption they do not know.',
    fix: 'Check the store here with the same password. If it opens, the Java is too old for it: 8u301 and 11.0.12 are the first that know today’s PKCS#12.',
  },
  {
    id: 'untrusted',
    signs: [
      /UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to verify the first certificate/,
      /SELF_SIGNED_CERT_IN_CHAIN|self[- ]signed certificate/i,
      /unable to get (local )?issuer certificate|UNABLE_TO_GET_ISSUER_CERT/i,
      /PKIX path building failed|unable to find valid certification path/,
      /x509: certificate signed by unknown authority/,
      /alert unknown ca|unknown_ca/i,
    ],
    cause:
      'The client does not trust the CA that signed the server’s certificate: it was given no CA, the CA of another project, or an old one. Or somebody else answers at this address.',
    fix: 'Download the CA certificate of the service’s own project, and point the client at that file. Check the file that the client uses here: it says whose it is. Do not switch the check off.',
  },
  {
    id: 'not-verified',
    weak: true,
    signs: [
      /certificate verify failed|CERTIFICATE_VERIFY_FAILED/i,
      /broker certificate could not be verified/,
      /SSLHandshakeException/,
    ],
    cause:
      'The client refused the server’s certificate, and does not say why: the CA is not the right one, the name differs, or a certificate has ended.',
    fix: 'Check the CA file that the client uses here. If it is the right one, look at the server’s certificate on the service page: it says whether name and dates fit.',
  },
  {
    id: 'no-root-file',
    signs: [
      /root certificate file "[^"]*" does not exist/,
      /could not read root certificate file/,
      /error setting certificate (verify locations|file)/,
    ],
    cause: 'The client is told to verify the server, and does not find the file with the CA.',
    fix: 'Save the CA certificate from the service page, and give its whole path (sslrootcert, --cacert, ssl.ca.location).',
  },
  {
    id: 'refused',
    signs: [
      /ECONNREFUSED|connection refused/i,
      /NoBrokersAvailable/,
      /Couldn't connect to server/,
      /java\.net\.ConnectException/,
    ],
    cause: 'Nothing answers at this host and port. TLS has not begun.',
    fix: 'Compare the port with the service page, look whether the service is running, and whether its IP filter lets this machine in.',
  },
  {
    id: 'hung-up',
    weak: true,
    signs: [
      /Server closed the connection|EOF occurred in violation of protocol|socket hang up|Closed connection/i,
      /received no bytes|HTTP\/1\.1 header parser|Connection reset/i,
      /Broken pipe/i,
    ],
    cause:
      'The server hung up, without a reason that the client understands. Often it wants a client certificate, or TLS where the client speaks in the clear.',
    fix: 'On the service page, compare authentication method and port; then look at the server’s certificate there.',
  },
]
