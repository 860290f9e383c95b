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
import { UnusableFileError, type FileFault } from './unusable-file.ts'

const CA = corpusPem('rsa-3072-sha384')
const KEY = '-----BEGIN PRIVATE KEY-----\nMAUGAytlcA==\n-----END PRIVATE KEY-----\n'

const unusable = (fault: FileFault) => expect.objectContaining({ name: 'UnusableFileError', fault })

describe('readCaCertificates', () => {
  it.each(corpusNames.filter((name) => !['client', 'version-1', 'bmp-string', 'dates-of-utctime'].includes(name)))(
    'takes %s',
    (name) => {
      expect(readCaCertificates(corpusPem(name)).length).toBe(name === 'bundle' ? 3 : 1)
    },
  )

  it.each<[string, string | null | undefined, FileFault]>([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['an empty text', '', 'nothing'],
    ['blanks', ' \n ', 'nothing'],
    ['a web page', '<!DOCTYPE html><html></html>', 'web-page'],
    ['a web page in capitals', '\n<HTML><BODY>', 'web-page'],
    ['a withheld value', '<redacted>', 'withheld'],
    ['JSON', '{"message":"no"}', 'no-block'],
    ['a cut PEM', CA.slice(0, 800), 'no-end'],
    ['only the first line', '-----BEGIN CERTIFICATE-----', 'no-end'],
    ['a PEM with other ends', CA.replace('END CERTIFICATE', 'END KEY'), 'label-mismatch'],
    ['a PEM with text in it', CA.replace(/\nM/, '\n!'), 'not-base64'],
    ['an empty PEM', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', 'not-base64'],
    ["base64 that isn't a certificate", CA.replace(/\n[^-]+\n/, '\nAAAA\n'), 'broken-certificate'],
    ['a private key', KEY, 'private-key'],
    ['a certificate and a private key', CA + KEY, 'private-key'],
    ['a certificate request', CA.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'), 'other-label'],
    ['text before it', `hello\n${CA}`, 'no-block'],
    ['text after it', `${CA}hello\n`, 'text-outside'],
    ['a client certificate', corpusPem('client'), 'not-a-ca'],
    ['a bundle with a client certificate in it', CA + corpusPem('client'), 'not-a-ca'],
  ])('refuses %s, and says what it is', (_, text, fault) => {
    expect(() => readCaCertificates(text)).toThrow(unusable(fault))
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
  it.each<[string, string, FileFault]>([
    ['a certificate', CA, 'certificate'],
    ['two keys', KEY + KEY, 'several'],
    ['an encrypted key', KEY.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'), 'other-label'],
    ['a withheld value', '<redacted>', 'withheld'],
  ])('refuses %s', (_, text, fault) => {
    expect(() => readPrivateKey(text)).toThrow(unusable(fault))
  })

  it('takes PKCS#8', () => {
    expect(readPrivateKey(KEY).label).toBe('PRIVATE KEY')
  })
})

describe('readPassword', () => {
  it('takes any text but nothing and the withheld value', () => {
    expect(readPassword('p <>"\'&% ö')).toBe('p <>"\'&% ö')
    expect(() => readPassword('<redacted>')).toThrow(unusable('withheld'))
    expect(() => readPassword(null)).toThrow(unusable('no-password'))
    expect(() => readPassword('')).toThrow(unusable('no-password'))
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
