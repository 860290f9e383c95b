/**
 * Finds entries by letters in order, with gaps: "ordb" finds "orders-db". Gaps are allowed only in names, because a
 * sentence contains nearly any letters.
 */

/** A letter at the start of a word scores higher, because people type those. */
const AT_WORD = 8
const IN_A_ROW = 4
const GAP = 0.1

const beginsWord = (text: string, index: number): boolean =>
  index === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(index - 1))

/** Score of a word found in one piece; undefined if it isn't there. */
const scorePiece = (text: string, word: string): number | undefined => {
  const first = text.indexOf(word)
  if (first === -1) return undefined
  let begins = first
  while (begins !== -1 && !beginsWord(text, begins)) begins = text.indexOf(word, begins + 1)
  const at = begins === -1 ? first : begins
  // In one piece scores higher than with gaps; at the start of a word higher than in the middle.
  return 100 + word.length * IN_A_ROW + (begins === -1 ? 0 : AT_WORD) - at * GAP
}

/** Score of a word's letters found in order, with gaps; undefined if they aren't there. */
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
  /** The name within the label, if the label contains more. */
  readonly name?: string
}

/** Score of an entry for the input: every word must match. undefined: no match. */
const score = ({ label, name = label }: Matchable, words: readonly string[]): number | undefined => {
  let sum = 0
  for (const word of words) {
    const part = scorePiece(label.toLowerCase(), word) ?? scoreLetters(name.toLowerCase(), word)
    if (part === undefined) return undefined
    sum += part
  }
  return sum
}

/** Best matches first. Equal matches, and all entries without input, keep their order. */
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
