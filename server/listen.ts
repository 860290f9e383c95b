/** What every server of ours does: listens on loopback, near the port that was asked for. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const HOST = '127.0.0.1'

/** Of `npm start` and `npm run live`, when PORT says nothing. */
export const DEFAULT_PORT = '4173'

/** How many ports after the wanted one are tried when it is taken. */
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
 * @param name what the text is called where it was given, for the message
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

/** Listens on the wanted port, or on the next one that is free. 0 takes any. */
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

/** What to say when another port was taken than the wanted one; nothing when all went as wished. */
export const otherPort = (wanted: number, { port }: RunningServer): string[] =>
  wanted === 0 || wanted === port ? [] : [`Port ${String(wanted)} is taken, so this is port ${String(port)}.`]
