/** Tests on the live build, behind a server that can make requests fail or wait. */
import { serveFront, type Front } from '../tools/faults/front.ts'
import { test as base, TODAY } from './fixtures.ts'

export const test = base.extend<{ readonly front: Front }>({
  front: async ({}, use) => {
    const front = await serveFront({ clock: () => TODAY })
    await use(front)
    await front.close()
  },
  baseURL: ({ front }, use) => use(front.origin),
})
