import { describe, expect, it } from 'vitest'

import { corpusNames, corpusPem } from './corpus/read-corpus.ts'
import {
  archiveName,
  projectCaFileName,
  readCaCertificates,
  readCertificates,
  readPassword,
  readPrivateKey,
} from './files.ts'
import { UnusableFileError } from './unusable-file.ts'

const CA = corpusPem('rsa-3072-sha384')
const KEY = '-----BEGIN PRIVATE KEY-----\nMAUGAytlcA==\n-----END PRIVATE KEY-----\n'

describe('readCaCertificates', () => {
  it.each(corpusNames.filter((name) => !['client', 'version-1', 'bmp-string', 'dates-of-utctime'].includes(name)))(
    'takes %s',
    (name) => {
      expect(readCaCertificates(corpusPem(name)).length).toBe(name === 'bundle' ? 3 : 1)
    },
  )

  it.each<[string, string | null | undefined, RegExp]>([
    ['nothing', undefined, /sent nothing where a certificate should be/],
    ['null', null, /sent nothing/],
    ['an empty text', '', /sent nothing/],
    ['blanks', ' \n ', /sent nothing/],
    ['a web page', '<!DOCTYPE html><html></html>', /a web page instead of a certificate/],
    ['a web page in capitals', '\n<HTML><BODY>', /a web page/],
    ['a withheld value', '<redacted>', /lacks the right to read secrets \(service:secrets:read\)/],
    ['JSON', '{"message":"no"}', /something that is not PEM/],
    ['a cut PEM', CA.slice(0, 800), /cut off: its last lines are missing/],
    ['only the first line', '-----BEGIN CERTIFICATE-----', /cut off/],
    ['a PEM with other ends', CA.replace('END CERTIFICATE', 'END KEY'), /do not belong together/],
    ['a PEM with text in it', CA.replace(/\nM/, '\n!'), /garbage/],
    ['an empty PEM', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', /garbage/],
    [
      'base64 that is no certificate',
      CA.replace(/\n[^-]+\n/, '\nAAAA\n'),
      /broken bytes in the dress of a certificate/,
    ],
    ['a private key', KEY, /a private key instead of a certificate/],
    ['a certificate and a private key', CA + KEY, /a private key/],
    ['a certificate request', CA.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'), /a "CERTIFICATE REQUEST" instead/],
    ['text before it', `hello\n${CA}`, /something that is not PEM/],
    ['text after it', `${CA}hello\n`, /a certificate with other text around it/],
    ['a client certificate', corpusPem('client'), /no certificate authority/],
    ['a bundle with a client certificate in it', CA + corpusPem('client'), /no certificate authority/],
  ])('refuses %s, in words', (_, text, message) => {
    expect(() => readCaCertificates(text)).toThrow(UnusableFileError)
    expect(() => readCaCertificates(text)).toThrow(message)
  })

  it('refuses every shorter version of a PEM', () => {
    for (let length = 0; length < CA.trimEnd().length; length++) {
      expect(() => readCaCertificates(CA.slice(0, length))).toThrow(UnusableFileError)
    }
  })
})

describe('readCertificates', () => {
  it('takes lines that end as on Windows', () => {
    expect(readCertificates(corpusPem('crlf'))).toHaveLength(1)
  })
})

describe('readPrivateKey', () => {
  it.each<[string, string, RegExp]>([
    ['a certificate', CA, /a certificate instead of a private key/],
    ['two keys', KEY + KEY, /several things/],
    ['an encrypted key', KEY.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'), /"ENCRYPTED PRIVATE KEY"/],
    ['a withheld value', '<redacted>', /service:secrets:read/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readPrivateKey(text)).toThrow(message)
  })

  it('takes PKCS#8', () => {
    expect(readPrivateKey(KEY).label).toBe('PRIVATE KEY')
  })
})

describe('readPassword', () => {
  it('takes any text but nothing and the withheld value', () => {
    expect(readPassword('p <>"\'&% ö')).toBe('p <>"\'&% ö')
    expect(() => readPassword('<redacted>')).toThrow(/service:secrets:read/)
    expect(() => readPassword(null)).toThrow(/may have been changed outside/)
    expect(() => readPassword('')).toThrow(/may have been changed outside/)
  })
})

describe('file names', () => {
  it.each([
    ['demo', 'demo-ca.pem'],
    ['a/b\\c:d', 'a_b_c_d-ca.pem'],
    ['../../etc', '__.._etc-ca.pem'],
    ['-rf', '_rf-ca.pem'],
    ['.hidden', '_hidden-ca.pem'],
    ['名前', '_-ca.pem'],
    ['x'.repeat(999), `${'x'.repeat(200)}-ca.pem`],
  ])('%s becomes %s', (project, name) => {
    expect(projectCaFileName(project)).toBe(name)
  })

  it('names archives after service and user', () => {
    expect(archiveName('events', 'avnadmin')).toBe('events-avnadmin.zip')
    expect(archiveName('events', 'a/../b')).toBe('events-a_.._b.zip')
  })
})
