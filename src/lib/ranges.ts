/** Pieces of a text, by where they begin and end. */
export interface Range {
  readonly start: number
  /** Behind its last character. */
  readonly end: number
}

/** Whether two ranges have a character in common. */
export const overlaps = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end

/** Sorted, without empty ones; those that overlap or touch become one. */
export const mergeRanges = (ranges: readonly Range[]): Range[] => {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    if (end <= start) continue
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/**
 * Where the groups of every match stand. `matchAll` would make a copy of the pattern for each text.
 * @param pattern with the flags `g` and `d`
 */
export const groupRanges = (text: string, pattern: RegExp): Range[] => {
  const found: Range[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    for (const pair of match.indices?.slice(1) ?? []) if (pair) found.push({ start: pair[0], end: pair[1] })
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
