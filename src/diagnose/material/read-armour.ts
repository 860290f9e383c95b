/** Reads text with PEM in it: certificates and keys, what is wrong, and the repaired file. */
import { countBlocks, scanArmour } from './armour.ts'
import type { Damage } from './armour-body.ts'
import { damageAnswers, isHarmless } from './damage-words.ts'
import { MAX_CERTIFICATES, MAX_TEXT } from './limits.ts'
import type { PauseIfDue } from '../../lib/pause.ts'
import { takeBlock, type Gathered } from './read-block.ts'
import type { Reading } from './reading.ts'
import { isOffered, repair } from './repair.ts'
import { plain, say, type Answer } from '../words.ts'

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
