/** Finds entries by the letters that one types, in order, with gaps: "ordb" finds "orders-db". */

/** A letter that begins a word counts for more: those are the ones that people type. */
const AT_WORD = 8
const IN_A_ROW = 4
const GAP = 0.1

const beginsWord = (text: string, index: number): boolean =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(index - 1))

/** The best way to find one word from here on, as a score; undefined: it isn't there. */
const scoreWord = (text: string, word: string): number | undefined => {
  const whole = text.indexOf(word)
  // In one piece beats any letters that lie about; at the beginning of a word beats the middle.
  if (whole !== -1) {
    const places = Array.from({ length: text.length }, (_, index) => index).filter((index) =>
      text.startsWith(word, index),
    )
    const at = places.find((index) => beginsWord(text, index)) ?? whole
    return 100 + word.length * IN_A_ROW + (beginsWord(text, at) ? AT_WORD : 0) - at * GAP
  }
  let score = 0
  let last = -1
  for (const letter of word) {
    const next = text.indexOf(letter, last + 1)
    if (next === -1) return undefined
    score += (beginsWord(text, next) ? AT_WORD : 0) + (next === last + 1 ? IN_A_ROW : 0) - (next - last) * GAP
    last = next
  }
  return score
}

/** How well a text matches what was typed: every word must be found. undefined: not at all. */
const score = (text: string, typed: string): number | undefined => {
  const lower = text.toLowerCase()
  let sum = 0
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const part = scoreWord(lower, word)
    if (part === undefined) return undefined
    sum += part
  }
  return sum
}

/** The best matches first; equal ones, and all while nothing is typed, in the order they came. */
export const best = <T extends { readonly label: string }>(entries: readonly T[], typed: string, limit: number): T[] =>
  entries
    .flatMap((entry) => {
      const points = score(entry.label, typed)
      return points === undefined ? [] : [{ entry, points }]
    })
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ entry }) => entry)
