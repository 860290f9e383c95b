/**
 * - `wrong-password`: the seal, or the padding of what was decrypted, doesn't fit the password.
 * - `old-cipher`: encrypted with what WebCrypto lacks (RC2, 3DES): `openssl pkcs12 -legacy` can convert it.
 * - `too-slow`: asks for so many rounds that opening it would take minutes.
 * - `not-der`: written in BER with open-ended lengths, which this reader doesn't take; openssl converts it.
 * - `broken`: not a store, or damaged.
 */
export type KeyStoreFault = 'wrong-password' | 'old-cipher' | 'too-slow' | 'not-der' | 'broken'

/** Why a key store can't be opened. */
export class KeyStoreError extends Error {
  override name = 'KeyStoreError'
  readonly fault: KeyStoreFault

  constructor(fault: KeyStoreFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/** A certificate of a store. */
export interface StoredCertificate {
  readonly alias: string | undefined
  readonly der: Uint8Array
  /** Java takes it for one to trust: an entry of a JKS trust store, or one with Oracle's mark. */
  readonly trusted: boolean
}

export interface StoredKey {
  readonly alias: string | undefined
  /** PKCS#8. */
  readonly pkcs8: Uint8Array
}

export interface KeyStoreContents {
  readonly certificates: readonly StoredCertificate[]
  readonly keys: readonly StoredKey[]
}
