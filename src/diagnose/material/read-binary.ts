/** Reads binary files: DER of many kinds, key stores, and what people take for a certificate by mistake. */
import { children, DerError, readDer, TAG } from '../../crypto/der.ts'
import { derLabel } from '../../crypto/der-label.ts'
import { bouncyCastleKind } from '../../crypto/key-stores/bouncy-castle.ts'
import { KeyStoreError, type KeyStoreContents } from '../../crypto/key-stores/key-store-error.ts'
import { decryptPrivateKey } from '../../crypto/key-stores/pbes2.ts'
import { javaStoreKind, readJks } from '../../crypto/key-stores/read-jks.ts'
import { isPkcs12, readPkcs12 } from '../../crypto/key-stores/read-pkcs12.ts'
import { keyLabel, readPrivateKeyDer } from '../../crypto/private-key.ts'
import { readCertificate } from '../../crypto/x509.ts'
import { toPem } from './armour.ts'
import { MAX_CERTIFICATES } from './limits.ts'
import type { PauseIfDue } from '../../lib/pause.ts'
import type { HeldCertificate, HeldKey, Reading } from './reading.ts'
import { messageAnswer, otherAnswer } from './other-der.ts'
import { attempt, readPkcs7 } from './read-pkcs7.ts'
import { say, type Answer } from '../words.ts'

const nothing = { certificates: [], keys: [] }

/** Files that begin with bytes of their own. */
const MAGIC: [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'A ZIP archive. Unpack it, and check the files in it.'],
  [[0x1f, 0x8b], 'A gzip archive. Unpack it, and check the files in it.'],
  [[0x25, 0x50, 0x44, 0x46], 'A PDF document. Clients can’t read certificates from it.'],
  [
    [0x89, 0x50, 0x4e, 0x47],
    'A picture. Paste the text that it shows instead: errors and settings can’t be read from pictures.',
  ],
  [
    [0xff, 0xd8, 0xff],
    'A picture. Paste the text that it shows instead: errors and settings can’t be read from pictures.',
  ],
  [
    [0x1e, 0xf1, 0xb5, 0xb0],
    'A private key in Microsoft’s PVK form. openssl rsa -inform PVK -in FILE -out service.key converts it.',
  ],
  [
    [0x07, 0x02, 0x00, 0x00],
    'A key in Microsoft’s BLOB form. openssl rsa -inform MSBLOB -in FILE -out service.key converts it.',
  ],
  [[0x7f, 0x45, 0x4c, 0x46], 'A program, not a certificate.'],
  [[0x4d, 0x5a], 'A program, not a certificate.'],
]

const single = (name: string, form: string, tone: Answer['tone'], words: Answer['words']): Reading => ({
  name,
  form,
  ...nothing,
  answers: [{ tone, words }],
})

const DER_ADVICE: Answer = {
  tone: 'info',
  words: [
    'In DER, the binary form. Java and Windows accept it; psql, librdkafka and most others need PEM, offered below.',
  ],
}

/** PKCS#8 that a password opens. */
export const isEncryptedKey = (data: Uint8Array) =>
  attempt(() => {
    const [algorithm, text, ...rest] = children(readDer(data))
    return rest.length === 0 && algorithm?.tag === TAG.sequence && text?.tag === TAG.octetString
  }) ?? false

const readStored = async ({ certificates, keys }: KeyStoreContents, pauseIfDue: PauseIfDue) => {
  const held: HeldCertificate[] = []
  const answers: Answer[] = []
  for (const { der, alias } of certificates.slice(0, MAX_CERTIFICATES)) {
    await pauseIfDue()
    const certificate = attempt(() => readCertificate(der))
    if (certificate) held.push({ certificate, label: alias })
    else answers.push({ tone: 'bad', words: say`The store’s entry “${alias ?? ''}” isn’t a certificate.` })
  }
  const heldKeys: HeldKey[] = []
  for (const { pkcs8, alias } of keys) {
    const key = attempt(() => readPrivateKeyDer(pkcs8))
    if (key) heldKeys.push({ key, label: alias })
    else answers.push({ tone: 'bad', words: say`The store’s entry “${alias ?? ''}” isn’t a key.` })
  }
  return { certificates: held, keys: heldKeys, answers }
}

/** What Java makes of a PKCS#12 store: without Oracle's mark it trusts nobody in it. */
const trustAnswers = ({ certificates, keys }: KeyStoreContents): Answer[] => {
  if (certificates.length + keys.length === 0)
    return [{ tone: 'attention', words: ['The store contains no certificate and no private key.'] }]
  if (keys.length > 0 || certificates.some(({ trusted }) => trusted)) return []
  const words =
    'Java finds no certificate in this store, because none is marked as trusted. It reports “the trustAnchors parameter must be non-empty”. Create the store with keytool -importcert.'
  return [{ tone: 'bad', words: [words] }]
}

const CONVERT = { 'old-cipher': 'pkcs12-legacy', 'not-der': 'pkcs12-legacy' } as const

