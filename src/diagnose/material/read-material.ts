/**
 * The first look at what somebody drops or pastes: what is it, what is in it, is it whole? Everything else is
 * made from that. Whatever comes, the answer is a reading: no input makes it throw but an aborted signal.
 */
import { scanArmour, toPem } from './armour.ts'
import { bareBodies, type BareBody } from './bare-base64.ts'
import { MAX_BYTES, MAX_TEXT } from './limits.ts'
import type { PauseIfDue } from '../../lib/pause.ts'
import { checkAltered } from './altered.ts'
import { readArmour, WHOLE } from './read-armour.ts'
import { readBinary } from './read-binary.ts'
import type { Material, Reading, RepairedFile } from './reading.ts'
import { certificatesName } from './repair.ts'
import { undoWriting, type Undone } from './undo.ts'
import { say, type Answer } from '../words.ts'

const NOT_UTF8: Answer = {
  tone: 'attention',
  words: ['Its text is UTF-16, which PowerShell writes with ">". Clients need plain text (UTF-8).'],
}
const MARKED: Answer = {
  tone: 'attention',
  words: ['It starts with an invisible byte-order mark. Some clients then find no certificate.'],
}
const WEB_PAGE: Answer = {
  tone: 'bad',
  words: ['A web page, not a certificate: a sign-in or error page was saved instead. Download it again.'],
}
const PAGE_AROUND: Answer = { tone: 'attention', words: ['It’s inside a web page. Clients can’t read that.'] }

const ENDED: Answer = {
  tone: 'attention',
  words: ['It ends with a NUL or Ctrl-Z, as old programs write it. Some clients reject that.'],
}
/** NUL and Ctrl-Z at the end of a text. */
// oxlint-disable-next-line no-control-regex
const END_MARK = /[\u0000\u001a]{1,8}$/

/** Characters that text does not have. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** Whether every second byte is zero, from this one on, and no other: Latin text in UTF-16 without a mark. */
const isZeroAt = (bytes: Uint8Array, odd: 0 | 1): boolean => {
  const head = bytes.subarray(0, 64)
  return head.length >= 32 && head.every((byte, index) => (byte === 0) === (index % 2 === odd))
}

const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || isZeroAt(bytes, 1)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || isZeroAt(bytes, 0) ? 'utf-16be' : undefined
}

/** The bytes as text; undefined when they are none. */
const decode = (bytes: Uint8Array): Undone | undefined => {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), answers: [NOT_UTF8] }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const marked = text.startsWith('\ufeff')
    const ended = END_MARK.test(text)
    const whole = text.replace(END_MARK, '')
    // A log may hold what a server answered: a control character or two. Files of bytes have a NUL, or are no UTF-8.
    if (whole.slice(0, MAX_TEXT).includes('\0')) return undefined
    const { text: undone, answers } = undoWriting(marked ? whole.slice(1) : whole)
    return { text: undone, answers: [...(marked ? [MARKED] : []), ...(ended ? [ENDED] : []), ...answers] }
  } catch {
    // A multi-byte character may be cut at the end of what was read; Latin-1 text has none at all.
    const text = new TextDecoder('latin1').decode(bytes)
    return BINARY.test(text.slice(0, MAX_TEXT)) ? undefined : { text, answers: [] }
  }
}

const HTML = /^\s*<(!doctype html|html|head|body)\b/i

/** So many layers of base64 are opened: a secret in a secret, no more. */
const DEEPEST = 3
const MOST_BASE64 = 1024 * 1024
/** One file of several: only where all of it is certificates, so that no key gets among them. */
const repairedOf = (readings: readonly Reading[]): RepairedFile | undefined => {
  const files = readings.flatMap(({ repaired }) => repaired ?? [])
  const [first] = files
  if (!first || files.length < readings.length) return undefined
  if (files.length > 1 && readings.some(({ keys, locked }) => keys.length > 0 || locked)) return undefined
  const isOneName = files.every(({ name }) => name === first.name)
  return { name: isOneName ? first.name : 'bundle.pem', text: files.map(({ text }) => text).join('') }
}

const WRITTEN: Readonly<Record<BareBody['encoding'], Answer>> = {
  base64: { tone: 'info', words: ['Written in base64, as in Kubernetes secrets and CI variables.'] },
  hexadecimal: { tone: 'info', words: ['Written in hexadecimal, as databases print bytes. Clients can’t read that.'] },
}

