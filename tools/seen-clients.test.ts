import { expect, it } from 'vitest'

import seen from '../src/diagnose/messages/seen.json' with { type: 'json' }
import { seenClients } from './seen-clients.ts'

it('the page names the clients that the samples were taken of (npx tsx --no-cache tools/seen-clients.ts)', () => {
  expect(seen).toEqual(seenClients())
  expect(Object.keys(seen).length).toBeGreaterThan(5)
})
