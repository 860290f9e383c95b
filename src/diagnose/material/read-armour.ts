/** Text with PEM in it: its certificates and keys, what is wrong with it, and the repaired file. */
import { isEncryptedKey } from './read-binary.ts'
import { messageAnswer, otherAnswer } from './other-der.ts'
import { attempt, readPkcs7 } from './read-pkcs7.ts'
import { DerError, readDer } from '../../crypto/der.ts'
import { derLabel } from '../../crypto/der-label.ts'
import { decryptPrivateKey } from '../../crypto/key-stores/pbes2.ts'
import { KeyStoreError } from '../../crypto/key-stores/key-store-error.ts'
import { keyLabel, readPrivateKeyDer } from '../../crypto/private-key.ts'
import { readPem } from '../../crypto/pem.ts'
import { sameBytes } from '../../crypto/same.ts'
import { readCertificate, type Certificate } from '../../crypto/x509.ts'
import { countBlocks, scanArmour, toPem, type Block } from './armour.ts'
import type { Damage } from './armour-body.ts'
import { damageAnswers, faultAnswer, isHarmless, thing } from './damage-words.ts'
import { MAX_CERTIFICATES, MAX_TEXT } from './limits.ts'
import type { PauseIfDue } from '../../lib/pause.ts'
import type { HeldCertificate, HeldKey, Locked, Reading, RepairedFile } from './reading.ts'
import { plain, say, type Answer } from '../words.ts'

interface Gathered {
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
const usualLabel = (label: string): string => (thing(label) === 'certificate' ? 'CERTIFICATE' : label)

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
  const what = thing(label)
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
  if (attempt(() => readCertificate(der))) return thing(label) === 'certificate' ? label : 'CERTIFICATE'
  const other = derLabel(der)
  return other === undefined || label.endsWith(other) ? label : other
}

const takeBlock = async (written: Block, password: string | undefined, found: Gathered) => {
  if (written.label.startsWith('PGP ')) {
    found.answers.push({ tone: 'info', words: ['A PGP block. TLS clients don’t accept it.'] })
    return
  }
  const der = written.der && withoutTrust(written.label, written.der)
  // Nearly always what the label says: nothing else is tried then.
  const certificate = der && thing(written.label) === 'certificate' ? attempt(() => readCertificate(der)) : undefined
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
        words: say`This isn’t a valid ${thing(label)}: ${error.message}. Download it again.`,
      })
  }
}

/** Extensions under which the repaired file keeps its own name. */
const PEM_NAMES = /\.(pem|crt|cer|cert|key|ca-bundle)$/i

/** What to call a file of certificates: a client presents the first one of its own file. */
export const certificatesName = (held: readonly HeldCertificate[]): string => {
  if (held.every(({ certificate }) => certificate.isCa)) return 'ca.pem'
  return held[0]?.certificate.isCa === true ? 'bundle.pem' : 'service.cert'
}

/** A private key that was read, or that a password opens. */
const isKey = (label: string): boolean => thing(label) === 'private key' && label !== 'OPENSSH PRIVATE KEY'

/** What clients are given: no request, public key or list of what was revoked, whatever stands beside it. */
const isOffered = (label: string): boolean => label === 'CERTIFICATE' || isKey(label)

const repairedName = (name: string, found: Gathered): string => {
  if (PEM_NAMES.test(name)) return name.replace(/[^A-Za-z0-9._-]+/g, '_')
  if (found.certificates.length === 0) return 'service.key'
  if (found.good.some(({ label }) => isKey(label))) return 'bundle.pem'
  return certificatesName(found.certificates)
}

/** Only certificates and keys, and only what reads back, strictly, as the very same bytes. */
const repair = (name: string, found: Gathered): RepairedFile | undefined => {
  if (!found.good.every(({ label }) => isOffered(label))) return undefined
  const text = found.good.map(({ label, der }) => toPem(label, der)).join('')
  const back = readPem(text)
  const same = back.every(({ label, der }, index) => {
    const good = found.good[index]
    return good?.label === label && sameBytes(good.der, der)
  })
  return same ? { name: repairedName(name, found), text } : undefined
}

