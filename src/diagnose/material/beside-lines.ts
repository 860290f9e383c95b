/** Takes off what logs, listings and tables put before and after each line of a file: `web-1  | `, a time and a level, `| … |`. */

/** More than this stands before no line. */
export const LONGEST_BESIDE = 400

/** Letters, digits and pluses may be taken for base64: such signs are taken off before anything else is tried. */
export const isSigned = (before: string): boolean => /[A-Za-z0-9+/]/.test(before)

/** Numbers differ from line to line, and so do the blanks that fill them up; all else is the same. */
const patternOf = (beside: string): string =>
  beside
    .trimEnd()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\d+/g, String.raw`\d+`)
    .replaceAll(/[ \t]+/g, String.raw`[ \t]*`)

/** What stands before each line, with the blanks that end it: without them, a word's first letters would do. */
const prefixOf = (before: string): string =>
  String.raw`^[ \t]*${patternOf(before.trimStart())}${/\S[ \t]+$/.test(before) ? String.raw`[ \t]+` : ''}`

/** A line's own part, as PEM and its headers have it. */
const CONTENT = String.raw`([A-Za-z0-9+/=_-]*|[A-Za-z-]+: [^\n]*)`

/**
 * A body without what stands beside each of its lines; undefined where that isn't beside every one.
 * @param raw from behind the first line's last dash to before the last line's first one
 * @param before what stands before the first line's dashes
 */
export const withoutBeside = (raw: string, before: string): string | undefined => {
  const lineEnd = raw.indexOf('\n')
  if (lineEnd === -1 || (before.trim() === '' && raw.slice(0, lineEnd).trim() === '')) return undefined
  const [behind = '', ...rest] = raw.split(/\r?\n/)
  const last = rest.pop() ?? ''
  const prefix = prefixOf(before)
  const line = new RegExp(String.raw`${prefix}[ \t]*${CONTENT}[ \t]*${patternOf(behind.trimStart())}[ \t]*$`)
  if (!new RegExp(String.raw`${prefix}[ \t]*$`).test(last)) return undefined
  const contents: string[] = []
  for (const written of rest) {
    // An empty line may have lost the blank behind its sign.
    const content = written.trim() === '' ? '' : line.exec(`${written} `)?.[1]
    if (content === undefined) return undefined
    contents.push(content)
  }
  return `\n${contents.join('\n')}\n`
}

/**
 * Lines without what stands before each of them but the first, which begins behind it; as they are where nothing does.
 * @param before what stands before the first line's text
 */
export const withoutBefore = (raw: string, before: string): string => {
  if (!isSigned(before)) return raw
  const prefix = new RegExp(prefixOf(before))
  return raw
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(prefix, '')))
    .join('\n')
}
