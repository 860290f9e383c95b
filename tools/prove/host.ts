/** Finds a host name for the servers of the proof, without editing the hosts file. */
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { hostname } from 'node:os'

/** `localhost` comes last: MySQL's clients take it for a Unix socket. */
const CANDIDATES = [hostname(), 'localhost']

/** A name of this machine that resolves to an address of its own. */
export const findHost = async (): Promise<string> => {
  for (const name of CANDIDATES) {
    try {
      const { address } = await lookup(name)
      const server = createServer().listen(0, address)
      await once(server, 'listening')
      server.close()
      return name
    } catch {
      // Try the next name.
    }
  }
  throw new Error(`None of these names resolves to this machine: ${CANDIDATES.join(', ')}.`)
}
