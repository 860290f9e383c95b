/** Values of code that are one map, and nothing besides. */

/** Whether a value is a map in braces to its end: no condition behind it, nothing joined to it. A text that is cut off isn't. */
export const isWholeMap = (value: string): boolean => {
  const bare = value.trim().replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '')
  if (!bare.startsWith('{')) return false
  let depth = 0
  for (const { 0: sign, index } of bare.matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1
    if (depth === 0) return index === bare.length - 1
  }
  return false
}
