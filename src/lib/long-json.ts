/** Long JSON texts, read in turns: `JSON.parse` of 26 MB holds the page up for a fifth of a second and more. */
import type { Pace } from './pace.ts'

const QUOTE = 34
const BACKSLASH = 92
const isOpening = (code: number) => code === 91 || code === 123
const isClosing = (code: number) => code === 93 || code === 125

/** What lies as deep as the items of a list in an object is read by itself: `{"services": [HERE, HERE]}`. */
const DEPTH = 2

/**
 * The same as `JSON.parse`, with turns for the page between the items of its lists. Lists and objects at that depth are
 * cut out and read one by one; what is left holds `[3]` in place of the one with the number 3.
 * @param parse `JSON.parse`, or what does more; it's given each piece of the text
 * @throws {SyntaxError} where the text is no JSON
 */
export const parseLongJson = async (text: string, parse: (text: string) => unknown, pace: Pace): Promise<unknown> => {
  const pieces: unknown[] = []
  const rest: string[] = []
  let depth = 0
  let isInString = false
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === BACKSLASH) at++
      else isInString = code !== QUOTE
    } else if (code === QUOTE) isInString = true
    else if (isOpening(code)) {
      if (depth === DEPTH) {
        rest.push(text.slice(done, at))
        done = at
      }
      depth++
    } else if (isClosing(code)) {
      depth--
      if (depth === DEPTH) {
        rest.push(`[${String(pieces.length)}]`)
        pieces.push(parse(text.slice(done, at + 1)))
        done = at + 1
        await pace()
      }
    }
  }
  const whole = parse(rest.join('') + text.slice(done))
  const put = (holder: Record<string, unknown>) => {
    // Every list at that depth was cut out: the ones that are there now are numbers of pieces.
    for (const [key, value] of Object.entries(holder)) if (Array.isArray(value)) holder[key] = pieces[Number(value[0])]
  }
  for (const holder of typeof whole === 'object' && whole !== null ? Object.values(whole) : [])
    if (typeof holder === 'object' && holder !== null) put(holder as Record<string, unknown>)
  return whole
}
