import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { corpusPem } from './corpus/read-corpus.ts'
import { readKeyPair } from './key-pair.ts'
import { UnusableFileError } from './unusable-file.ts'

const KINDS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'ec-p384': { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
  ed25519: { name: 'Ed25519' },
} as const

const makePair = async (kind: keyof typeof KINDS) => {
  const algorithm = KINDS[kind]
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=test',
    keys,
    signingAlgorithm: algorithm,
  })
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { certificate: `${certificate.toString('pem')}\n`, key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('readKeyPair', () => {
  it.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('tells a pair from a stranger: %s', async (kind) => {
    const [own, other] = await Promise.all([makePair(kind), makePair(kind)])
    await expect(readKeyPair(own.certificate, own.key)).resolves.toMatchObject({
      certificate: { subject: [{ type: 'CN', value: 'test' }] },
      matches: true,
    })
    await expect(readKeyPair(own.certificate, other.key)).resolves.toMatchObject({ matches: false })
  })

  it('calls a key of another kind no match', async () => {
    const [rsa, ec] = await Promise.all([makePair('rsa'), makePair('ec-p256')])
    await expect(readKeyPair(rsa.certificate, ec.key)).resolves.toMatchObject({ matches: false })
  })

  it('takes a key in the older PKCS#1 form', async () => {
    const { certificate, key } = await makePair('rsa')
    const pkcs1 = createPrivateKey(key).export({ type: 'pkcs1', format: 'pem' }).toString()
    expect(pkcs1).toContain('BEGIN RSA PRIVATE KEY')
    await expect(readKeyPair(certificate, pkcs1)).resolves.toMatchObject({ matches: true })
  })

  it('says that it cannot check a kind that WebCrypto does not know', async () => {
    const key: KeyObject = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString()
    await expect(readKeyPair(corpusPem('ec-secp256k1'), pem)).rejects.toMatchObject({
      fault: 'unknown-algorithm',
      message: expect.stringContaining('EC secp256k1') as string,
    })
    const ed448 = generateKeyPairSync('ed448').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await expect(readKeyPair(corpusPem('ed448'), ed448)).rejects.toMatchObject({ fault: 'unknown-algorithm' })
  })

  it.each([
    ['the certificate’s key', 'spki'],
    ['the private key', 'pkcs8'],
  ])('does not call it a mismatch where the browser lacks the algorithm of %s', async (_, lacking) => {
    const { certificate, key } = await makePair('ed25519')
    const { subtle } = crypto
    const importKey = subtle.importKey.bind(subtle)
    vi.spyOn(subtle, 'importKey').mockImplementation(async (...[format, ...rest]: Parameters<typeof importKey>) => {
      if (format === lacking) throw new DOMException('Unrecognized name.', 'NotSupportedError')
      return importKey(format, ...rest)
    })
    await expect(readKeyPair(certificate, key)).rejects.toMatchObject({ fault: 'unknown-algorithm' })
  })

  it.each([
    [
      'a cut key',
      async () => {
        const { certificate, key } = await makePair('ec-p256')
        return [certificate, key.slice(0, 80)]
      },
    ],
    [
      'a key of garbage',
      async () => [
        (await makePair('ec-p256')).certificate,
        '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      ],
    ],
    ['no key', async () => [(await makePair('ec-p256')).certificate, undefined]],
    ['a withheld key', async () => [(await makePair('ec-p256')).certificate, '<redacted>']],
    ['no certificate', async () => [undefined, (await makePair('ec-p256')).key]],
  ] as [string, () => Promise<(string | undefined)[]>][])('refuses %s', async (_, make) => {
    const [certificate, key] = await make()
    await expect(readKeyPair(certificate, key)).rejects.toThrow(UnusableFileError)
  })
})
