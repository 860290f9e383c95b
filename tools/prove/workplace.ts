/** Where a client of the proof runs: a folder of its own, a home of its own, and nothing of this machine's environment. */
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What is needed of a program that was run. */
export interface Ran {
  /** undefined: it was ended after the time limit, or was not there. */
  readonly status: number | undefined
  readonly output: string
}

export interface Command {
  readonly command: string
  readonly args?: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input?: string | undefined
  readonly seconds: number
}

/** Runs a program with exactly this environment; ends it, and what it has started, after the time limit. */
export const run = ({ command, args = [], cwd, env, input = '', seconds }: Command): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, detached: true })
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
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ status: undefined, output: error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      endAll()
      resolve({ status: code ?? undefined, output: Buffer.concat(chunks).toString() })
    })
  })

export interface Workplace {
  readonly folder: string
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  readonly write: (name: string, content: string | Uint8Array, mode?: number) => Promise<void>
  readonly remove: () => Promise<void>
}

/** Commands of the proof that stand in for others, by the name under which they are called: file to link to. */
export type StandIns = Readonly<Record<string, string>>

/**
 * Makes a workplace. Programs come from the system's packages; only `node` is the one that runs this.
 * @param libraries links in the folder, by name: how a library that a user would install is there
 */
export const makeWorkplace = async (
  extraEnv: Readonly<Record<string, string>> = {},
  libraries: Readonly<Record<string, string>> = {},
  standIns: StandIns = {},
): Promise<Workplace> => {
  const root = await mkdtemp(join(tmpdir(), 'anchor-prove-'))
  // A space in the path: what is quoted badly fails here.
  const [folder, home, bin] = [join(root, 'my files'), join(root, 'home'), join(root, 'bin')]
  await Promise.all([folder, home, bin].map((path) => mkdir(path)))
  await symlink(process.execPath, join(bin, 'node'))
  for (const [name, target] of Object.entries(standIns)) await symlink(target, join(bin, name))
  for (const [name, target] of Object.entries(libraries)) await symlink(target, join(folder, name))
  return {
    folder,
    home,
    env: { PATH: `${bin}:/usr/bin:/bin:/usr/sbin`, HOME: home, LANG: 'C.UTF-8', TMPDIR: root, ...extraEnv },
    write: async (name, content, mode = 0o600) => {
      const path = join(name.startsWith('~/') ? home : folder, name.replace(/^~\//, ''))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
      await chmod(path, mode)
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
