/**
 * Installs the libraries of `kit.json`, in the pinned versions, into a folder outside the project: what a user would
 * install by pip, npm, Maven, Go or Cargo. Called by `install.sh`. What can't be had is named with the reason, and costs
 * only the clients that need it.
 *
 *     npx tsx --no-cache tools/prove/install-kit.ts            installs all groups
 *     npx tsx --no-cache tools/prove/install-kit.ts python go  only these
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { KIT, PINNED } from './kit.ts'

const PATH = `${process.env['PATH'] ?? ''}:/usr/local/go/bin:${homedir()}/.cargo/bin`
/** Rust's crates take ten minutes on a busy machine. */
const LIMIT_MS = 1_800_000

const run = async (cwd: string, command: string, args: readonly string[], env: Record<string, string> = {}) => {
  const options = { cwd, env: { ...process.env, PATH, ...env }, timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 }
  return promisify(execFile)(command, [...args], options)
}

const write = (folder: string, name: string, text: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const python = async (folder: string): Promise<void> => {
  const packages = Object.entries(PINNED.python).map(([name, version]) => `${name}==${version}`)
  await run(folder, 'python3', ['-m', 'venv', '--clear', 'venv'])
  const pip = join(folder, 'venv/bin/pip')
  const install = (words: readonly string[]) => run(folder, pip, ['install', '-q', '--no-input', ...words])
  try {
    await install(packages)
  } catch {
    // One that can't be had must not cost the others.
    for (const one of packages)
      await install([one]).catch(() => {
        console.log(`Not available from PyPI: ${one}`)
      })
  }
}

/** @param dependencies versions by package */
const installNpm = async (folder: string, dependencies: Readonly<Record<string, string>>): Promise<void> => {
  write(folder, 'package.json', JSON.stringify({ private: true, dependencies }))
  await run(folder, 'npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps'])
}

const npm = (folder: string) => installNpm(folder, PINNED.npm)

const prisma = (folder: string) => installNpm(folder, PINNED.prisma)

const ALONE = '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'

const dependency = (coordinates: string) => {
  const [group, artifact, version, type] = coordinates.split(':')
  const own = type === undefined ? '' : `<type>${type}</type>${ALONE}`
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${own}</dependency>`
}

/** A plugin's folder beside the jars. */
const unpack = (folder: string, coordinates: string) => {
  const [, artifact, version] = coordinates.split(':')
  return run(folder, 'python3', ['-m', 'zipfile', '-e', `lib/${artifact}-${version}.zip`, `plugins/${artifact}`])
}

/** Copies the jars of each set, and of what they need, into a folder of its own. */
const copyJars = async (folder: string, sets: Readonly<Record<string, readonly string[]>>): Promise<void> => {
  for (const [set, artifacts] of Object.entries(sets)) {
    const head = `<modelVersion>4.0.0</modelVersion><groupId>kit</groupId><artifactId>${set}</artifactId><version>1</version><packaging>pom</packaging>`
    write(
      join(folder, set),
      'pom.xml',
      `<project>${head}<dependencies>${artifacts.map(dependency).join('')}</dependencies></project>`,
    )
    const copy = [
      '-q',
      '-B',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(folder, set, 'lib')}`,
    ]
    try {
      await run(join(folder, set), 'mvn', copy)
      for (const one of artifacts) if (one.endsWith(':zip')) await unpack(join(folder, set), one)
    } catch (error) {
      console.log(`Not available from Maven: ${set}: ${reason(error)}`)
    }
  }
}

const maven = (folder: string) => copyJars(folder, PINNED.maven)

/** Apart from the others: CI's fixed set starts none of these. */
const servers = (folder: string) => copyJars(folder, PINNED.servers)

const workers = (folder: string) => copyJars(folder, PINNED.workers)

/** Packages whose path is not their module's. */
const GO_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'github.com/jackc/pgx/v5': ['', '/stdlib'],
  'github.com/twmb/franz-go': ['/pkg/kgo', '/pkg/sasl/scram', '/pkg/sasl/plain'],
  'github.com/segmentio/kafka-go': ['', '/sasl/scram', '/sasl/plain'],
}

const go = async (folder: string): Promise<void> => {
  const modules = Object.entries(PINNED.go)
  const project = join(folder, 'project')
  const env = {
    GOMODCACHE: join(folder, 'modules'),
    GOCACHE: join(folder, 'cache'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
  }
  const required = modules.map(([name, version]) => `\t${name} ${version}`).join('\n')
  write(project, 'go.mod', `module connect\n\ngo 1.24\n\nrequire (\n${required}\n)\n`)
  const imports = modules.flatMap(([name]) => (GO_PACKAGES[name] ?? ['']).map((rest) => `\t_ "${name}${rest}"`))
  write(project, 'kit.go', `package main\n\nimport (\n${imports.join('\n')}\n)\n\nfunc main() {}\n`)
  await run(project, 'go', ['mod', 'tidy'], env)
  await run(project, 'go', ['build', '-o', '/dev/null', 'kit.go'], env)
}

const cargo = async (folder: string): Promise<void> => {
  const lines = Object.entries(PINNED.cargo).map(([name, { version, features = [], ...rest }]) => {
    const basic = rest['default-features'] === false ? ', default-features = false' : ''
    return `${name} = { version = "=${version}"${basic}, features = ${JSON.stringify(features)} }`
  })
  const manifest = `[package]\nname = "connect"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${lines.join('\n')}\n\n[profile.dev]\ndebug = 0\n`
  write(folder, 'Cargo.toml', manifest)
  write(folder, 'src/main.rs', 'fn main() {}\n')
  await run(folder, 'cargo', ['build', '-q'], { CARGO_TARGET_DIR: join(folder, 'target') })
}

const GROUPS = { python, npm, maven, servers, workers, prisma, go, cargo }

const reason = (error: unknown): string =>
  (error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' && error.stderr.trim() !== ''
    ? error.stderr
    : String(error)
  )
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ')
    .slice(0, 300)

/** One at a time: their tools use all cores by themselves. */
const asked = process.argv.slice(2)
for (const [group, install] of Object.entries(GROUPS)) {
  const name = group as keyof typeof GROUPS
  if (asked.length > 0 && !asked.includes(name)) continue
  const folder = join(KIT, name)
  // What this script does counts as well: a change of it installs again.
  const stamp = createHash('sha256').update(JSON.stringify(PINNED[name])).update(String(install)).digest('hex')
  const file = join(folder, 'stamp')
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) continue
  mkdirSync(folder, { recursive: true })
  const begun = performance.now()
  try {
    await install(folder)
    writeFileSync(file, stamp)
    console.log(`Installed for the proof: ${name}, in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  } catch (error) {
    console.log(`Not installed for the proof: ${name}: ${reason(error)}`)
  }
}
