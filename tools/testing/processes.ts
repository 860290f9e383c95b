/** Our programs as processes, for tests: started without npm, so that ending the process ends the program. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

const started: ChildProcess[] = []

export interface Program {
  readonly child: ChildProcess
  /** Its output so far, on both streams. */
  readonly output: () => string
}

/** @param command Node's arguments: options, the program, its arguments */
export const startProgram = (command: readonly string[], environment: Record<string, string> = {}): Program => {
  const child = spawn(process.execPath, command, { env: { ...process.env, ...environment } })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output }
}

/** Starts an npm script of package.json, which must be a single Node program. */
export const startScript = (
  name: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Program => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const [node, ...command] = scripts[name]?.split(' ') ?? []
  if (node !== 'node') throw new Error(`"npm run ${name}" starts ${String(node)}, and must start plain Node.`)
  return startProgram([...command, ...args], environment)
}

/** The first line that is an address and nothing else. */
export const addressOf = async ({ child, output }: Program): Promise<string> => {
  for (;;) {
    const address = /^https?:\/\/\S+$/m.exec(output().replace(/[^\n]*$/, ''))?.[0]
    if (address !== undefined) return address
    if (child.exitCode !== null) throw new Error(`It ended without an address:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Waits until a program ends by itself. */
export const endOf = async ({ child, output }: Program): Promise<{ code: number; output: string }> => {
  const [code] = (await once(child, 'close')) as [number]
  return { code, output: output() }
}

/** Ends all programs that still run. */
export const endPrograms = async (): Promise<void> => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
}