const merge = (name: string, readings: readonly Reading[], encoding: BareBody['encoding'], text: string): Reading => ({
  name,
  form: readings.length === 1 ? `${readings[0]?.form ?? ''}, in ${encoding}` : `Several things in ${encoding}`,
  certificates: readings.flatMap(({ certificates }) => certificates),
  keys: readings.flatMap(({ keys }) => keys),
  answers: [
    WRITTEN[encoding],
    // What is whole inside is not what clients would read.
    ...readings.flatMap(({ answers }) => answers.filter((answer) => answer !== WHOLE)),
  ],
  repaired: repairedOf(readings),
  locked: readings.find(({ locked }) => locked)?.locked,
  convert: readings.find(({ convert }) => convert)?.convert,
  text,
})

/** PEM of what came as DER, when that is all that there is. */
const asPem = (reading: Reading): Reading => {
  const { certificates, keys, locked, repaired, name } = reading
  if (repaired || locked || certificates.length === 0 || keys.length > 0) return reading
  const text = certificates.map(({ certificate }) => toPem('CERTIFICATE', certificate.der)).join('')
  return { ...reading, repaired: { name: /\.pem$/i.test(name) ? name : certificatesName(certificates), text } }
}

const readEncoded = async (
  name: string,
  text: string,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
  depth: number,
) => {
  const readings: Reading[] = []
  let written: BareBody['encoding'] = 'base64'
  for (const { bytes, encoding, label } of bareBodies(text.slice(0, MOST_BASE64))) {
    await pauseIfDue()
    const reading = await readBytes({ name, bytes }, password, pauseIfDue, depth + 1)
    if (reading.form === 'Unknown' || reading.form === 'Text') continue
    const certificates = reading.certificates.map((held) => ({ ...held, label: held.label ?? label }))
    readings.push(asPem({ ...reading, certificates }))
    written = encoding
  }
  return readings.length === 0 ? undefined : merge(name, readings, written, text.slice(0, MAX_TEXT))
}

const unknown = (name: string, words: Answer['words']): Reading => ({
  name,
  form: 'Unknown',
  certificates: [],
  keys: [],
  answers: [{ tone: 'bad', words }],
})

const readText = async (
  { name, end }: { name: string; end: string | undefined },
  { text, answers }: Undone,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
  depth: number,
): Promise<Reading> => {
  const head = text.slice(0, MAX_TEXT)
  const isPage = HTML.test(head)
  if (!scanArmour(text).next().done) {
    const before = isPage ? [...answers, PAGE_AROUND] : answers
    return readArmour(name, text, password, pauseIfDue, before)
  }
  if (isPage) return { ...unknown(name, WEB_PAGE.words), form: 'Web page' }
  if (head.trim() === '' && text.trim() === '') return unknown(name, ['It contains only white space.'])
  const encoded = depth < DEEPEST ? await readEncoded(name, text, password, pauseIfDue, depth) : undefined
  if (encoded) return encoded
  const isLong = text.length > MAX_TEXT || end !== undefined
  const long = isLong ? await (await import('./long-text.ts')).searchErrors(text, end, pauseIfDue) : undefined
  return { name, form: 'Text', certificates: [], keys: [], answers, text: head, long }
}

const readBytes = async (
  { name, bytes, end }: Pick<Material, 'name' | 'bytes' | 'end'>,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
  depth: number,
): Promise<Reading> => {
  if (bytes.length === 0) return unknown(name, ['It’s empty.'])
  const binary = await readBinary(name, bytes, password, pauseIfDue)
  if (binary) return asPem(binary)
  const decoded = decode(bytes)
  if (!decoded) return unknown(name, ['These bytes are neither text nor a certificate, key or key store.'])
  await pauseIfDue()
  // The end has no mark of its own.
  const ending = end && new TextDecoder(utf16Of(bytes)).decode(end)
  return readText({ name, end: ending }, decoded, password, pauseIfDue, depth)
}

/**
 * Reads a file or a paste.
 * @param password for key stores and encrypted keys, once somebody has given one
 */
export const readMaterial = async (
  material: Material,
  password: string | undefined,
  pauseIfDue: PauseIfDue,
): Promise<Reading> => {
  const { bytes, size, end } = material
  const reading = await checkAltered(await readBytes(material, password, pauseIfDue, 0), pauseIfDue)
  if (size <= bytes.length) return reading
  const mega = (count: number) => Math.round(count / 1024 / 1024)
  const last = reading.long && end ? say` and the last ${mega(end.length)} MB` : []
  const words = [
    ...say`Only the first ${mega(MAX_BYTES)} MB`,
    ...last,
    ...say` of its ${Math.ceil(size / 1024 / 1024)} MB were read.`,
  ]
  return { ...reading, repaired: undefined, answers: [{ tone: 'attention', words }, ...reading.answers] }
}
