/** Used by all our servers: listens on loopback, on the requested port or one near it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const HOST = '127.0.0.1'

/** Default port of `npm start` and `npm run live`. */
export const DEFAULT_PORT = '4173'

/** How many ports after the preferred one are tried if it is taken. */
const PORTS_TRIED = 20

export interface RunningServer {
  /** Address without a path: `http://127.0.0.1:4173`. */
  readonly origin: string
  readonly port: number
  /** Ends the server and every connection to it. */
  readonly close: () => Promise<void>
}

/**
 * A port from a text.
 * @param name name of the option or variable, for the message
 * @throws with a sentence for the user
 */
export const parsePort = (name: string, text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (!(port <= 65_535)) throw new Error(`${name} must be a number from 0 to 65535, but is "${text}".`)
  return port
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Listens on the preferred port, or the next free one. 0 takes any. */
export const listenNear = async (server: Server, wanted: number): Promise<RunningServer> => {
  for (let port = wanted; ; port++) {
    try {
      await listen(server, port)
      break
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' || port >= Math.min(wanted + PORTS_TRIED, 65_535)) throw error
    }
  }
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${HOST}:${String(port)}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Message if another port than the preferred one is used; otherwise nothing. */
export const otherPort = (wanted: number, { port }: RunningServer): string[] =>
  wanted === 0 || wanted === port ? [] : [`Port ${String(wanted)} is taken, so this is port ${String(port)}.`]
