/** What was found in one file or paste, before it is compared with anything. */
import type { Certificate } from '../../crypto/x509.ts'
import type { BouncyCastleKind } from '../../crypto/key-stores/bouncy-castle.ts'
import type { PrivateKey } from '../../crypto/private-key.ts'
import type { LongText } from './long-text.ts'
import type { Answer } from '../words.ts'

/** One file or paste as it came. */
export interface Material {
  /** The file's name, or "Pasted text". */
  readonly name: string
  /** Its first bytes, at most `MAX_BYTES`. */
  readonly bytes: Uint8Array
  /** Its last bytes, at most `MAX_END`, where not all are in `bytes`. */
  readonly end?: Uint8Array | undefined
  /** Its size in bytes, whether or not all of it is there. */
  readonly size: number
}

export interface HeldCertificate {
  readonly certificate: Certificate
  /** Its name in the key store, or what the text assigns it to. */
  readonly label: string | undefined
}

export interface HeldKey {
  readonly key: PrivateKey
  readonly label: string | undefined
}

/** A file that is the same but for its damage. */
export interface RepairedFile {
  readonly name: string
  readonly text: string
}

/** What the page has to ask for, and why. */
export interface Locked {
  readonly what: 'PKCS#12' | 'JKS' | 'private key'
  /** The password that was given did not fit. */
  readonly refused: boolean
}

export interface Reading {
  readonly name: string
  /** What it is, in a few words: "PEM", "a PKCS#12 store". */
  readonly form: string
  /** One file of PEM: no text, settings or names around its blocks. */
  readonly isBare?: boolean
  readonly certificates: readonly HeldCertificate[]
  readonly keys: readonly HeldKey[]
  /** What there is to say about the bytes, whatever they mean. */
  readonly answers: readonly Answer[]
  readonly repaired?: RepairedFile | undefined
  readonly locked?: Locked | undefined
  /** A command converts it to something that can be read here; the page quotes it for a shell. */
  readonly convert?: 'pkcs12-legacy' | 'jceks' | 'key-legacy' | BouncyCastleKind | undefined
  /** The text, where it may hold settings, messages or a handshake; at most `MAX_TEXT` characters. */
  readonly text?: string | undefined
  /** Of a longer text: its errors. */
  readonly long?: LongText | undefined
}
