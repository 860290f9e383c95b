import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readPrivateKey } from '../files.ts'
import { toPkcs8 } from '../key-pair.ts'
import { readPem } from '../pem.ts'
import { makeJksKeyStore, makeJksTrustStore } from './jks.ts'
import { readJks } from './read-jks.ts'
import { makeKeyStore, makeTrustStore } from './pkcs12.ts'
import { makeAuthority, type TestAuthority, type TestPair } from './testing/test-pki.ts'
import { HAVE, run } from './testing/programs.ts'

const ASCII = ` !"#$%&'()*+,-./0aA:;<=>?@[\\]^_\`{|}~`
const BEYOND = 'käse €日本😀'
const program = new URL('testing/MutualTls.java', import.meta.url).pathname

let folder = ''
let first: TestAuthority
let second: TestAuthority
let rogue: TestAuthority
let client: TestPair

const der = (pem: string) => readPem(pem).map((block) => block.der)
const authorities = () =>
  [first, second].flatMap(({ pem }, index) =>
    der(pem).map((bytes) => ({ alias: `ca-${String(index + 1)}`, der: bytes })),
  )

const save = async (name: string, content: Uint8Array | string) => {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const keyStoreOf = ({ certificatePem }: TestPair, keyPem: string, password: string) => {
  const { label, der: key } = readPrivateKey(keyPem)
  const [certificate = new Uint8Array()] = der(certificatePem)
  return makeKeyStore({ alias: 'avnadmin', pkcs8: toPkcs8(label, key), certificate, chain: authorities() }, password)
}

const jksKeyStoreOf = ({ certificatePem }: TestPair, keyPem: string, password: string) => {
  const { label, der: key } = readPrivateKey(keyPem)
  const chain = [...der(certificatePem), ...der(first.pem)]
  return makeJksKeyStore({ alias: 'avnadmin', pkcs8: toPkcs8(label, key), chain }, password, new Date())
}

const fingerprints = (...pems: string[]) => pems.map((pem) => new X509Certificate(pem).fingerprint256)

const list = (file: string, password: string) =>
  run('keytool', ['-list', '-v', '-keystore', file, '-storepass:env', 'PASSWORD'], { PASSWORD: password })

const listed = (output: string) => ({
  kind: /Keystore type: (\w+)/.exec(output)?.[1],
  aliases: [...output.matchAll(/Alias name: (.+)/g)].map(([, alias]) => alias),
  types: [...output.matchAll(/Entry type: (.+)/g)].map(([, type]) => type),
  fingerprints: [...output.matchAll(/SHA256: (.+)/g)].map(([, hex]) => hex),
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-stores-'))
  ;[first, second, rogue] = await Promise.all([
    makeAuthority('first'),
    makeAuthority('second', 'ec'),
    makeAuthority('first'),
  ])
  client = await first.sign('avnadmin')
})

afterAll(() => rm(folder, { recursive: true }))

describe.skipIf(!HAVE.java)('keytool (skipped without a JDK)', () => {
  it('lists the key store: one key, its certificate and both authorities', async () => {
    const file = await save('list.p12', await keyStoreOf(client, client.keyPem, ASCII))
    expect(listed(await list(file, ASCII))).toEqual({
      kind: 'PKCS12',
      aliases: ['avnadmin'],
      types: ['PrivateKeyEntry'],
      fingerprints: fingerprints(client.certificatePem, first.pem),
    })
  })

  it('lists the same in a key store of the older form', async () => {
    const file = await save('list.jks', await jksKeyStoreOf(client, client.keyPem, ASCII))
    expect(listed(await list(file, ASCII))).toEqual({
      kind: 'JKS',
      aliases: ['avnadmin'],
      types: ['PrivateKeyEntry'],
      fingerprints: fingerprints(client.certificatePem, first.pem),
    })
  })

  it('takes the key out of the older form as it was', async () => {
    const from = await save('from.jks', await jksKeyStoreOf(client, client.keyPem, ASCII))
    const to = join(folder, 'to.p12')
    const store = ['-srckeystore', from, '-destkeystore', to, '-deststoretype', 'PKCS12']
    await run(
      'keytool',
      ['-importkeystore', ...store, '-srcstorepass:env', 'PASSWORD', '-deststorepass:env', 'PASSWORD'],
      {
        PASSWORD: ASCII,
      },
    )
    expect(listed(await list(to, ASCII)).fingerprints).toEqual(fingerprints(client.certificatePem, first.pem))
  })

  it.each(['p12', 'jks'])('lists every authority of a bundle as trusted: %s', async (form) => {
    const made =
      form === 'p12' ? makeTrustStore(authorities(), ASCII) : makeJksTrustStore(authorities(), ASCII, new Date())
    const file = await save(`trust.${form}`, await made)
    expect(listed(await list(file, ASCII))).toEqual({
      kind: form === 'p12' ? 'PKCS12' : 'JKS',
      aliases: ['ca-1', 'ca-2'],
      types: ['trustedCertEntry', 'trustedCertEntry'],
      fingerprints: fingerprints(first.pem, second.pem),
    })
  })

  it('opens a JKS with a password beyond ASCII, and says that it opens no PKCS#12 with one', async () => {
    const jks = await save('beyond.jks', await makeJksTrustStore(authorities(), BEYOND, new Date()))
    expect(listed(await list(jks, BEYOND)).aliases).toEqual(['ca-1', 'ca-2'])
    const p12 = await save('beyond.p12', await makeTrustStore(authorities(), BEYOND))
    await expect(list(p12, BEYOND)).rejects.toMatchObject({ stdout: expect.stringContaining('password was incorrect') })
  })

  it.each(['p12', 'jks'])('refuses a wrong password: %s', async (form) => {
    const made =
      form === 'p12' ? makeTrustStore(authorities(), ASCII) : makeJksTrustStore(authorities(), ASCII, new Date())
    const file = await save(`wrong.${form}`, await made)
    await expect(list(file, `${ASCII}x`)).rejects.toMatchObject({ stdout: expect.stringMatching(/password/) })
  })
})

describe.skipIf(!HAVE.openssl)('openssl (skipped where it is missing)', () => {
  const extract = (file: string, password: string, ...options: string[]) =>
    run('openssl', ['pkcs12', '-in', file, '-passin', 'env:PASSWORD', ...options], { PASSWORD: password })

  it.each([
    ['RSA', 'rsa', false],
    ['RSA in its older form', 'rsa', true],
    ['EC', 'ec', false],
  ] as const)('takes key and certificates out as they were: %s', async (_, kind, older) => {
    for (const password of [ASCII, BEYOND]) {
      const pair = await first.sign('client', { kind })
      const file = await save('openssl.p12', await keyStoreOf(pair, older ? pair.pkcs1Pem() : pair.keyPem, password))
      const key = await extract(file, password, '-nocerts', '-noenc')
      expect(key.slice(key.indexOf('-----BEGIN'))).toBe(pair.keyPem)
      const certificates = (await extract(file, password, '-nokeys')).match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g)
      expect(fingerprints(...(certificates ?? []))).toEqual(fingerprints(pair.certificatePem, first.pem, second.pem))
    }
  })

  it('finds the ciphers that were promised', async () => {
    const file = await save('info.p12', await keyStoreOf(client, client.keyPem, ASCII))
    const info = await run('sh', ['-c', 'openssl pkcs12 -info -noout -in "$1" -passin env:PASSWORD 2>&1', 'sh', file], {
      PASSWORD: ASCII,
    })
    expect(info).toContain('MAC: sha256, Iteration 10000')
    expect(info.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256/g)).toHaveLength(2)
  })

  it('never makes the same bytes twice', async () => {
    const [one, other] = await Promise.all([makeTrustStore(authorities(), ASCII), makeTrustStore(authorities(), ASCII)])
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })
})

