/** Finds and runs programs that the bench compares with or needs. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a program; undefined if it isn't installed. */
export const findProgram = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

export interface RunOptions {
  readonly cwd?: string
  readonly environment?: Record<string, string>
  /** Timeout in milliseconds. */
  readonly patience?: number
}

/**
 * Runs a program to its end.
 * @returns its standard output
 * @throws with the end of its output, if it fails
 */
export const run = (
  command: string,
  args: readonly string[],
  { cwd, environment = {}, patience = 60_000 }: RunOptions = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...environment }, timeout: patience })
    let output = ''
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ended with ${String(code)}: ${(said || output).trim().slice(-500)}`))
    })
  })
