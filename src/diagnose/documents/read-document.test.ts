/** What kind of document a text is: found in a time that grows with the text and no faster. */
import { expect, it } from 'vitest'

import { readDocuments } from './read-document.ts'

it('comes to an end on line breaks and nothing else: read once for each, this takes hours', async () => {
  expect(await readDocuments(`engine = x${'\n'.repeat(200_000)}`)).not.toHaveLength(0)
})
