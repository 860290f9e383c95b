/** Parses long JSON texts in slices: `JSON.parse` of 26 MB blocks the page for a fifth of a second or longer. */
import type { PauseIfDue } from './pause.ts'

const QUOTE = 34
const BACKSLASH = 92
const isOpening = (code: number) => code === 91 || code === 123
const isClosing = (code: number) => code === 93 || code === 125

/** Depth of the pieces that are parsed separately: items of a list in an object, `{"services": [HERE, HERE]}`. */
const DEPTH = 2

/**
 * The same as `JSON.parse`, with pauses between the items of its lists, so that the page stays responsive. Lists and objects
 * at that depth are cut out and parsed one by one; the rest of the text has `[3]` in place of piece number 3.
 * @param parse `JSON.parse`, or a function that does more; called for each piece of the text
 * @throws {SyntaxError} if the text isn't JSON
 */
export const parseLongJson = async (
  text: string,
  parse: (text: string) => unknown,
  pauseIfDue: PauseIfDue,
): Promise<unknown> => {
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
        await pauseIfDue()
      }
    }
  }
  const whole = parse(rest.join('') + text.slice(done))
  const put = (holder: Record<string, unknown>) => {
    // Every list at that depth was cut out, so a list here is the number of a piece.
    for (const [key, value] of Object.entries(holder)) if (Array.isArray(value)) holder[key] = pieces[Number(value[0])]
  }
  for (const holder of typeof whole === 'object' && whole !== null ? Object.values(whole) : [])
    if (typeof holder === 'object' && holder !== null) put(holder as Record<string, unknown>)
  return whole
}
