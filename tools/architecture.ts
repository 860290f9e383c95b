/** The direction of imports, as in CONTRIBUTING.md: one way, pages apart, the mock on its own. */
import { posix } from 'node:path'

/** The layers of `src/`, from the top down: each may import any below it. */
const LAYERS = [
  ['main'],
  ['app'],
  ['pages'],
  ['features'],
  ['api', 'diagnose', 'snippets'],
  ['domain'],
  ['crypto'],
  ['lib'],
] as const

/** The folders of `src/diagnose/`, in the same way. What is beside them may import them all, and be imported by them. */
const DIAGNOSE = [['material', 'verdicts', 'mask'], ['messages', 'settings'], ['servers'], ['documents']] as const

/** Only these may import `ui`, which itself imports nothing but `lib`. */
const USES_UI = new Set(['main', 'app', 'pages', 'features'])

/** Folders beside `src/`, and which layers they may import; `types` only as `import type`. */
const OUTSIDE: Record<string, { code: readonly string[]; types?: readonly string[] }> = {
  mocks: { code: [], types: ['api'] },
  server: { code: ['mocks', 'api'] },
  e2e: { code: ['mocks', 'server', 'tools'] },
  // The proof runs the guides and makes key stores as the page does; budgets are checked for every page that there is.
  tools: { code: ['mocks', 'server', 'app', 'features', 'api', 'diagnose', 'snippets', 'domain', 'crypto', 'lib'] },
}

const levelIn = (layers: readonly (readonly string[])[], room: string) =>
  layers.findIndex((rooms) => rooms.includes(room))
const layerOf = (room: string) => levelIn(LAYERS, room)

const mayImport = (from: string, to: string, type: boolean): boolean => {
  if (from === to) return true
  const outside = OUTSIDE[from]
  if (outside) return outside.code.includes(to) || (type && outside.types?.includes(to) === true)
  if (from === 'ui') return to === 'lib'
  if (to === 'ui') return USES_UI.has(from)
  // Only the app's entry point loads the demo's API.
  if (to === 'mocks') return from === 'main'
  return layerOf(from) < layerOf(to)
}

/** Layers in plain TypeScript: code that uses React is a feature, or a UI primitive. */
const PLAIN = new Set(['diagnose', 'snippets', 'domain', 'crypto', 'lib'])

const REACT = /(?:from|import)\s*\(?\s*['"](@tanstack\/react-|react\b)[^'"]*['"]/

/** Tests and their helpers are above all layers. */
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\/corpus\//.test(file)

const roomOf = (file: string): string | undefined => {
  const [top = '', second = ''] = file.split('/')
  const name = top === 'src' ? second.replace(/\.tsx?$/, '') : top
  return name === 'ui' || Object.hasOwn(OUTSIDE, name) || layerOf(name) >= 0 ? name : undefined
}

const pageOf = (file: string): string | undefined => /^src\/pages\/([^/]+)\//.exec(file)?.[1]

const diagnoseFolderOf = (file: string): string | undefined => /^src\/diagnose\/([^/]+)\//.exec(file)?.[1]

const isUpwardInDiagnose = (file: string, target: string): boolean => {
  const [from, to] = [diagnoseFolderOf(file), diagnoseFolderOf(target)]
  return from !== undefined && to !== undefined && from !== to && levelIn(DIAGNOSE, from) >= levelIn(DIAGNOSE, to)
}

const IMPORTS =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g

/**
 * Every import that violates these rules, as a sentence.
 * @param sources text of every source file, by path from the repository's top, with forward slashes
 */
export const importViolations = (sources: ReadonlyMap<string, string>): string[] => {
  const found: string[] = []
  for (const [file, source] of sources) {
    const from = roomOf(file)
    if (isTest(file)) continue
    if (!from) {
      if (file.startsWith('src/') && !file.endsWith('.d.ts')) found.push(`${file} is in no known folder`)
      continue
    }
    if (PLAIN.has(from) && REACT.test(source)) found.push(`${file} must not import React`)
    for (const [, type, statement, dynamic] of source.matchAll(IMPORTS)) {
      const target = posix.join(posix.dirname(file), statement ?? dynamic ?? '')
      const to = roomOf(target)
      if (to === undefined || !mayImport(from, to, Boolean(type))) found.push(`${file} must not import ${target}`)
      else if (from !== 'e2e' && isTest(target)) found.push(`${file} must not import ${target}, which only tests use`)
      else if (from === 'pages' && to === 'pages' && pageOf(file) !== pageOf(target)) {
        found.push(`${file} must not import ${target}, which belongs to another page`)
      } else if (isUpwardInDiagnose(file, target)) {
        found.push(`${file} must not import ${target}, whose folder isn't below its own`)
      }
    }
  }
  return found
}

/**
 * Formatters that are created at module load, as sentences: each costs every visit some milliseconds, even if unused.
 * @param sources as above
 */
export const eagerFormatters = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources]
    .filter(
      ([file, source]) =>
        file.startsWith('src/') && !isTest(file) && /^(?:export )?const [^=\n]*= new Intl\./m.test(source),
    )
    .map(([file]) => `${file} makes a formatter when it is read, not when it is needed`)
