import { X509Certificate } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { corpusNames, corpusPem } from './corpus/read-corpus.ts'
import { readPem } from './pem.ts'
import { altNames, coversHost, extendedKeyUsage, keyUsage, subjectKeyId } from './x509-extensions.ts'
import { readCertificate } from './x509.ts'

const read = (name: string) => readCertificate(readPem(corpusPem(name))[0]?.der ?? new Uint8Array())

describe('extensions, against Node', () => {
  it.each(corpusNames.filter((name) => name !== 'bundle'))('%s: names', (name) => {
    const theirs = new X509Certificate(corpusPem(name)).subjectAltName
    const ours = altNames(read(name))
      ?.dns.map((dns) => `DNS:${dns}`)
      .join(', ')
    expect(ours).toBe(theirs)
  })

  it.each(['host-1.example.com', 'HOST-400.example.com', 'host-401.example.com', 'example.com'])('%s', (host) => {
    const theirs = new X509Certificate(corpusPem('rsa-8192')).checkHost(host) !== undefined
    expect(coversHost(read('rsa-8192'), host)).toBe(theirs)
  })

  it('usages and key identifiers', () => {
    expect(keyUsage(read('rsa-3072-sha384'))).toEqual(['keyCertSign', 'cRLSign'])
    expect(extendedKeyUsage(read('client'))).toEqual(['clientAuth'])
    expect(subjectKeyId(read('rsa-3072-sha384'))).toMatch(/^[0-9a-f]{40}$/)
    expect(keyUsage(read('version-1'))).toBeUndefined()
  })

  it('a wildcard stands for one label', () => {
    const certificate = {
      ...read('client'),
      extensions: [{ oid: '2.5.29.17', value: Uint8Array.from([0x30, 14, 0x82, 12, ...Buffer.from('*.ab.example')]) }],
    }
    expect(coversHost(certificate, 'x.ab.example')).toBe(true)
    expect(coversHost(certificate, 'x.y.ab.example')).toBe(false)
    expect(coversHost(certificate, 'ab.example')).toBe(false)
  })
})
