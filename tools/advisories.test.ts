import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { adviseOn, importedPackages, withAllTheyNeed } from './advisories.ts'

const vulnerable = (names: Readonly<Record<string, string>>) => ({
  vulnerabilities: Object.fromEntries(Object.entries(names).map(([name, severity]) => [name, { severity }])),
})
const KNOWN = vulnerable({ minimist: 'critical' })
const OURS = new Set(['react', 'vite'])

describe('advisories', () => {
  it.each([
    ['the registry takes no such question', {}, {}],
    ['it answers for us alone', vulnerable({}), {}],
    ['it knows of nothing, not even of what everybody knows', vulnerable({}), vulnerable({})],
    ['it answers for others alone', {}, KNOWN],
  ])('%s: nothing was checked, and nothing is good', (_, report, known) => {
    expect(adviseOn(report, known, OURS)).toEqual({ skipped: expect.any(String) as unknown })
  })

  it('name high and critical ones that affect users', () => {
    expect(adviseOn(vulnerable({}), KNOWN, OURS)).toEqual([])
    const found = adviseOn(vulnerable({ react: 'high', vite: 'critical', kafkajs: 'high', other: 'low' }), KNOWN, OURS)
    expect(found).toEqual([expect.stringMatching(/^react:/), expect.stringMatching(/^vite:/)])
  })
})

it('packages are those that are imported, and what they need', () => {
  const imported = importedPackages(
    new Map([
      ['server/a.ts', "import { a } from 'one'\nimport b from '@two/b/deep'\nimport c from './c.ts'\nimport 'node:fs'"],
      ['server/a.test.ts', "import { it } from 'vitest'"],
    ]),
  )
  expect([...imported]).toEqual(['one', '@two/b'])
  const lock = JSON.stringify({
    packages: {
      '': { dependencies: { one: '1' } },
      'node_modules/one': { dependencies: { three: '1' } },
      'node_modules/one/node_modules/three': { optionalDependencies: { four: '1', absent: '1' } },
      'node_modules/three': {},
      'node_modules/four': { peerDependencies: { one: '1' } },
      'node_modules/@two/b': {},
      'node_modules/tools': {},
    },
  })
  expect([...withAllTheyNeed(lock, imported)].toSorted()).toEqual(['@two/b', 'four', 'one', 'three'])
})

it('the build tools and bundlers are among those beside the token', () => {
  const sources = ['vite.config.ts', 'server/bundle.mjs'].map((path) => [path, readFileSync(path, 'utf8')] as const)
  const found = withAllTheyNeed(readFileSync('package-lock.json', 'utf8'), importedPackages(new Map(sources)))
  expect([...found]).toEqual(expect.arrayContaining(['vite', 'rolldown', 'lightningcss', '@tailwindcss/vite']))
  expect(found).not.toContain('kafkajs')
})
