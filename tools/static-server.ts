/** Serves a build of the app on loopback, as a careful web server would. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import sirv from 'sirv'

import { SECURITY_HEADERS } from './security-headers.ts'

const HOST = '127.0.0.1'
/** How many ports after the wanted one are tried when it is taken. */
const PORTS_TRIED = 20

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Listens on the wanted port, or on the next one that is free. 0 takes any. */
const listenNear = async (server: Server, wanted: number): Promise<number> => {
  for (let port = wanted; ; port++) {
    try {
      await listen(server, port)
      return (server.address() as AddressInfo).port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= wanted + PORTS_TRIED) throw error
    }
  }
}

/**
 * Starts a server for a folder. Paths that are no file get index.html, for the app's router; paths below
 * `/v1` never do: they are the API's.
 */
export const serveBuild = async (
  folder: string,
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> => {
  const files = sirv(folder, {
    single: true,
    ignores: [/^\/v1(\/|$)/, /^\/assets\//],
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith('/assets/')
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    files(request, response, () => {
      response.statusCode = 404
      response.setHeader('content-type', 'text/plain; charset=utf-8')
      response.end('Not found\n')
    })
  })
  const actual = await listenNear(server, port)
  return {
    url: `http://${HOST}:${String(actual)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
