/** The direction of imports, as in CONTRIBUTING.md: one way, page folders apart, the mock on its own. */
import { posix } from 'node:path'

type Room =
  'main' | 'app' | 'pages' | 'components' | 'api' | 'tls' | 'snippets' | 'ui' | 'paths' | 'mocks' | 'e2e' | 'tools'

/** What each room may import besides itself; `types` only as `import type`. */
const MAY_IMPORT: Record<Room, { code: readonly Room[]; types?: readonly Room[] }> = {
  main: { code: ['app', 'api', 'mocks'] },
  app: { code: ['pages', 'components', 'api', 'tls', 'snippets', 'ui', 'paths'] },
  pages: { code: ['components', 'api', 'tls', 'snippets', 'ui', 'paths'] },
  components: { code: ['api', 'tls', 'snippets', 'ui', 'paths'] },
  snippets: { code: ['tls'] },
  api: { code: [], types: ['tls'] },
  tls: { code: [] },
  ui: { code: [] },
  paths: { code: [] },
  mocks: { code: [], types: ['api'] },
  e2e: { code: ['mocks', 'tools'] },
  // The proof runs the guides, and makes key stores as the page does.
  tools: { code: ['mocks', 'snippets', 'tls'] },
}

/** Tests and what only they use stand above all rooms. */
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\/corpus\//.test(file)

const roomOf = (file: string): Room | undefined => {
  const [top = '', second = ''] = file.split('/')
  const name = top === 'src' ? second.replace(/\.tsx?$/, '') : top
  return Object.hasOwn(MAY_IMPORT, name) ? (name as Room) : undefined
}

const pageOf = (file: string): string | undefined => /^src\/pages\/([^/]+)\//.exec(file)?.[1]

const IMPORTS =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g

/**
 * Every import that goes against the house, as a sentence.
 * @param sources text of every source file, by path from the repository's top, with forward slashes
 */
export const importViolations = (sources: ReadonlyMap<string, string>): string[] => {
  const found: string[] = []
  for (const [file, source] of sources) {
    const from = roomOf(file)
    if (isTest(file)) continue
    if (!from) {
      if (file.startsWith('src/') && !file.endsWith('.d.ts')) found.push(`${file} stands in no room of the house`)
      continue
    }
    for (const [, type, statement, dynamic] of source.matchAll(IMPORTS)) {
      const target = posix.join(posix.dirname(file), statement ?? dynamic ?? '')
      const to = roomOf(target)
      const rule = MAY_IMPORT[from]
      const allowed = to === from || (to && (rule.code.includes(to) || (type && rule.types?.includes(to))))
      if (!allowed) found.push(`${file} must not import ${target}`)
      else if (isTest(target)) found.push(`${file} must not import ${target}, which only tests use`)
      else if (from === 'pages' && to === 'pages' && pageOf(file) !== pageOf(target)) {
        found.push(`${file} must not import ${target}, which belongs to another page`)
      }
    }
  }
  return found
}

/**
 * Formatters that are made while a file is being read, as sentences: each costs every visit milliseconds that nobody
 * has asked for.
 * @param sources as above
 */
export const eagerFormatters = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources]
    .filter(
      ([file, source]) => file.startsWith('src/') && !isTest(file) && /^(?:export )?const .*= new Intl\./m.test(source),
    )
    .map(([file]) => `${file} makes a formatter when it is read: src/ui/lazily.ts makes it when it is needed`)
