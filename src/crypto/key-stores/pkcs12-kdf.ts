/** How PKCS#12 makes the key of its MAC out of a password (RFC 7292, appendix B). */
import { concat, utf16 } from '../der-write.ts'
import { createPause } from '../../lib/pause.ts'

/** The hashes of WebCrypto, with the size of their blocks in bytes, v in RFC 7292. */
const BLOCKS = {
  'SHA-1': 64,
  'SHA-256': 64,
  'SHA-384': 128,
  'SHA-512': 128,
} as const

export type MacHash = keyof typeof BLOCKS

/** Number of rounds between two looks at the clock: a fraction of a millisecond. */
const ROUNDS_A_LOOK = 50

/** Purpose "MAC key" (appendix B.3). */
const MAC_ID = 3

/** The bytes over and over, up to a whole number of blocks. */
const fill = (bytes: Uint8Array, block: number): Uint8Array => {
  const length = Math.ceil(bytes.length / block) * block
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0)
}

/** A password as the derivation takes it: BMPString with two zero bytes at the end. */
const passwordBytes = (password: string): Uint8Array => utf16(`${password}\0`)

/** The key for a store's HMAC: as long as the hash, so that one round of the derivation is enough. */
export const deriveMacKey = async (
  subtle: SubtleCrypto,
  hash: MacHash,
  password: string,
  salt: Uint8Array,
  iterations: number,
): Promise<ArrayBuffer> => {
  const block = BLOCKS[hash]
  const diversifier = new Uint8Array(block).fill(MAC_ID)
  let key = await subtle.digest(hash, concat(diversifier, fill(salt, block), fill(passwordBytes(password), block)))
  // Chromium answers digests of so few bytes within the same task: without a pause, thousands make one long task.
  const pauseIfDue = createPause()
  for (let round = 1; round < iterations; round++) {
    key = await subtle.digest(hash, key)
    if (round % ROUNDS_A_LOOK === 0) await pauseIfDue()
  }
  return key
}

/** The MAC of a store's contents. */
export const computeMac = async (
  subtle: SubtleCrypto,
  hash: MacHash,
  key: ArrayBuffer,
  contents: Uint8Array,
): Promise<Uint8Array> => {
  const hmac = await subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await subtle.sign('HMAC', hmac, contents as BufferSource))
}
