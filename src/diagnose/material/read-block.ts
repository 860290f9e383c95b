/** Reads one PEM block: what is in it, or why nothing is. */
import { isEncryptedKey } from './read-binary.ts'
import { messageAnswer, otherAnswer } from './other-der.ts'
import { attempt, readPkcs7 } from './read-pkcs7.ts'
import { DerError, readDer } from '../../crypto/der.ts'
import { derLabel } from '../../crypto/der-label.ts'
import { decryptPrivateKey } from '../../crypto/key-stores/pbes2.ts'
import { KeyStoreError } from '../../crypto/key-stores/key-store-error.ts'
import { keyLabel, readPrivateKeyDer } from '../../crypto/private-key.ts'
import { readCertificate, type Certificate } from '../../crypto/x509.ts'
import type { Block } from './armour.ts'
import type { Damage } from './armour-body.ts'
import { faultAnswer, kindOfLabel } from './damage-words.ts'
import type { HeldCertificate, HeldKey, Locked, Reading } from './reading.ts'
import { say, type Answer } from '../words.ts'

/** What the blocks of a text hold, as far as it was read: each block adds to it. */
export interface Gathered {
  readonly certificates: HeldCertificate[]
  readonly keys: HeldKey[]
  readonly answers: Answer[]
  readonly damage: Set<Damage>
  /** Blocks that are whole. */
  readonly good: { label: string; der: Uint8Array }[]
  /** Something is there that cannot be brought back. */
  lost: boolean
  locked?: Locked | undefined
  convert?: Reading['convert']
}

/** The label as strict readers want it, for names of OpenSSL's own. */
const usualLabel = (label: string): string => (kindOfLabel(label) === 'certificate' ? 'CERTIFICATE' : label)

const lose = (found: Gathered, answer: Answer) => {
  found.answers.push(answer)
  found.lost = true
}

/** Bytes that are shorter than they say themselves. */
const isCutOff = (error: DerError): boolean => /longer than the data|the data ends/.test(error.message)

const openKey = async (label: string, der: Uint8Array, password: string | undefined) => {
  if (label !== 'ENCRYPTED PRIVATE KEY') return der
  const element = readDer(der)
  if (!isEncryptedKey(der)) throw new DerError('it isn’t an encrypted PKCS#8 key')
  if (password === undefined) throw new KeyStoreError('wrong-password', '')
  return decryptPrivateKey(element, password)
}

const takeKey = async (
  { label, assignedTo }: Block,
  der: Uint8Array,
  password: string | undefined,
  found: Gathered,
) => {
  try {
    found.keys.push({ key: readPrivateKeyDer(await openKey(label, der, password)), label: assignedTo })
  } catch (error) {
    if (!(error instanceof KeyStoreError)) throw error
    if (error.fault === 'wrong-password') found.locked = { what: 'private key', refused: password !== undefined }
    else found.answers.push({ tone: 'attention', words: say`The private key is encrypted. ${error.message}` })
    if (error.fault === 'old-cipher') found.convert = 'key-legacy'
  }
}

const takeBytes = async (
  block: Block,
  der: Uint8Array,
  certificate: Certificate | undefined,
  password: string | undefined,
  found: Gathered,
) => {
  const { label, assignedTo } = block
  const what = kindOfLabel(label)
  if (what === 'certificate')
    found.certificates.push({ certificate: certificate ?? readCertificate(der), label: assignedTo })
  else if (label === 'PKCS7' || label === 'CMS') takeBundle(label, der, assignedTo, found)
  else if (label === 'OPENSSH PRIVATE KEY') {
    found.answers.push({ tone: 'info', words: ['An SSH private key. TLS clients don’t accept it.'] })
  } else if (what === 'private key') await takeKey(block, der, password, found)
  else
    found.answers.push(otherAnswer(label) ?? { tone: 'info', words: say`A ${what}, which no Aiven service asks for.` })
}

