/** Guides with names, passwords and folders that mean something to a shell or in code. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'

import { UnwritableError } from './escape.ts'
import { renderGuide, type ConnectionFacts, type Rendered, type System, type Template } from './guide.ts'
import { anyText, HOSTILE } from './testing/facts.ts'
import { CASES } from './testing/guide-cases.ts'

const GOFMT = 'gofmt'

/** Hundreds of shells, one after the other. */
const SHELLS_MS = 180_000

const folder = mkdtempSync(join(tmpdir(), 'guides-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Renders, or gives undefined where the client can't be given such names. */
const attempt = (guide: Template, facts: ConnectionFacts, system: System): Rendered | undefined => {
  try {
    return renderGuide(guide, facts, system)
  } catch (error) {
    if (error instanceof UnwritableError) return undefined
    throw error
  }
}

const hostile = (facts: ConnectionFacts, text: string): ConnectionFacts => ({
  ...facts,
  user: text,
  password: text,
  directory: text,
  ...(facts.database !== undefined && { database: text }),
})

const RENDERED = CASES.filter(({ system }) => system === 'linux').flatMap(({ name, guide, facts }) =>
  [...HOSTILE, ...fc.sample(anyText, { seed: 20_261_123, numRuns: 20 })].map((text) => ({
    name,
    text,
    guide,
    rendered: attempt(guide, hostile(facts, text), 'linux'),
    plain: renderGuide(guide, facts, 'linux'),
  })),
)

describe('hostile names, passwords and folders', () => {
  it('most clients can be given them', () => {
    const refused = RENDERED.filter(({ rendered }) => rendered === undefined)
    expect(new Set(refused.map(({ guide }) => guide.id))).toEqual(
      new Set([
        'kcat',
        'redis-cli',
        'php-pdo-pgsql',
        'laravel-postgresql',
        // Templates of Rails.
        'rails',
        // Basic authentication: no colon in a name.
        'curl',
        'requests',
        'httpx',
        'node-https',
        'opensearch-py',
        'opensearch-js',
        'opensearch-java',
        'opensearch-go',
        'schema-registry-py',
        // Placeholders of Spring.
        'spring-boot-postgresql',
        'spring-boot-mysql',
        'spring-boot-redis',
        'spring-kafka',
        'kafka-ui',
        // What a worker puts in; signs that would be settings.
        'debezium-postgresql',
        // On a command line: nothing that terminals obey or hide.
        'mysql',
        'mariadb',
        'java-pem',
      ]),
    )
  })

  it(
    'start no other program, and no more words, than harmless ones do',
    () => {
      const programs = [
        'psql',
        'mysql',
        'mariadb',
        'kcat',
        'node',
        'python3',
        'php',
        'ruby',
        'dotnet',
        'elixir',
        'java',
        'go',
        'cargo',
        'curl',
        'cat',
        'npx',
      ]
      const stubs = join(folder, 'stubs')
      mkdirSync(stubs)
      for (const program of [
        ...programs,
        'kafka-topics.sh',
        'connect-distributed.sh',
        'socat',
        'redis-cli',
        'sleep',
        'reboot',
        'rm',
      ]) {
        writeFileSync(join(stubs, program), `#!/bin/sh\necho "${program} $#"\n`)
        chmodSync(join(stubs, program), 0o755)
      }
      const commandsOf = ({ prepare, run }: Rendered): string =>
        [prepare, run]
          .flatMap((snippet) => (snippet ? [snippet.text] : []))
          .join('\n')
          // Not the tunnel's end, but what it was started with.
          .replace('kill "$tunnel"', 'wait')
          .replace(/> client.*/, '')
      /** Name and number of words of each program that a shell starts for each of these commands. */
      const started = (commands: readonly string[]): string[] => {
        const script = commands.map((command) => `${command}\necho ==\n`).join('')
        // In a file: it is longer than a word may be.
        writeFileSync(join(folder, 'script'), script)
        const { stdout } = spawnSync('/bin/sh', ['script'], { cwd: folder, env: { PATH: stubs }, encoding: 'utf8' })
        return stdout.split('==\n').map((lines) => lines.split('\n').toSorted().join('\n'))
      }
      const cases = RENDERED.flatMap(({ name, text, rendered, plain }) =>
        // A database that looks like an option, or that is none, changes the number of words.
        rendered && plain.run && !text.startsWith('-') && text !== ''
          ? [{ name: `${name}: ${text}`, hostile: commandsOf(rendered), harmless: commandsOf(plain) }]
          : [],
      ).filter((one) => one.hostile !== one.harmless)
      expect(cases.length).toBeGreaterThan(100)
      expect(started(cases.map((one) => one.hostile))).toEqual(started(cases.map((one) => one.harmless)))
    },
    SHELLS_MS,
  )
})

describe('code with hostile names is code, and nothing but', () => {
  const write = (name: string, language: string): string[] => {
    const place = join(folder, name)
    mkdirSync(place)
    return RENDERED.flatMap(({ rendered }, index) =>
      (rendered?.files ?? [])
        .filter((file) => file.language === language)
        .map(({ name: file, text }) => {
          const path = join(place, `${String(index)}-${file}`)
          writeFileSync(path, text)
          return path
        }),
    )
  }

  it('JSON', () => {
    const written = RENDERED.flatMap(({ text, rendered }) =>
      (rendered?.files ?? []).filter(({ language }) => language === 'json').map((file) => ({ text, file })),
    )
    expect(written.length).toBeGreaterThan(0)
    for (const { text, file } of written)
      expect(Object.values(JSON.parse(file.text) as Record<string, unknown>)).toContain(text)
  })

  it('YAML', () => {
    /** Every key, with those that lead to it. */
    const keysOf = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, inner]) => [key, keysOf(inner)])
        : [typeof value]
    const ofYaml = (rendered: Rendered | undefined) =>
      rendered?.files.filter(({ language }) => language === 'yaml').map(({ text }) => keysOf(parseYaml(text)))
    const written = RENDERED.filter(({ rendered }) => ofYaml(rendered)?.length)
    expect(written.length).toBeGreaterThan(0)
    for (const { name, text, rendered, plain } of written)
      expect(ofYaml(rendered), `${name}: ${text}`).toEqual(ofYaml(plain))
  })

  it('Python', () => {
    const files = write('python', 'python')
    const check = 'import ast, sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding="utf8", newline="").read())'
    expect(spawnSync('python3', ['-c', check, ...files], { encoding: 'utf8' }).stderr).toBe('')
  })

  it.skipIf(spawnSync(GOFMT, ['-h']).error !== undefined)('Go, formatted as gofmt does', () => {
    const files = write('go', 'go')
    expect(execFileSync(GOFMT, ['-l', '-e', ...files], { encoding: 'utf8' })).toBe('')
  })

  it('JavaScript', () => {
    const files = write('javascript', 'javascript')
    const check =
      'import fs from "fs"; import vm from "vm"; for (const f of process.argv.slice(1)) new vm.SourceTextModule(fs.readFileSync(f, "utf8"))'
    const options = ['--no-warnings', '--experimental-vm-modules', '--input-type=module', '-e', check, ...files]
    const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
