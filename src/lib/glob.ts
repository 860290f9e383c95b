/**
 * Whether the whole text matches a pattern in which `*` stands for any characters and `?` for one. Takes at most the time
 * of pattern length times text length, however many stars there are.
 */
export const fitsPattern = (pattern: string, text: string): boolean => {
  let at = 0
  let star = -1
  let from = 0
  let index = 0
  while (index < text.length) {
    if (pattern[at] === '*') {
      star = at
      from = index
      at += 1
    } else if (pattern[at] === '?' || (at < pattern.length && pattern[at] === text[index])) {
      at += 1
      index += 1
    } else if (star >= 0) {
      // Let the last star match one more character.
      from += 1
      index = from
      at = star + 1
    } else {
      return false
    }
  }
  while (pattern[at] === '*') at += 1
  return at === pattern.length
}
