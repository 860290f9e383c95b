/** What kind of document a text is: found in a time that grows with the text and no faster. */
import { expect, it } from 'vitest'

import { readDocuments } from './read-document.ts'

it('reads 8 times the line breaks in about 8 times as long, not 64 times', async () => {
  const least = async (length: number) => {
    const text = `engine = x${'\n'.repeat(length)}`
    const rounds: number[] = []
    for (let round = 0; round < 3; round++) {
      const start = performance.now()
      await readDocuments(text)
      rounds.push(performance.now() - start)
    }
    return Math.min(...rounds)
  }
  // A ratio within one run; what is too short to be measured says nothing.
  const short = Math.max(await least(250), 0.5)
  expect((await least(2000)) / short).toBeLessThan(32)
})
