/** Password-based decryption: PBES2 (RFC 8018) with the ciphers that WebCrypto has. */
import { children, expectTag, readOid, TAG, type DerElement } from '../der.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import { KeyStoreError } from './key-store-error.ts'
import { OID } from './oids.ts'

const PSEUDO_RANDOM: Record<string, string> = {
  '1.2.840.113549.2.7': 'SHA-1',
  [OID.hmacWithSha256]: 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
}

/** AES in CBC mode, by the bytes of its key. */
const CIPHERS: Record<string, number> = {
  '2.16.840.1.101.3.4.1.2': 16,
  '2.16.840.1.101.3.4.1.22': 24,
  [OID.aes256Cbc]: 32,
}

/** Ciphers of old stores, by name. */
const OLD_CIPHERS: Record<string, string> = {
  '1.2.840.113549.1.12.1.1': '128-bit RC4',
  '1.2.840.113549.1.12.1.2': '40-bit RC4',
  '1.2.840.113549.1.12.1.3': '3DES',
  '1.2.840.113549.1.12.1.4': '2-key 3DES',
  '1.2.840.113549.1.12.1.5': '128-bit RC2',
  '1.2.840.113549.1.12.1.6': '40-bit RC2',
  '1.2.840.113549.1.5.3': 'DES',
  '1.2.840.113549.1.5.10': 'DES',
  '1.2.840.113549.3.7': '3DES',
}

/** PBKDF2 runs outside of the page's thread, but nothing can stop it, so anything that takes minutes is refused. */
const MAX_ROUNDS = 5_000_000

const oldCipher = (oid: string) =>
  new KeyStoreError(
    'old-cipher',
    `It’s encrypted with ${OLD_CIPHERS[oid] ?? `a cipher that this page doesn’t know (${oid})`}.`,
  )

/**
 * A small number out of an INTEGER.
 * @throws {KeyStoreError} when it is negative or more than `most`
 */
export const readRounds = (element: DerElement | undefined, most: number): number => {
  const { content } = expectTag(element, TAG.integer, 'the number of rounds')
  if (content.length > 6) throw new KeyStoreError('too-slow', 'It needs too many rounds to open in a browser.')
  const rounds = content.reduce((number, byte) => number * 256 + byte, 0)
  if (rounds === 0 || (content[0] ?? 0) & 0x80) throw new KeyStoreError('broken', 'Its number of rounds is invalid.')
  if (rounds > most) {
    throw new KeyStoreError('too-slow', `It needs ${rounds.toLocaleString('en')} rounds, which would take minutes.`)
  }
  return rounds
}

const readParameters = (parameters: DerElement | undefined) => {
  const [derivation, cipher] = children(expectTag(parameters, TAG.sequence, 'the parameters of PBES2'))
  const [kdf, kdfParameters] = children(expectTag(derivation, TAG.sequence, 'the key derivation'))
  const kdfOid = readOid(kdf)
  if (kdfOid !== OID.pbkdf2) throw oldCipher(kdfOid)
  const [salt, rounds, ...options] = children(expectTag(kdfParameters, TAG.sequence, 'the parameters of PBKDF2'))
  const prf = options.find(({ tag }) => tag === TAG.sequence)
  const hash = prf ? PSEUDO_RANDOM[readOid(children(prf)[0])] : 'SHA-1'
  const [cipherId, iv] = children(expectTag(cipher, TAG.sequence, 'the cipher'))
  const cipherOid = readOid(cipherId)
  const keyBytes = CIPHERS[cipherOid]
  if (hash === undefined || keyBytes === undefined) throw oldCipher(cipherOid)
  return {
    hash,
    keyBytes,
    salt: expectTag(salt, TAG.octetString, 'the salt').content,
    iterations: readRounds(rounds, MAX_ROUNDS),
    iv: expectTag(iv, TAG.octetString, 'the initialisation vector').content,
  }
}

/**
 * Decrypts.
 * @param algorithm an AlgorithmIdentifier
 * @throws {KeyStoreError} `old-cipher`, `too-slow`, or `wrong-password`: with CBC, damaged data looks the same
 * @throws {DerError}
 */
export const decryptPbes2 = async (
  algorithm: DerElement | undefined,
  cipherText: Uint8Array,
  password: string,
): Promise<Uint8Array> => {
  const subtle = requireWebCrypto('decrypt')
  const [oid, parameters] = children(expectTag(algorithm, TAG.sequence, 'the encryption algorithm'))
  const name = readOid(oid)
  if (name !== OID.pbes2) throw oldCipher(name)
  const { hash, keyBytes, salt, iterations, iv } = readParameters(parameters)
  const base = await subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash, salt: salt as BufferSource, iterations }
  const cipher = { name: 'AES-CBC', length: keyBytes * 8 }
  try {
    const key = await subtle.deriveKey(derivation, base, cipher, false, ['decrypt'])
    const parts = { name: 'AES-CBC', iv: iv as BufferSource }
    return new Uint8Array(await subtle.decrypt(parts, key, cipherText as BufferSource))
  } catch {
    throw new KeyStoreError('wrong-password', 'The password doesn’t open it.')
  }
}

/** The private key inside an EncryptedPrivateKeyInfo (RFC 5958), as PKCS#8. Throws like `decryptPbes2`. */
export const decryptPrivateKey = async (encrypted: DerElement, password: string): Promise<Uint8Array> => {
  const [algorithm, data] = children(expectTag(encrypted, TAG.sequence, 'an encrypted private key'))
  return decryptPbes2(algorithm, expectTag(data, TAG.octetString, 'the encrypted data').content, password)
}
