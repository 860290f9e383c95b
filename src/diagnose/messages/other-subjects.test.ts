/** Messages about servers that no Aiven service is, behind whatever a log writes before them; and codes in sentences. */
import { describe, expect, it } from 'vitest'

import { explainErrors, otherSubjectOf } from './explain.ts'

/** What went wrong, as libraries say it: each is explained where a service may be meant. */
const REASONS = [
  'x509: certificate signed by unknown authority',
  'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  'x509: certificate is valid for 10.96.0.1, not 10.0.0.4',
  'x509: certificate has expired or is not yet valid: current time 2026-11-30T10:00:00Z is after 2026-10-30T10:00:00Z',
]
const OF_OPENSSL = [
  'error:0A000086:SSL routines::certificate verify failed:self-signed certificate',
  'The certificate chain was issued by an authority that is not trusted.',
]
/** What logs, containers and builds write before a line. */
const BEFORE = [
  '',
  '2026-11-30T10:00:00Z ',
  '2026-11-30T10:00:00Z deploy | ',
  'deploy-1  | ',
  '#12 3.211 ',
  '[10:00:01] ',
  '> ',
  'Error: ',
  '##[error]',
]
/** What says whom a program asked. */
const ABOUT: Readonly<Record<string, readonly ((reason: string) => string)[]>> = {
  'the Kubernetes API server': [
    (reason) => `Unable to connect to the server: ${reason}`,
    (reason) => `Kubernetes cluster unreachable: Get "https://10.0.0.4:6443/version?timeout=32s": ${reason}`,
    (reason) => `INSTALLATION FAILED: Kubernetes cluster unreachable: Get "https://k8s.example.com/version": ${reason}`,
    (reason) =>
      `E1130 10:00:01.1 123 memcache.go:265] couldn't get current server API group list: Get "https://10.0.0.4/api?timeout=32s": ${reason}`,
    (reason) =>
      `Error from server (InternalError): Internal error occurred: failed calling webhook "x.example.com": Post "https://x.svc:443/y": ${reason}`,
  ],
  'SQL Server': [
    (reason) => `('08001', '[08001] [Microsoft][ODBC Driver 18 for SQL Server]SSL Provider: [${reason}] (-1)')`,
    (reason) => `Sqlcmd: Microsoft ODBC Driver 17 for SQL Server : SSL Provider: [${reason}].`,
    (reason) => `An error occurred during the login process. (provider: SSL Provider, error: 0 - ${reason})`,
    (reason) => `com.microsoft.sqlserver.jdbc.SQLServerException: no secure connection.\nCaused by: ${reason}`,
    (reason) => `ConnectionError: Failed to connect to localhost:1433 - ${reason}`,
    (reason) => `ConnectionError: ${reason}\n    at ConnectionError (/app/node_modules/tedious/lib/errors.js:13:12)`,
  ],
  MongoDB: [(reason) => `MongoServerSelectionError: ${reason}`],
  'a package registry, an image or a code host': [
    (reason) => `Err:5 https://apt.example.com/debian stable InRelease\n  ${reason} [IP: 10.0.0.1 443]`,
    (reason) => `warning: spurious network error (3 tries remaining): [60] ${reason}`,
    (reason) => `could not query provider registry for registry.example.com/a/b: ${reason}`,
  ],
  'a mail server': [
    (reason) => `postfix/smtp[12]: connect to mail.example.com[10.0.0.1]:25: ${reason}`,
    (reason) => `dovecot: imap-login: Disconnected: TLS handshaking: ${reason}`,
    (reason) =>
      `Traceback (most recent call last):\n  File "/usr/lib/python3.12/smtplib.py", line 790, in starttls\n    x()\nssl.SSLError: ${reason}`,
  ],
  'an LDAP server': [
    (reason) => `ldap_start_tls: Connect error (-11)\n\tadditional info: ${reason}`,
    (reason) => `javax.naming.CommunicationException: simple bind failed [Root exception is ${reason}]`,
  ],
  'a web server’s own certificate': [
    (reason) => `nginx: [emerg] cannot load certificate "/etc/nginx/server.pem": ${reason}`,
    (reason) => `AH02562: Failed to configure certificate www.example.com:443:0: ${reason}`,
  ],
  'another provider’s API': [
    (reason) => `An error occurred (SSLError) when calling the ListObjects operation: ${reason}`,
    (reason) => `botocore.exceptions.SSLError: SSL validation failed for https://s3.example.com/ ${reason}`,
    (reason) => `request to https://api.openai.com/v1/models failed, reason: ${reason}`,
    (reason) => `Post "https://b.s3.eu-west-1.amazonaws.com/x": ${reason}`,
  ],
}