const readPkcs12Store = async (
  name: string,
  data: Uint8Array,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
) => {
  const form = 'PKCS#12 store'
  try {
    // Stores without a password are real: try that one before anyone is asked.
    const contents = await readPkcs12(data, password ?? '')
    const stored = await readStored(contents, pauseIfDue)
    return { name, form, ...stored, answers: [...stored.answers, ...trustAnswers(contents)] }
  } catch (error) {
    if (!(error instanceof KeyStoreError)) throw error
    const { fault, message } = error
    if (fault === 'wrong-password') {
      const locked = { what: 'PKCS#12', refused: password !== undefined } as const
      return { name, form, ...nothing, answers: [], locked }
    }
    const convert = fault === 'old-cipher' || fault === 'not-der' ? CONVERT[fault] : undefined
    const tone = convert ? ('attention' as const) : ('bad' as const)
    return { name, form, ...nothing, answers: [{ tone, words: [message] }], convert }
  }
}

const readJavaStore = async (name: string, data: Uint8Array, password: string | undefined, pauseIfDue: PauseIfDue) => {
  const form = `${javaStoreKind(data) ?? 'JKS'} store`
  try {
    const contents = await readJks(data, password)
    const stored = await readStored(contents, pauseIfDue)
    const trustStore = contents.certificates.every(({ trusted }) => trusted)
    const locked = password === undefined && !trustStore ? { what: 'JKS' as const, refused: false } : undefined
    return { name, form, ...stored, locked }
  } catch (error) {
    if (!(error instanceof KeyStoreError)) throw error
    const { fault, message } = error
    if (fault === 'wrong-password') {
      return { name, form, ...nothing, answers: [], locked: { what: 'JKS' as const, refused: true } }
    }
    const convert = fault === 'old-cipher' ? ('jceks' as const) : undefined
    const tone = convert ? ('attention' as const) : ('bad' as const)
    return { name, form, ...nothing, answers: [{ tone, words: [message] }], convert }
  }
}

const readDerKey = async (name: string, data: Uint8Array, password: string | undefined): Promise<Reading> => {
  const form = 'Encrypted private key, DER'
  const locked = { what: 'private key', refused: password !== undefined } as const
  if (password === undefined) return { name, form, ...nothing, answers: [], locked }
  try {
    const key = readPrivateKeyDer(await decryptPrivateKey(readDer(data), password))
    return { name, form, certificates: [], keys: [{ key, label: undefined }], answers: [] }
  } catch (error) {
    if (error instanceof DerError) return single(name, form, 'bad', ['It doesn’t contain a private key.'])
    if (!(error instanceof KeyStoreError)) throw error
    if (error.fault === 'wrong-password') return { name, form, ...nothing, answers: [], locked }
    return {
      ...single(name, form, 'attention', [error.message]),
      convert: error.fault === 'old-cipher' ? 'key-legacy' : undefined,
    }
  }
}

/** The header of a SEQUENCE says more bytes than there are: the rest was lost on the way. */
const cutOffBy = (data: Uint8Array): number | undefined => {
  if (data[0] !== 0x30 || data[1] !== 0x82 || data.length < 4) return undefined
  const whole = (data[2] ?? 0) * 256 + (data[3] ?? 0) + 4
  return whole > data.length ? whole - data.length : undefined
}

/** Reads bytes that are DER or a key store; undefined for what is neither. */
export const readBinary = async (
  name: string,
  data: Uint8Array,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
): Promise<Reading | undefined> => {
  if (javaStoreKind(data)) return readJavaStore(name, data, password, pauseIfDue)
  const kind = bouncyCastleKind(data)
  if (kind) {
    const words = say`A store of Bouncy Castle, a Java library. Only programs with that library can read it. The command below converts it to PKCS#12.`
    return { ...single(name, `${kind} store`, 'attention', words), convert: kind }
  }
  const magic = MAGIC.find(([bytes]) => bytes.every((byte, index) => data[index] === byte))
  if (magic) return single(name, 'Another kind of file', 'bad', [magic[1]])
  if (data[0] !== 0x30) return undefined
  const certificate = attempt(() => readCertificate(data))
  if (certificate) {
    return { name, form: 'DER', certificates: [{ certificate, label: undefined }], keys: [], answers: [DER_ADVICE] }
  }
  if (isPkcs12(data)) return readPkcs12Store(name, data, password, pauseIfDue)
  const key = attempt(() => readPrivateKeyDer(data))
  if (key) {
    const repaired = { name: 'service.key', text: toPem(keyLabel(key, data), data) }
    return { name, form: 'DER', certificates: [], keys: [{ key, label: undefined }], answers: [DER_ADVICE], repaired }
  }
  const pkcs7 = readPkcs7(data)
  if (pkcs7) {
    const contents = { certificates: pkcs7.map((der) => ({ der, alias: undefined, trusted: false })), keys: [] }
    return { name, form: 'PKCS#7 bundle', ...(await readStored(contents, pauseIfDue)) }
  }
  if (isEncryptedKey(data)) return readDerKey(name, data, password)
  const other = messageAnswer(data) ?? otherAnswer(derLabel(data))
  if (other) return { name, form: 'DER', ...nothing, answers: [other] }
  const missing = cutOffBy(data)
  if (missing === undefined) return undefined
  return single(name, 'DER', 'bad', say`It’s cut off: ${missing} bytes are missing at its end. Download it again.`)
}
