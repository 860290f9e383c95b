/** Asks for the token where nobody sees it: not in the environment, not in the shell's history, not on the screen. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** What a terminal is for this. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

/**
 * Asks for one line, without showing what is typed or pasted.
 * @returns the line, or undefined when there is nobody to ask or the question was left with Ctrl+C or Ctrl+D
 */
export const askUnseen = async (question: string, { input, output }: Terminal): Promise<string | undefined> => {
  if (input.isTTY !== true) return undefined
  // readline echoes to its output what is typed: this one shows nothing.
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
