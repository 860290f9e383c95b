/** Asks for the token without exposing it in the environment, the shell's history or on the screen. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** The part of a terminal that this needs. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

/**
 * Asks for one line, without showing what is typed or pasted.
 * @returns the line, or undefined without a terminal or after Ctrl+C or Ctrl+D
 */
export const askUnseen = async (question: string, { input, output }: Terminal): Promise<string | undefined> => {
  if (input.isTTY !== true) return undefined
  // readline echoes input to its output; this output shows nothing.
  const unseen = new Writable({
    write: (_chunk, _encoding, done) => {
      done()
    },
  })
  const lines = createInterface({ input, output: unseen, terminal: true, historySize: 0 })
  output.write(question)
  try {
    return await new Promise<string | undefined>((resolve) => {
      lines.once('line', resolve)
      lines.once('close', () => {
        resolve(undefined)
      })
    })
  } finally {
    lines.close()
    output.write('\n')
  }
}
