/** Programs of ours as processes, for tests: started without npm in between, so that what is ended is what was started. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

const started: ChildProcess[] = []

export interface Program {
  readonly child: ChildProcess
  /** All that it has written so far, on both streams. */
  readonly output: () => string
}

/** @param command what Node is given: options, the program, its arguments */
export const startProgram = (command: readonly string[], environment: Record<string, string> = {}): Program => {
  const child = spawn(process.execPath, command, { env: { ...process.env, ...environment } })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output }
}

/** Starts what an npm script of package.json runs. It must be a program of Node's alone. */
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

/** Waits for the end of a program that is expected to end by itself. */
export const endOf = async ({ child, output }: Program): Promise<{ code: number; output: string }> => {
  const [code] = (await once(child, 'close')) as [number]
  return { code, output: output() }
}

/** Ends whatever was started and still runs. */
export const endPrograms = async (): Promise<void> => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
}
