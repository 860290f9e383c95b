/** Tests on the live build, behind a server that can make requests fail or wait. */
import { serveBreakable, type BreakableServer } from '../tools/faults/breakable-server.ts'
import { test as base, TODAY } from './fixtures.ts'

export const test = base.extend<{ readonly server: BreakableServer }>({
  server: async ({}, use) => {
    const server = await serveBreakable({ clock: () => TODAY })
    await use(server)
    await server.close()
  },
  baseURL: ({ server }, use) => use(server.origin),
})
