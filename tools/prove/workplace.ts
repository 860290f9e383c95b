/** A clean environment for a client of the proof: its own folder and home, and none of this machine's environment. */
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The result of running a program. */
export interface CommandResult {
  /** undefined: it was ended after the time limit, or doesn't exist. */
  readonly status: number | undefined
  readonly output: string
}

/** Time limit: long enough for a busy machine, but it ends a client that waits forever. */
const LIMIT_SECONDS = 90

interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input?: string | undefined
  /** Ends the run after this time; else after LIMIT_SECONDS. */
  readonly seconds?: number
  /** Ends the run soon after this is true. */
  readonly until?: ((printed: string) => boolean) | undefined
}

/** How long a client may continue after the result is known, so that its last output arrives. */
const LAST_WORDS_MS = 500

/** Runs a line of the shell with exactly this environment; ends it, and what it has started, after the time limit. */
const run = (
  text: string,
  { input = '', until, seconds = LIMIT_SECONDS, ...options }: RunOptions,
): Promise<CommandResult> =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-c', text], { ...options, detached: true })
    const chunks: Buffer[] = []
    const endAll = () => {
      if (child.pid === undefined) return
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    const timer = setTimeout(endAll, seconds * 1000)
    const watch = setInterval(() => {
      if (until?.(Buffer.concat(chunks).toString()) !== true) return
      clearInterval(watch)
      setTimeout(endAll, LAST_WORDS_MS)
    }, 100)
    const stopWaiting = () => {
      clearTimeout(timer)
      clearInterval(watch)
    }
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (error) => {
      stopWaiting()
      resolve({ status: undefined, output: error.message })
    })
    child.on('close', (code) => {
      stopWaiting()
      endAll()
      resolve({ status: code ?? undefined, output: Buffer.concat(chunks).toString() })
    })
  })

export interface Workplace {
  /** Runs a line of the shell here. In what it printed, the folders' names are replaced. */
  readonly shell: (text: string, options?: Partial<Omit<RunOptions, 'cwd'>>) => Promise<CommandResult>
  readonly write: (name: string, content: string | Uint8Array, mode?: number) => Promise<void>
  readonly remove: () => Promise<void>
}

/** What a client needs on a machine. */
export interface Equipment {
  readonly env?: Readonly<Record<string, string>>
  /** Symbolic links in the folder, by name, which provide installed libraries. */
  readonly libraries?: Readonly<Record<string, string>>
  /** Shell scripts on the PATH, by command name. */
  readonly programs?: Readonly<Record<string, string>>
  /** Folders on the PATH before the system's. */
  readonly path?: readonly string[]
}

/** Makes a workplace. Programs come from the system's packages; only `node` is the one that runs this. */
export const makeWorkplace = async ({
  env: extraEnv = {},
  libraries = {},
  programs = {},
  path = [],
}: Equipment = {}): Promise<Workplace> => {
  const root = await mkdtemp(join(tmpdir(), 'anchor-prove-'))
  // A space in the path makes bad quoting fail.
  const [folder, home, bin] = [join(root, 'my files'), join(root, 'home'), join(root, 'bin')]
  await Promise.all([folder, home, bin].map((place) => mkdir(place)))
  await symlink(process.execPath, join(bin, 'node'))
  for (const [name, text] of Object.entries(programs))
    await writeFile(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  for (const [name, target] of Object.entries(libraries)) await symlink(target, join(folder, name))
  const base = {
    PATH: [bin, ...path, '/usr/bin:/bin:/usr/sbin'].join(':'),
    HOME: home,
    LANG: 'C.UTF-8',
    TMPDIR: root,
    ...extraEnv,
  }
  return {
    shell: async (text, { env, ...options } = {}) => {
      const ran = await run(text, { ...options, cwd: folder, env: { ...base, ...env } })
      return { ...ran, output: ran.output.replaceAll(folder, '<folder>').replaceAll(home, '<home>') }
    },
    write: async (name, content, mode = 0o600) => {
      const file = join(name.startsWith('~/') ? home : folder, name.replace(/^~\//, ''))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
      await chmod(file, mode)
    },
    // Programs that were just ended may still write.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  }
}
