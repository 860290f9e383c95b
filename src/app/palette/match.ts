/**
 * Finds entries by the letters that you type, in order, with gaps: "ordb" finds "orders-db". Gaps are for names: in
 * a sentence, any letters lie about somewhere.
 */

/** A letter that begins a word counts for more: those are the ones that people type. */
const AT_WORD = 8
const IN_A_ROW = 4
const GAP = 0.1

const beginsWord = (text: string, index: number): boolean =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(index - 1))

/** How well a word is found in one piece; undefined: it isn't there. */
const scorePiece = (text: string, word: string): number | undefined => {
  const first = text.indexOf(word)
  if (first === -1) return undefined
  let begins = first
  while (begins !== -1 && !beginsWord(text, begins)) begins = text.indexOf(word, begins + 1)
  const at = begins === -1 ? first : begins
  // In one piece beats any letters that lie about; at the beginning of a word beats the middle.
  return 100 + word.length * IN_A_ROW + (begins === -1 ? 0 : AT_WORD) - at * GAP
}

/** How well a word's letters are found in order, with gaps; undefined: they aren't there. */
const scoreLetters = (text: string, word: string): number | undefined => {
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

interface Matchable {
  readonly label: string
  /** The part of the label that is a name, where it isn't the whole of it. */
  readonly name?: string
}

/** How well an entry matches what was typed: every word must be found. undefined: not at all. */
const score = ({ label, name = label }: Matchable, words: readonly string[]): number | undefined => {
  let sum = 0
  for (const word of words) {
    const part = scorePiece(label.toLowerCase(), word) ?? scoreLetters(name.toLowerCase(), word)
    if (part === undefined) return undefined
    sum += part
  }
  return sum
}

/** The best matches first; equal ones, and all while nothing is typed, in the order they came. */
export const rankMatches = <T extends Matchable>(entries: readonly T[], typed: string, limit: number): T[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.slice(0, limit)
  return entries
    .flatMap((entry) => {
      const points = score(entry, words)
      return points === undefined ? [] : [{ entry, points }]
    })
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ entry }) => entry)
}