/** So many answers about parts of one text; what is the same is told once. */
const MAX_ANSWERS = 10

const told = (answers: readonly Answer[]): Answer[] => {
  const distinct = [...new Map(answers.map((answer) => [plain(answer.words), answer])).values()]
  if (distinct.length <= MAX_ANSWERS) return distinct
  const words = say`${distinct.length - MAX_ANSWERS} more parts of it have problems.`
  return [...distinct.slice(0, MAX_ANSWERS), { tone: 'bad', words }]
}

/**
 * A layout that OpenSSL, Java, Node and Python all read: each first and last line alone on its own, base64 of up to 76
 * characters between, nothing else. What differs by a space may be refused by one of them.
 */
const isStrict = (text: string): boolean => {
  let open: string | undefined
  let lines = 0
  for (const line of text.split(/\r?\n/)) {
    const [, kind, label] = /^-----(BEGIN|END) ([A-Z0-9. ]+)-----$/.exec(line) ?? []
    if (kind === 'BEGIN' && open === undefined) {
      open = label
      lines = 0
    } else if (kind === 'END' && open === label && lines > 0) open = undefined
    else if (open !== undefined && /^[A-Za-z0-9+/]{1,76}={0,2}$/.test(line)) lines++
    else if (open !== undefined || line !== '') return false
  }
  return open === undefined
}

/** Said of a file that every client reads as it stands. */
export const WHOLE: Answer = { tone: 'good', words: ['The file is intact.'] }

/** Prose, dumps and settings around the blocks: what `readPem` refuses. */
const hasTextAround = (text: string, spans: readonly [number, number][]): boolean => {
  let at = 0
  for (const [start, end] of spans) {
    if (text.slice(at, start).trim() !== '') return true
    at = end
  }
  return text.slice(at).trim() !== ''
}

/**
 * Reads a text with PEM in it.
 * @param text decoded, without a byte-order mark
 * @param before damage that the whole text has: what was undone to decode it
 */
export const readArmour = async (
  name: string,
  text: string,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
  before: readonly Answer[],
): Promise<Reading> => {
  const found: Gathered = { certificates: [], keys: [], answers: [], damage: new Set(), good: [], lost: false }
  const spans: [number, number][] = []
  let unread = 0
  for (const block of scanArmour(text)) {
    await pauseIfDue()
    spans.push([block.start, block.end])
    await takeBlock(block, password, found)
    if (spans.length < MAX_CERTIFICATES) continue
    unread = countBlocks(text, block.end)
    break
  }
  const answers = [...before, ...told(found.answers), ...damageAnswers(found.damage)]
  if (unread > 0) {
    const words = say`The first ${MAX_CERTIFICATES} parts were read; ${unread} more were only counted.`
    answers.push({ tone: 'attention', words })
  }
  const around = hasTextAround(text, spans)
  const isOdd = !around && isHarmless(found.damage) && found.good.length > 0 && unread === 0 && !isStrict(text)
  if (isOdd) {
    found.damage.add('odd-layout')
    answers.push(...damageAnswers(new Set<Damage>(['odd-layout'])))
  }
  const damaged = before.length > 0 || found.damage.size > 0 || around
  const whole = !found.lost && unread === 0 && found.good.length > 0
  if (whole && around) {
    answers.push({ tone: 'info', words: ['There’s other text around it. OpenSSL skips it; other clients may not.'] })
  } else if (
    whole &&
    before.length === 0 &&
    isHarmless(found.damage) &&
    found.good.some(({ label }) => isOffered(label))
  ) {
    answers.push(WHOLE)
  }
  const { certificates, keys, locked, convert } = found
  const repaired = whole && damaged ? repair(name, found) : undefined
  // Of nothing but sound blocks there is nothing else to read.
  const head = text.slice(0, MAX_TEXT)
  const rest = found.lost || hasTextAround(head, spans) ? head : undefined
  return { name, form: 'PEM', isBare: !around, certificates, keys, answers, repaired, locked, convert, text: rest }
}
