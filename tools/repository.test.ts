/** Tests that the check finds planted violations. */
import { describe, expect, it } from 'vitest'

import {
  licenceProblems,
  lockFileProblems,
  longFiles,
  missingFiles,
  missingScripts,
  mockInBuild,
  sharedNumbers,
} from './repository.ts'

it('two decisions of one number', () => {
  expect(sharedNumbers(['0001-a.md', '0002-b.md', '0001-c.md'])).toEqual(['0001 is: 0001-a.md, 0001-c.md'])
})

it('a build with the mock in it', () => {
  expect(mockInBuild(new Map([['dist/a.js', 'x="demo-shop"']]))).toEqual([
    'dist/a.js holds "demo-shop", which is the mock\'s',
  ])
  expect(mockInBuild(new Map([['dist/a.js', 'nothing of it']]))).toEqual([])
})

describe('long files', () => {
  const rows = "  ['a', 1],\n".repeat(300)
  const check = (text: string) => longFiles(new Map([['src/x.ts', text]]))

  it.each([
    ['lines', 'run()\n'.repeat(251)],
    ['lines beside a table', `${'run()\n'.repeat(251)}const ROWS = [\n${rows}]\n`],
    ['a map of functions', `export const X = {\n${'  a: () => {\n    run()\n  },\n'.repeat(100)}}\n`],
    ['a table in a function', `const f = () => {\n  const ROWS = [\n${rows}  ]\n  return ROWS\n}\n`],
  ])('%s', (_, text) => {
    expect(check(text)).toEqual([expect.stringContaining('src/x.ts')])
  })

  it.each([
    ['as many lines as may be', 'run()\n'.repeat(250)],
    ['a list', `export const ROWS: readonly Row[] = [\n${rows}] as const\n`],
    ['a map', `const ROWS = {\n${'  a: { b: 1, c: (x) => x },\n'.repeat(300)}} satisfies Rows\n`],
  ])('lets %s', (_, text) => {
    expect(check(text)).toEqual([])
  })
})

describe('documents and lock file', () => {
  it('a lock file that lacks another platform, or contains an address', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
      'node_modules/a-linux': { resolved: 'https://registry.example.com/a-linux.tgz' },
    }
    expect(lockFileProblems(JSON.stringify({ packages }))).toEqual([
      'node_modules/a wants a-darwin, which the lock file lacks',
      'node_modules/a-linux names a download address',
    ])
  })

  it('a document that names a missing script', () => {
    const text = '`npm ci && npm start`, `npm run build:demo`, `npm run nothing`'
    expect(missingScripts(text, { start: '', 'build:demo': '' })).toEqual(['nothing'])
  })

  it('a document that names a missing file', () => {
    const text = 'See `tools/here.ts`, `tools/gone.ts` and `e2e/`, not `Other.java`.'
    expect(missingFiles(text, (path) => path === 'tools/here.ts')).toEqual(['tools/gone.ts'])
  })
})

describe('licences', () => {
  const lock = (license?: string) => JSON.stringify({ packages: { 'node_modules/x': { license } } })

  it.each(['MIT', '(MIT OR GPL-3.0)', 'ISC'])('%s is good', (licence) => {
    expect(licenceProblems(lock(licence))).toEqual([])
  })

  it.each(['GPL-3.0', 'SEE LICENSE IN LICENSE', undefined])('%s is not known to be good', (licence) => {
    expect(licenceProblems(lock(licence))).toHaveLength(1)
  })
})
