/** Starts real servers: runs a program in its own folder, waits until it is ready, and ends it with its children. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Identity } from './test-server.ts'

/** A server that answers queries. */
export interface RealServer {
  readonly host: string
  readonly port: number
  readonly close: () => Promise<void>
}

export interface RealOptions {
  readonly identity: Identity
  readonly host: string
  readonly user: string
  readonly password: string
  readonly database: string
}

const SYSTEM_USERS = { uid: 65_534, gid: 65_534 }

/** The user that servers run as: database servers refuse to run as root. */
const owner = () => (process.getuid?.() === 0 ? SYSTEM_USERS : undefined)

/** Gives the servers' user write access. */
export const giveToServer = async (paths: readonly string[]): Promise<void> => {
  const as = owner()
  if (as) for (const path of paths) await chown(path, as.uid, as.gid)
}

/** A folder for a server with its certificate and key, owned by the server's user. */
export const serverFolder = async (name: string, { certificate, key }: Identity) => {
  const folder = await mkdtemp(join(tmpdir(), `anchor-${name}-`))
  const data = join(folder, 'data')
  await mkdir(data)
  await writeFile(join(folder, 'server.crt'), certificate)
  await writeFile(join(folder, 'server.key'), key)
  await chmod(join(folder, 'server.key'), 0o600)
  await giveToServer([folder, data, join(folder, 'server.crt'), join(folder, 'server.key')])
  return { folder, data, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A port that was free a moment ago. */
export const freePort = async (host: string): Promise<number> => {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The first of these paths that exists. */
export const firstExisting = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path))

/** Cassandra 5 and OpenSearch 2 don't start on newer versions. */
export const JAVA_17 = ['/usr/lib/jvm/java-17-openjdk-amd64/bin/java', '/usr/lib/jvm/java-17-openjdk-arm64/bin/java']

interface ProgramOptions {
  /** Runs as the current user: for programs that only this user can read, and that accept it. */
  readonly asRoot?: boolean
}

const spawnOptions = (folder: string, { asRoot = false }: ProgramOptions) => ({
  ...(asRoot ? {} : owner()),
  cwd: folder,
  env: { PATH: '/usr/bin:/bin:/usr/sbin', HOME: folder, LANG: 'C.UTF-8' },
})

/** Runs a program to its end, while impostors keep listening. @returns its output. @throws with its output */
export const runOnce = (
  command: string,
  args: readonly string[],
  folder: string,
  input = '',
  options: ProgramOptions = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, spawnOptions(folder, options))
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} failed: ${output}`))
    })
  })

/** Starts a long-running program. @returns a function that ends it */
export const startProgram = (
  command: string,
  args: readonly string[],
  folder: string,
  options: ProgramOptions = {},
) => {
  const child = spawn(command, args, { ...spawnOptions(folder, options), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let ended = false
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.on('error', (error) => (output += error.message))
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true
      resolve()
    })
  })
  return {
    stop: async () => {
      if (!ended) child.kill('SIGINT')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(timer)
    },
    output: () => output,
    ended: () => ended,
  }
}

/** @returns what ends a server's program and removes its folder */
export const closing = (program: ReturnType<typeof startProgram>, remove: () => Promise<void>) => async () => {
  await program.stop()
  await remove()
}

/** Polls until the server answers. @throws with the server's output if it doesn't */
export const waitUntil = async (ready: () => boolean, program: ReturnType<typeof startProgram>): Promise<void> => {
  const end = Date.now() + 180_000
  while (!ready()) {
    if (program.ended() || Date.now() > end) throw new Error(`The server did not start: ${program.output()}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}
