/** Tests that each tool of `npm run check` finds a planted violation. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

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
