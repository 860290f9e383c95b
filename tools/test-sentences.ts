/** Tests look for roles, names of things and stable ids: a sentence of the product may then be improved in one place. */

/** This many plain words in a row count as a sentence. */
const PROSE = /(?:\b[A-Za-z][a-z'’]*[ ,;:]+){4}[A-Za-z][a-z'’]*\b/

const CALLS = [
  'getByText',
  'toContainText',
  'toHaveText',
  'toHaveTextContent',
  'toHaveAccessibleDescription',
  'toHaveTitle',
  'toThrow',
  'toContain',
  'toMatch',
  'stringContaining',
  'stringMatching',
].join('|')

const STRING = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\`(?:[^\`\\]|\\.)*\``
const PATTERN = String.raw`\/(?![*\/])(?:[^\/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/`

/** A text that a test looks for, and any regular expression: tables of tests hold those. */
const LOOKED_FOR = new RegExp(
  String.raw`(?:\b(?:${CALLS})\(\s*|\bhasText: )(${STRING}|${PATTERN})|(?<=[[(,]\s*)(${PATTERN})[a-z]*(?=\s*[,\])])`,
  'g',
)

/** A comment that says whose text it is: the API's, a program's, a file's. */
const ALLOWED = /\/\/ not ours: \S/

/** What Check says has no ids yet. */
const NOT_YET = /^src\/(?:diagnose|pages\/check)\//

const isTest = (path: string): boolean => /^e2e\/.*\.ts$|^src\/.*\.test\.tsx?$/.test(path) && !NOT_YET.test(path)

/**
 * Where a test depends on a sentence of the product, as sentences. The line, or the one above it, may say that the text
 * isn't the product's: `// not ours: the API's message`.
 * @param sources text of source files, by path from the repository's top
 */
export const sentencesInTests = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources]
    .filter(([path]) => isTest(path))
    .flatMap(([path, text]) => {
      const lines = text.split('\n')
      return [...text.matchAll(LOOKED_FOR)].flatMap(({ index, 0: whole, 1: inCall, 2: pattern }) => {
        const literal = inCall ?? pattern ?? ''
        const sentence = PROSE.exec(literal)?.[0]
        if (sentence === undefined) return []
        const line = text.slice(0, index + whole.indexOf(literal)).split('\n').length
        if (lines.slice(Math.max(0, line - 2), line).some((beside) => ALLOWED.test(beside))) return []
        return [`${path}:${String(line)} looks for a sentence ("${sentence}"): look for a role, a name or an id`]
      })
    })