/** The certificates of a PKCS#7 bundle: each is PEM of its own in the repaired file. */
const takeBundle = (label: string, der: Uint8Array, assignedTo: string | undefined, found: Gathered) => {
  const certificates = readPkcs7(der)
  const other = certificates ? undefined : messageAnswer(der)
  if (other) {
    lose(found, other)
    return
  }
  if (!certificates) throw new DerError('no signed data with certificates')
  for (const one of certificates) {
    found.certificates.push({ certificate: readCertificate(one), label: assignedTo })
    found.good.push({ label: 'CERTIFICATE', der: one })
  }
  found.damage.add('odd-layout')
  found.answers.push({
    tone: 'attention',
    words: say`A certificate bundle (${label}). Java and Windows accept it; most clients need PEM with a CERTIFICATE block each, offered below.`,
  })
}

/** OpenSSL's TRUSTED CERTIFICATE holds the certificate, then its own notes on trust. */
const withoutTrust = (label: string, der: Uint8Array): Uint8Array => {
  if (label !== 'TRUSTED CERTIFICATE' || der[0] !== 0x30 || der[1] !== 0x82) return der
  return der.subarray(0, 4 + (der[2] ?? 0) * 256 + (der[3] ?? 0))
}

/** Their bytes are no DER, or are read by their label alone. */
const isApart = (label: string): boolean => /^(?:OPENSSH |PGP |SSH2 )/.test(label)

/** The label that the bytes call for, whatever the first line says. */
const labelOf = (label: string, der: Uint8Array | undefined): string => {
  if (!der || isApart(label)) return label
  const key = attempt(() => readPrivateKeyDer(der))
  if (key) return keyLabel(key, der)
  if (isEncryptedKey(der)) return 'ENCRYPTED PRIVATE KEY'
  if (readPkcs7(der)) return label === 'CMS' ? label : 'PKCS7'
  if (attempt(() => readCertificate(der))) return kindOfLabel(label) === 'certificate' ? label : 'CERTIFICATE'
  const other = derLabel(der)
  return other === undefined || label.endsWith(other) ? label : other
}

/**
 * Adds what a block holds to `found`, or what is wrong with it.
 * @param password for an encrypted key, if the user gave one
 */
export const takeBlock = async (written: Block, password: string | undefined, found: Gathered) => {
  if (written.label.startsWith('PGP ')) {
    found.answers.push({ tone: 'info', words: ['A PGP block. TLS clients don’t accept it.'] })
    return
  }
  const der = written.der && withoutTrust(written.label, written.der)
  // Nearly always what the label says: nothing else is tried then.
  const certificate =
    der && kindOfLabel(written.label) === 'certificate' ? attempt(() => readCertificate(der)) : undefined
  const label = certificate ? written.label : labelOf(written.label, der)
  const block = { ...written, label }
  const { fault } = block
  if (fault === 'encrypted') found.convert = 'key-legacy'
  if (fault !== undefined || !der) {
    const cut = fault === 'not-base64' && block.culprit === undefined && block.damage.includes('no-end-line')
    lose(found, faultAnswer(block, cut ? 'cut-off' : (fault ?? 'empty')))
    return
  }
  try {
    await takeBytes(block, der, certificate, password, found)
    for (const kind of block.damage) found.damage.add(kind)
    if (label !== written.label) found.damage.add('wrong-label')
    if (usualLabel(label) !== label || label === 'EC PARAMETERS') found.damage.add('odd-layout')
    if (label === 'PKCS12') found.lost = true
    else if (label !== 'PKCS7' && label !== 'CMS' && label !== 'EC PARAMETERS')
      found.good.push({ label: usualLabel(label), der })
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    if (isCutOff(error)) lose(found, faultAnswer(block, 'cut-off'))
    else
      lose(found, {
        tone: 'bad',
        words: say`This isn’t a valid ${kindOfLabel(label)}: ${error.message}. Download it again.`,
      })
  }
}
