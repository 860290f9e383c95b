/** What the checks read of the repository: its files, its lock file, its builds. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** All text files below a folder, by path with forward slashes. */
export const readFolder = (folder: string): Map<string, string> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = posix.join(parentPath.replaceAll('\\', '/'), name)
      return [path, readFileSync(path, 'utf8')]
    }),
  )
}

/** Every source file of the repository, by path, with its text. */
export const readSources = (): Map<string, string> =>
  new Map(
    ['src', 'mocks', 'e2e', 'server', 'tools']
      .flatMap((folder) => [...readFolder(folder)])
      .filter(([path]) => /\.(?:tsx?|mjs)$/.test(path)),
  )

/** More lines, and a file holds more than one subject. */
const LONGEST = 250

/** A list or a map at the top level, as Prettier writes it: from its name to the line that closes it. */
const TABLE = /^(?:export )?const \w+[^\n]*[[{]\n(?:[ \t}\])][^\n]*\n|\n)*?[}\]][^\n]*$/gm

/** What a function does line by line: a list or a map with that in it is code. */
const STATEMENT = /=> \{$|^\s*(?:return|if|for|while)\b/m

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/**
 * Files that are too long, as sentences. Tables of data don't count: lists and maps at the top level, without statements.
 * @param sources text of source files, by path
 */
export const longFiles = (sources: ReadonlyMap<string, string>): string[] =>
  [...sources].flatMap(([path, text]) => {
    const lines = linesOf(text)
    if (lines <= LONGEST) return []
    const tables = (text.match(TABLE) ?? []).filter((table) => !STATEMENT.test(table))
    const counted = tables.reduce((rest, table) => rest - linesOf(table), lines)
    return counted <= LONGEST
      ? []
      : [`${path} has ${String(counted)} lines without its tables, more than ${String(LONGEST)}`]
  })

/** Texts that only the mock contains: a build with one of them includes the mock. */
const MOCK_WORDS = ['demo-shop', 'AVNS_demo', 'getResponse', 'mswjs', 'startDemoApi']

/** Files of a build that include the mock, as sentences. */
export const mockInBuild = (files: ReadonlyMap<string, string>): string[] =>
  [...files].flatMap(([file, text]) =>
    MOCK_WORDS.filter((word) => text.includes(word)).map((word) => `${file} holds "${word}", which is the mock's`),
  )

interface LockedPackage {
  readonly resolved?: string
  readonly license?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** What would make a lock file fail on another machine, as sentences: gaps for other platforms, addresses. */
export const lockFileProblems = (text: string): string[] => {
  const { packages } = JSON.parse(text) as LockFile
  const paths = Object.keys(packages)
  const has = (name: string) => paths.some((path) => path.endsWith(`node_modules/${name}`))
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
    ...(resolved === undefined ? [] : [`${path} names a download address`]),
    ...Object.keys(optionalDependencies)
      .filter((name) => !has(name))
      .map((name) => `${path} wants ${name}, which the lock file lacks`),
  ])
}

/** npm scripts that a document tells people to run, but that aren't there. */
export const missingScripts = (document: string, scripts: Readonly<Record<string, string>>): string[] =>
  [...document.matchAll(/npm (?:run ([\w:-]+)|(start|test))/g)]
    .map(([, script, short]) => script ?? short ?? '')
    .filter((script) => !Object.hasOwn(scripts, script))

/** Files of the repository that a document names in code, but that aren't there: a broken reference. */
export const missingFiles = (document: string, exists: (path: string) => boolean): string[] =>
  [...document.matchAll(/`((?:src|mocks|e2e|server|tools|deploy|docs|public)\/[\w./-]+\.\w+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !exists(path))

/** Decisions that have the number of another one, as sentences. */
export const sharedNumbers = (names: readonly string[]): string[] => {
  const numbers = new Set(names.map((name) => name.slice(0, 4)))
  return [...numbers].flatMap((number) => {
    const same = names.filter((name) => name.startsWith(number))
    return same.length > 1 ? [`${number} is: ${same.join(', ')}`] : []
  })
}

/** Licences that let this project be used and passed on under MIT; MPL-2.0 and Python's for tools that don't ship. */
const GOOD_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
])

/** Packages of a lock file whose licence isn't known to be a good one, as sentences. */
export const licenceProblems = (text: string): string[] => {
  const { packages } = JSON.parse(text) as LockFile
  const choices = (licence: string) => licence.replace(/[()]/g, '').split(' OR ')
  return Object.entries(packages)
    .filter(([, { license }]) => license === undefined || !choices(license).some((choice) => GOOD_LICENCES.has(choice)))
    .map(([path, { license }]) => `${path === '' ? 'package.json' : path}: licence ${license ?? 'not said'}`)
}