describe.each(Object.entries(ABOUT))('%s', (subject, messages) => {
  // kubectl is written in Go.
  const reasons = subject === 'the Kubernetes API server' ? REASONS : [...REASONS, ...OF_OPENSSL]

  it('is named, and its certificate isn’t taken for a service’s', () => {
    for (const before of BEFORE)
      for (const message of messages)
        for (const reason of reasons) {
          const text = before + message(reason)
          expect([text, explainErrors(text).map(({ id }) => id)]).toEqual([text, []])
          expect([text, otherSubjectOf(text)]).toEqual([text, subject])
        }
  })

  it('says nothing about what else stands in the text', () => {
    const login = 'psql: error: FATAL:  password authentication failed for user "app"'
    for (const message of messages) {
      const text = `${message(reasons[0] ?? '')}\n${login}`
      expect([text, explainErrors(text).map(({ id }) => id)]).toEqual([text, ['login']])
    }
  })
})

it.each([...REASONS, ...OF_OPENSSL])('without any subject, is explained: %s', (reason) => {
  expect(explainErrors(reason)).not.toEqual([])
  expect(otherSubjectOf(reason)).toBeUndefined()
  const ofAiven = `Unable to connect to the server: Get "https://os.a.aivencloud.com:1/": ${reason}`
  expect(explainErrors(ofAiven)).not.toEqual([])
})

it('ends a traceback with its message, and says what stands behind it', () => {
  const text =
    'Traceback (most recent call last):\n  File "/usr/lib/python3/smtplib.py", line 1, in x\nssl.SSLError: certificate verify failed\npq: password authentication failed for user "u"'
  expect(explainErrors(text).map(({ id }) => id)).toEqual(['login'])
})

describe('a code in a sentence', () => {
  const CODES = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'ENOTFOUND',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
  ]
  const SENTENCES = [
    'we see %s sometimes when the app scales up, any idea?',
    'What does %s mean for our clients?',
    'Every few hours I get %s from redis, then it recovers.',
    'Do I have to care about %s?',
    'Our policy retries after %s and gives up then.',
    'Seit heute bekommen wir %s, was ist zu tun?',
  ]
  const PRINTED = [
    'Error: read %s\n    at TLSWrap.onStreamRead (node:internal/stream_base_commons:217:20)',
    'Error: connect %s 127.0.0.1:5432',
    "{ errno: -104, code: '%s', syscall: 'read' }",
    'Error: getaddrinfo %s h.example.com',
    '2026-11-30 10:00:00 retrying after the code %s in the pool of workers',
    'we see this sometimes when the app scales up:\nError: read %s',
  ]

  it.each(CODES)('%s is explained, never as certain', (code) => {
    for (const sentence of SENTENCES) {
      const text = sentence.replace('%s', code)
      expect([text, explainErrors(text).map(({ isMention }) => isMention)]).toEqual([text, [true]])
    }
  })

  it.each([
    "if (error.code === 'ECONNREFUSED') retry()",
    'switch (code) { case "SELF_SIGNED_CERT_IN_CHAIN": return false }',
    'if strings.Contains(err.Error(), "x509: certificate signed by unknown authority") { return }',
    'try { connect(); } catch (SSLHandshakeException e) { retry(); }',
    'assertThrows(SSLHandshakeException.class, () -> connect());',
    'except ssl.SSLCertVerificationError as e:',
    'import javax.net.ssl.SSLHandshakeException;',
    'if errors.Is(err, syscall.ECONNREFUSED) {',
  ])('is no message where code handles it: %s', (code) => {
    expect(explainErrors(code).filter(({ isMention }) => isMention !== true)).toEqual([])
    const printed = `${code}\npq: password authentication failed for user "u"`
    expect(explainErrors(printed).map(({ id, isMention }) => [id, isMention])).toEqual([['login', undefined]])
  })

  it.each(CODES)('%s is certain where a program printed it', (code) => {
    for (const message of PRINTED) {
      const text = message.replace('%s', code)
      const found = explainErrors(text)
      expect(found).not.toEqual([])
      expect([text, found.filter(({ isMention }) => isMention)]).toEqual([text, []])
    }
  })

  it('is not said beside what a program printed', () => {
    const text = 'we see ECONNRESET sometimes when the app scales up\npq: password authentication failed for user "u"'
    expect(explainErrors(text).map(({ id, isMention }) => [id, isMention])).toEqual([['login', undefined]])
  })
})
