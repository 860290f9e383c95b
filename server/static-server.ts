/** Serves a build of the app on loopback, as a careful web server would. */
import { createServer } from 'node:http'

import { listenNear, type RunningServer } from './listen.ts'
import { createSite } from './site.ts'

/** Starts a server for a folder. */
export const serveBuild = async (folder: string, port: number): Promise<RunningServer & { readonly url: string }> => {
  const server = await listenNear(createServer(createSite(folder)), port)
  return { ...server, url: `${server.origin}/` }
}
