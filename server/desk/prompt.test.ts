import { PassThrough } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { askUnseen } from './prompt.ts'

const terminal = (isTTY: boolean) => {
  const input = Object.assign(new PassThrough(), { isTTY })
  const output = new PassThrough()
  let shown = ''
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  return { input, output, shown: () => shown }
}

describe('askUnseen', () => {
  it.each(['\n', '\r', '\r\n'])('reads a line without showing it', async (end) => {
    const { input, output, shown } = terminal(true)
    const answer = askUnseen('Token: ', { input, output })
    for (const part of ['secret-', 'of-the-test', end]) input.write(part)
    expect(await answer).toBe('secret-of-the-test')
    expect(shown()).toBe('Token: \n')
  })

  it.each(['\u0003', '\u0004'])('can be aborted', async (key) => {
    const { input, output } = terminal(true)
    const answer = askUnseen('Token: ', { input, output })
    input.write(key)
    expect(await answer).toBeUndefined()
  })

  it('does not ask without a terminal', async () => {
    const { input, output, shown } = terminal(false)
    expect(await askUnseen('Token: ', { input, output })).toBeUndefined()
    expect(shown()).toBe('')
  })
})
