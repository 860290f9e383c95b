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

/** A machine that runs other things as well is slow; a client that waits for ever is not right. */
const LIMIT_SECONDS = 90

interface RunOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly input?: string | undefined
}

/** Runs a line of the shell with exactly this environment; ends it, and what it has started, after the time limit. */
const run = (text: string, { input = '', ...options }: RunOptions): Promise<Ran> =>
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
    const timer = setTimeout(endAll, LIMIT_SECONDS * 1000)
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
  /** Runs a line of the shell here. In what it printed, the folders' names are replaced. */
  readonly shell: (
    text: string,
    options?: { readonly env?: Readonly<Record<string, string>>; readonly input?: string | undefined },
  ) => Promise<Ran>
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
  const base = { PATH: `${bin}:/usr/bin:/bin:/usr/sbin`, HOME: home, LANG: 'C.UTF-8', TMPDIR: root, ...extraEnv }
  return {
    shell: async (text, { env, input } = {}) => {
      const ran = await run(text, { cwd: folder, env: { ...base, ...env }, input })
      return { ...ran, output: ran.output.replaceAll(folder, '<folder>').replaceAll(home, '<home>') }
    },
    write: async (name, content, mode = 0o600) => {
      const path = join(name.startsWith('~/') ? home : folder, name.replace(/^~\//, ''))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
      await chmod(path, mode)
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
