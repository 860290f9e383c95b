/** Stores of Bouncy Castle: told by their first bytes. What is in them, its library reads. */
import { children, DerError, readDer, readOid, TAG, toHex } from '../der.ts'

export type BouncyCastleKind = 'BKS' | 'UBER' | 'BCFKS'

/** Version 1 or 2, then a salt of 20 bytes, whose length stands before it. */
const HEAD = /^000000(?:01|02)00000014$/
/** Behind the salt and the count of iterations. */
const FIRST_ENTRY = 32
const PBES2 = '1.2.840.113549.1.5.13'

/** BKS goes on with entries in the clear: a kind up to 4, then a name with its length. UBER is encrypted as a whole. */
const hasEntries = (data: Uint8Array): boolean => {
  const [kind = 255, high = 255, low = 255] = data.subarray(FIRST_ENTRY)
  // No entry at all: then only the check of 20 bytes follows.
  if (kind === 0) return data.length === FIRST_ENTRY + 1 + 20
  const name = data.subarray(FIRST_ENTRY + 3, FIRST_ENTRY + 3 + high * 256 + low)
  return kind <= 4 && name.length === high * 256 + low && name.every((byte) => byte >= 0x20)
}

/** BCFKS is DER: what is encrypted, then its check. */
const isBcfks = (data: Uint8Array): boolean => {
  if (data[0] !== 0x30) return false
  try {
    const [store, check, ...rest] = children(readDer(data))
    if (store?.tag !== TAG.sequence || check?.tag !== TAG.sequence || rest.length > 0) return false
    const [algorithm, encrypted] = children(store)
    return (
      algorithm?.tag === TAG.sequence && encrypted?.tag === TAG.octetString && readOid(children(algorithm)[0]) === PBES2
    )
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}

/** Which kind of store it is; undefined for what is none of Bouncy Castle's. */
export const bouncyCastleKind = (data: Uint8Array): BouncyCastleKind | undefined => {
  if (HEAD.test(toHex(data.subarray(0, 8)))) return hasEntries(data) ? 'BKS' : 'UBER'
  return isBcfks(data) ? 'BCFKS' : undefined
}
