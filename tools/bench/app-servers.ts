/** The servers that serve the app to users, each ready for a first visit. */
import type { BrowserContext } from '@playwright/test'

import { KEY_STORAGE } from '../../server/desk/entrance.ts'
import { serveDesk } from '../../server/desk/server.ts'
import { createMockListener, serveMockApi } from '../../server/mock-server.ts'
import { serveBuild } from '../../server/static-server.ts'
import { openDesk } from '../open-desk.ts'
import { serveTls } from '../tls-upstream.ts'
import { WEB_SERVERS, type WebServerKind } from '../web-servers.ts'
import type { Builds } from './builds.ts'

const TOKEN = 'token-of-the-bench'

export interface AppServer {
  readonly origin: string
  /** Signs a new user in before the measurement. */
  readonly enter: (context: BrowserContext) => Promise<unknown>
  readonly close: () => Promise<void>
}

type StartAppServer = (builds: Builds) => Promise<AppServer>

const demo: StartAppServer = async (builds) => ({
  ...(await serveBuild(await builds('demo'), 0)),
  enter: async () => undefined,
})

const desk: StartAppServer = async (builds) => {
  const api = await serveMockApi({ port: 0, token: TOKEN })
  const upstream = new URL(api.origin)
  const { origin, link, close } = await serveDesk({ folder: await builds('live'), port: 0, token: TOKEN, upstream })
  // The link works once, so every visitor gets its cookie and key.
  const { cookie, key } = await openDesk({ origin, link })
  const [name = '', value = ''] = cookie.split(/[=;]/)
  return {
    origin,
    enter: async (context) => {
      await context.addCookies([{ name, value, url: origin }])
      await context.addInitScript({ content: `localStorage.setItem('${KEY_STORAGE}', '${key}')` })
    },
    close: async () => {
      await close()
      await api.close()
    },
  }
}

const webServer =
  ({ start }: WebServerKind): StartAppServer =>
  async (builds) => {
    const upstream = await serveTls(['localhost', 'api.test'], createMockListener({ token: TOKEN }))
    const server = await start({ folder: await builds('live'), upstream })
    return {
      origin: server.origin,
      enter: (context) => context.addInitScript({ content: `sessionStorage.setItem('token', '${TOKEN}')` }),
      close: async () => {
        await server.close()
        await upstream.close()
      },
    }
  }

/** How to start each server, by name; undefined if it isn't installed. */
export const APP_SERVERS: Readonly<Record<string, StartAppServer | undefined>> = {
  'npm start': demo,
  'npm run live': desk,
  ...Object.fromEntries(
    WEB_SERVERS.map((kind) => [kind.name, kind.binary === undefined ? undefined : webServer(kind)]),
  ),
}
