/** Every check can fail: each is given a violation that was planted for it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { eagerFormatters, importViolations } from './architecture.ts'
import { anyRequestViolations, checkMock, compileOperations, requestViolations, violations } from './conformance.ts'
import { overBudget, routesOverBudget } from './first-screen.ts'
import { pagePaths } from './page-paths.ts'
import {
  licenceProblems,
  lockFileProblems,
  missingFiles,
  missingScripts,
  mockInBuild,
  readSources,
  sharedNumbers,
} from './repository.ts'
import { sentencesInTests } from './test-sentences.ts'

const folder = mkdtempSync(join(tmpdir(), 'planted-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const plant = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

describe('direction of imports', () => {
  const check = (file: string, source: string) => importViolations(new Map([[file, source]]))

  it.each([
    ['src/lib/x.ts', `import { a } from '../crypto/a.ts'`],
    ['src/crypto/x.ts', `import { a } from '../domain/a.ts'`],
    ['src/domain/x.ts', `import { a } from '../api/a.ts'`],
    ['src/domain/x.ts', `import type { A } from '../api/a.ts'`],
    ['src/diagnose/x.ts', `import type { A } from '../api/a.ts'`],
    ['src/snippets/x.ts', `import { a } from '../diagnose/a.ts'`],
    ['src/api/x.ts', `export { a } from '../features/a.ts'`],
    ['src/ui/x.tsx', `import { a } from '../domain/a.ts'`],
    ['src/domain/x.ts', `import { a } from '../ui/a.tsx'`],
    ['src/features/x.tsx', `import { a } from '../pages/b/a.tsx'`],
    ['src/features/x.tsx', `const a = await import('../app/a.tsx')`],
    ['src/pages/a/x.tsx', `import {\n  b,\n} from '../b/b.tsx'`],
    ['src/pages/a/x.tsx', `import '../../app/a.ts'`],
    ['src/pages/a/x.tsx', `import { m } from '../mocks/api.ts'`],
    ['src/app/x.tsx', `import { m } from '../mocks/api.ts'`],
    ['src/features/x.tsx', `import { corpus } from '../src/crypto/corpus/read-corpus.ts'`],
    ['mocks/x.ts', `import { requirements } from '../src/domain/requirements.ts'`],
    ['mocks/x.ts', `import { a } from '../src/api/a.ts'`],
    ['server/x.ts', `import { a } from '../src/features/a.tsx'`],
    ['e2e/x.e2e.ts', `import { a } from '../src/domain/a.ts'`],
    ['src/stray.ts', ''],
  ])('%s: %s', (file, source) => {
    expect(check(file, source)).toHaveLength(1)
  })

  it.each([
    ['mocks/x.ts', `import type { A } from '../src/api/a.ts'`],
    ['server/x.ts', `import { a } from '../src/api/a.ts'`],
    ['src/api/x.ts', `import { a } from '../domain/a.ts'`],
    ['src/ui/x.tsx', `import { a } from '../lib/a.ts'`],
    ['src/pages/a/x.tsx', `import { a } from './y.ts'\nimport { b } from '../../features/b.tsx'`],
    ['src/main.tsx', `const m = import('../mocks/in-page.ts')`],
    ['src/pages/a/x.test.tsx', `import { renderApp } from '../src/app/testing/render-app.tsx'`],
    ['src/features/x.tsx', `import { useQuery } from '@tanstack/react-query'`],
  ])('lets %s: %s', (file, source) => {
    expect(check(file, source)).toEqual([])
  })

  it('reads the whole repository', () => {
    const sources = readSources()
    expect(sources.size).toBeGreaterThan(80)
    expect(sources.has('src/main.tsx')).toBe(true)
  })
})

it('a formatter that is made when its file is read', () => {
  const made = `new Intl.NumberFormat('en')`
  const sources = {
    'src/pages/a/x.ts': `import { a } from './a.ts'\n\nconst percent = ${made}`,
    'src/ui/x.ts': `const percent = () => ${made}`,
    'src/ui/x.test.ts': `const percent = ${made}`,
  }
  expect(eagerFormatters(new Map(Object.entries(sources)))).toEqual([expect.stringContaining('src/pages/a/x.ts')])
})

it('two decisions of one number', () => {
  expect(sharedNumbers(['0001-a.md', '0002-b.md', '0001-c.md'])).toEqual(['0001 is: 0001-a.md, 0001-c.md'])
})

describe('builds', () => {
  it('a build with the mock in it', () => {
    expect(mockInBuild(new Map([['dist/a.js', 'x="demo-shop"']]))).toEqual([
      'dist/a.js holds "demo-shop", which is the mock\'s',
    ])
    expect(mockInBuild(new Map([['dist/a.js', 'nothing of it']]))).toEqual([])
  })

  it('a first screen over its budget', () => {
    expect(overBudget({ script: 149_000, style: 12_000, files: 3 })).toEqual([])
    expect(overBudget({ script: 149_001, style: 12_001, files: 3 })).toHaveLength(2)
    expect(overBudget({ script: 0, style: 0, files: 0 })).toEqual(['first screen: nothing was measured'])
  })

  it('a page over its budget, and one that nothing was measured of', () => {
    expect(routesOverBudget([{ route: 'check', script: 60_000 }])).toEqual([])
    expect(routesOverBudget([{ route: 'check', script: 60_001 }])).toHaveLength(1)
    expect(routesOverBudget([{ route: 'check', script: 0 }])).toHaveLength(1)
    expect(routesOverBudget([])).toHaveLength(1)
  })

  it('a path for every page', async () => {
    const paths = await pagePaths()
    expect(paths).toEqual(expect.arrayContaining(['projects', 'project/demo-shop/services/orders-db/connect']))
    expect(paths.filter((path) => path.includes(':'))).toEqual([])
  })
})

describe('answers of the mock', () => {
  const user = {
    type: 'object',
    required: ['username', 'type', 'password'],
    properties: { username: { type: 'string' }, type: { enum: ['primary', 'normal'] }, password: { type: 'string' } },
  }
  const document = {
    components: { schemas: { User: user } },
    paths: {
      '/me': {
        get: {
          operationId: 'UserInfo',
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
          },
        },
      },
    },
  }
  const check = (body: unknown) => violations(compileOperations(document).get('UserInfo'), 'UserInfo', body)

  it('an answer that is not as the document says', () => {
    expect(check({ username: 'u', type: 'primary', password: 'p' })).toEqual([])
    expect(check({ username: 'u', type: 'primary', password: null })).toEqual([])
    expect(check({ username: 5, type: 'other' })).toEqual([
      "UserInfo must have required property 'password'",
      'UserInfo/username must be string',
      'UserInfo/type must be equal to one of the allowed values',
    ])
  })

  it('an operation that the document does not have', () => {
    expect(violations(compileOperations(document).get('Nothing'), 'Nothing', {})).toEqual([
      'Nothing: the document has no such operation',
    ])
  })

  it('a request to another place, or with another body', () => {
    const put = {
      operationId: 'UserUpdate',
      parameters: [{ in: 'query', name: 'x', schema: { type: 'integer' } }],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
    }
    const operations = compileOperations({ ...document, paths: { '/me/{name}': { put } } })
    const found = operations.get('UserUpdate')
    const body = { username: 'u', type: 'primary', password: 'p' }
    const request = { operation: 'UserUpdate', method: 'PUT', path: '/me/someone?x=1', body } as const
    expect(requestViolations(found, request)).toEqual([])
    expect(requestViolations(found, { ...request, method: 'POST' })).toEqual(['UserUpdate is not POST /me/someone?x=1'])
    expect(requestViolations(found, { ...request, path: '/you/someone' })).toHaveLength(1)
    expect(requestViolations(found, { ...request, body: {} })).toHaveLength(3)
    expect(requestViolations(found, { ...request, path: '/me/someone?x=one' })).toHaveLength(1)
    expect(requestViolations(found, { ...request, path: '/me/someone?y=1' })).toHaveLength(1)
    expect(anyRequestViolations(operations, request)).toEqual([])
    expect(anyRequestViolations(operations, { ...request, path: '/me' })).toHaveLength(1)
  })

  it('the whole mock, against a document that wants something else', async () => {
    const { answers, problems } = await checkMock(document)
    expect(answers).toBeGreaterThan(100)
    expect(problems).toContain("default: UserInfo must have required property 'username'")
  })
})

describe('documents and lock file', () => {
  it('a lock file with a gap for another platform, or with an address', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
      'node_modules/a-linux': { resolved: 'https://registry.example.com/a-linux.tgz' },
    }
    expect(lockFileProblems(JSON.stringify({ packages }))).toEqual([
      'node_modules/a wants a-darwin, which the lock file lacks',
      'node_modules/a-linux names a download address',
    ])
  })

  it('a document that names a script that is not there', () => {
    const text = '`npm ci && npm start`, `npm run build:demo`, `npm run nothing`'
    expect(missingScripts(text, { start: '', 'build:demo': '' })).toEqual(['nothing'])
  })

  it('a document that names a file that is not there', () => {
    const text = 'See `tools/here.ts`, `tools/gone.ts` and `e2e/`, not `Other.java`.'
    expect(missingFiles(text, (path) => path === 'tools/here.ts')).toEqual(['tools/gone.ts'])
  })
})

describe('tools', () => {
  it('a type error', () => {
    plant({
      'types/tsconfig.json': JSON.stringify({
        extends: resolve('tsconfig.json'),
        compilerOptions: { types: [] },
        include: ['*.ts'],
      }),
      'types/a.ts': 'export const a: string = [1][0]\n',
    })
    const { status, output } = run('typescript/bin/tsc', '-p', 'types')
    expect(status).not.toBe(0)
    expect(output).toContain("Type 'number | undefined' is not assignable to type 'string'")
  })

  it.each([
    ['a floating promise', 'a.ts', 'export const a = (): void => {\n  fetch("/x")\n}\n', 'no-floating-promises'],
    ['any', 'b.ts', 'export const b = (x: any) => x as string\n', 'no-explicit-any'],
    ['an image without a text', 'c.tsx', 'export const C = () => <img src="/x" />\n', 'alt-text'],
    [
      'a hook in a condition',
      'd.tsx',
      'import { useState } from "react"\nexport const D = ({ x }: { x: boolean }) => {\n  if (x) useState(1)\n  return null\n}\n',
      'rules-of-hooks',
    ],
    ['a log', 'e.ts', 'console.log(1)\nexport {}\n', 'no-console'],
    ['a long file', 'f.ts', 'export {}\n'.repeat(251), 'max-lines'],
    ['a name of another style', 'SomeFile.ts', 'export {}\n', 'filename-case'],
  ])('lint: %s', (_, name, source, rule) => {
    plant({
      'lint/tsconfig.json': JSON.stringify({
        extends: resolve('tsconfig.json'),
        compilerOptions: { types: [] },
        include: ['*'],
      }),
      [`lint/${name}`]: source,
    })
    const { status, output } = run(
      'oxlint/bin/oxlint',
      '--type-aware',
      '-c',
      resolve('.oxlintrc.json'),
      join('lint', name),
    )
    expect(status).not.toBe(0)
    expect(output).toContain(rule)
  })

  it('a cycle of imports', () => {
    plant({
      'cycle/a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
      'cycle/b.ts': `import { a } from './a.ts'\nexport const b = () => a\n`,
    })
    const { status, output } = run('oxlint/bin/oxlint', '-c', resolve('.oxlintrc.json'), 'cycle')
    expect(status).not.toBe(0)
    expect(output).toContain('no-cycle')
  })

  it('a file that is not formatted', () => {
    plant({ 'format/a.ts': 'export const a = "x";\n' })
    expect(
      run('prettier/bin/prettier.cjs', '--config', resolve('.prettierrc.json'), '--check', 'format/a.ts').status,
    ).toBe(1)
  })

  it('unused code and dependencies', () => {
    plant({
      'knip/package.json': JSON.stringify({ name: 'planted', main: 'index.ts', dependencies: { react: '*' } }),
      'knip/index.ts': `import { used } from './lib.ts'\nused()\n`,
      'knip/lib.ts': 'export const used = () => undefined\nexport const unused = 1\n',
      'knip/stray.ts': 'export {}\n',
    })
    const { status, output } = run('knip/bin/knip.js', '--directory', 'knip')
    expect(status).not.toBe(0)
    for (const word of ['react', 'unused', 'stray.ts']) expect(output).toContain(word)
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

describe('tests that hang on sentences', () => {
  const check = (file: string, source: string) => sentencesInTests(new Map([[file, source]]))

  it.each([
    ['e2e/x.e2e.ts', `await expect(row).toContainText('The browser refused the clipboard')`],
    ['e2e/faults/x.ts', 'page.getByText(`It is kept nowhere and goes`)'],
    ['e2e/x.e2e.ts', `alert.filter({ hasText: 'no key store can be made' })`],
    ['src/pages/a/x.test.tsx', `page.getByText(\n  /which your system trusts already/,\n)`],
    ['src/pages/a/x.test.tsx', `it.each([\n  ['500', /has a problem of its own/],\n])`],
    ['src/api/x.test.ts', `expect(read).toThrow(/does not match the access certificate/)`],
    ['src/api/x.test.ts', `// ours\nexpect(text).toContain("It holds no passwords or keys.")`],
  ])('%s: %s', (file, source) => {
    expect(check(file, source)).toHaveLength(1)
  })

  it.each([
    ['e2e/x.e2e.ts', `page.getByRole('button', { name: 'Acknowledge the renewal of invoices-sync' })`],
    ['e2e/x.e2e.ts', `expect(text).toContain('avn project ca-get --project=demo-shop --target-filepath=ca.pem')`],
    ['e2e/x.e2e.ts', `page.getByText(/^Saved ca\\.pem.*demo-shop/)`],
    ['e2e/x.e2e.ts', `// not ours: the API's message\npage.getByText('Not allowed to read the CA')`],
    ['src/api/x.test.ts', `it('says so where nobody can read what came', () => {})`],
    ['src/api/x.ts', `page.getByText('The browser refused the clipboard')`],
  ])('lets %s: %s', (file, source) => {
    expect(check(file, source)).toEqual([])
  })
})
