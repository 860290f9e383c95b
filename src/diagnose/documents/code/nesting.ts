/** How deep the brackets of a text are nested. */

/** Nobody nests deeper; of brackets that never end, grammars make a square of the time. */
const DEEPEST = 300

/** Whether nobody reads a text to its end: its code is left unread then. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0
  for (const [sign] of text.matchAll(/[([{)\]}]/g)) {
    depth = Math.max(0, depth + ('([{'.includes(sign) ? 1 : -1))
    if (depth > DEEPEST) return true
  }
  return false
}