/** A server at localhost that demands a client certificate, and says who came. */
const serve = async (authority: TestAuthority) => {
  const { certificatePem, keyPem } = await authority.sign('localhost')
  const options = { cert: certificatePem, key: keyPem, ca: [first.pem], requestCert: true, rejectUnauthorized: true }
  const server = createServer({ ...options, minVersion: 'TLSv1.3' }, (socket: TLSSocket) => {
    socket.on('error', () => undefined)
    socket.end(`hello ${String(socket.getPeerCertificate().subject.CN)}`)
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { port: String((server.address() as AddressInfo).port), close: () => server.close() }
}

describe.skipIf(!HAVE.java)('a Java client with the stores (skipped without a JDK)', () => {
  const connect = async (authority: TestAuthority, pair: TestPair, form: 'p12' | 'jks') => {
    const keys = await save('java-keys.p12', await keyStoreOf(pair, pair.keyPem, ASCII))
    const made =
      form === 'p12' ? makeTrustStore(authorities(), ASCII) : makeJksTrustStore(authorities(), ASCII, new Date())
    const trust = await save(`java-trust.${form}`, await made)
    const { port, close } = await serve(authority)
    try {
      return await run('java', [program, port, keys, trust, form === 'p12' ? 'PKCS12' : 'JKS'], { PASSWORD: ASCII })
    } finally {
      close()
    }
  }

  it('logs in with an RSA key and both forms of trust store', async () => {
    expect(await connect(first, client, 'p12')).toBe('TLSv1.3 hello avnadmin\n')
    expect(await connect(first, client, 'jks')).toBe('TLSv1.3 hello avnadmin\n')
  })

  it('logs in with an EC key, at a server that the second authority of the bundle signed', async () => {
    const pair = await first.sign('ec-user', { kind: 'ec' })
    expect(await connect(second, pair, 'p12')).toBe('TLSv1.3 hello ec-user\n')
  })

  it('refuses an impostor with a certificate of another authority of the same name', async () => {
    await expect(connect(rogue, client, 'p12')).rejects.toMatchObject({
      // not ours: Java's words
      stderr: expect.stringMatching(/PKIX path validation failed|unable to find valid certification path/),
    })
  })
})

it('a key store of the older form gives the key back, to its password alone', async () => {
  const { label, der: key } = readPrivateKey(client.keyPem)
  const bytes = await jksKeyStoreOf(client, client.keyPem, BEYOND)
  const { keys, certificates } = await readJks(bytes, BEYOND)
  expect(keys).toEqual([{ alias: 'avnadmin', pkcs8: toPkcs8(label, key) }])
  expect(certificates).toHaveLength(2)
  await expect(readJks(bytes, 'other')).rejects.toMatchObject({ fault: 'wrong-password' })
})

it('the Java program is where the tests look for it', async () => {
  expect(await readFile(program, 'utf8')).toContain('class MutualTls')
})
