/** Values of code that are one map, and nothing besides. */

/** Whether a value is a map to its end: no condition behind it, nothing joined to it. A text that is cut off isn't. */
export const isWholeMap = (value: string): boolean => {
  const plain = value.trim().replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '')
  // `dict(name=…)` is read as a map too, with names alone in it: `**more` is another one.
  const bare = /^dict\((?:\s*\w+\s*=[^()*]*)?\)$/.test(plain) ? '{}' : plain
  if (!bare.startsWith('{')) return false
  let depth = 0
  for (const { 0: sign, index } of bare.matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1
    if (depth === 0) return index === bare.length - 1
  }
  return false
}
