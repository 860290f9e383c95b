/** Programs that read what the console makes; a test that needs one is skipped where it is missing. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

const there = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0

export const HAVE = {
  /** A JDK: it runs a source file and has keytool. */
  java: there('javac', '-version'),
  openssl: there('openssl', 'version'),
} as const

const LIMIT = 16 * 1024 * 1024

/** Java reads passwords from the environment in the locale's encoding. */
const UTF8 = { LC_ALL: 'C.UTF-8', JAVA_TOOL_OPTIONS: '-Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8' }

/**
 * Runs a program, and returns what it printed.
 * @param env what stands in its environment besides ours: passwords go there
 * @throws when it fails, with all that it printed
 */
export const run = async (program: string, args: readonly string[], env: Record<string, string> = {}) => {
  const { stdout } = await promisify(execFile)(program, [...args], {
    env: { ...process.env, ...UTF8, ...env },
    maxBuffer: LIMIT,
  })
  return stdout
}
