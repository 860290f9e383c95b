import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { endOf, endPrograms, startProgram, startScript } from '../tools/testing/processes.ts'

const PLANTED = 'planted code has run'

/** A temporary folder that users of the machine share. */
let shared: string
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'anchor-shared-'))
})
afterEach(async () => {
  await endPrograms()
  rmSync(shared, { recursive: true })
})

/** Plants code in every file that a TypeScript compiler left in the shared folder, and counts them. */
const plant = () => {
  const files = readdirSync(shared, { recursive: true })
    .map((path) => join(shared, String(path)))
    // A file that the compiler didn't finish writing is empty.
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0)
  for (const path of files) {
    const cached = JSON.parse(readFileSync(path, 'utf8')) as { code: string }
    writeFileSync(path, JSON.stringify({ ...cached, code: `console.log('${PLANTED}');${cached.code}` }))
  }
  return files.length
}

describe.each([
  ['start', 'server/start.ts', [], { PORT: 'http' }],
  ['live', 'server/live.ts', [], { PORT: 'http', AIVEN_TOKEN: 'token-of-the-test' }],
  ['mock-api', 'server/mock-api.ts', ['--port', 'http'], {}],
] as const)('npm run %s', (script, program, args, environment) => {
  it('runs nothing from a shared temporary folder', async () => {
    const given = { ...environment, TMPDIR: shared }
    const withTsx = () => endOf(startProgram(['--import', 'tsx', program, ...args], given))
    await withTsx()
    expect(plant()).toBeGreaterThan(0)
    // Checks the planted code: a compiler that uses the folder runs it.
    expect((await withTsx()).output).toContain(PLANTED)
    const { code, output } = await endOf(startScript(script, args, given))
    expect(code).toBe(1)
    expect(output).toContain('must be a number from 0 to 65535, but is "http"')
    expect(output).not.toContain(PLANTED)
  })

  it('leaves nothing there either', async () => {
    await endOf(startScript(script, args, { ...environment, TMPDIR: shared }))
    expect(readdirSync(shared)).toEqual([])
  })
})

it('the bundles are of this user alone', () => {
  const folder = 'node_modules/.cache/anchor-private'
  expect(existsSync(folder)).toBe(true)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

it('no script of package.json takes compiled code from there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const careless = Object.values(scripts).filter((script) =>
    /\btsx (?!--no-cache )|(?<!node tools\/)\bplaywright /.test(script),
  )
  expect(careless).toEqual([])
})
