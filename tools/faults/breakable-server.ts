/** The live build in front of the mock API, in which a test can make requests fail or wait. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { createMockApi, type MockApiOptions } from '../../mocks/api.ts'
import { listenNear, type RunningServer } from '../../server/listen.ts'
import { createMockListener, toRequest } from '../../server/mock-server.ts'
import { createSite, rawPath } from '../../server/site.ts'
import type { Fault } from './faults.ts'

type Act = Fault['act']

export interface BreakableServer extends RunningServer {
  /**
   * Makes matching requests fail, without changing anything.
   * @param requests is matched against method, path and query: `GET /v1/project`
   */
  readonly break: (requests: RegExp, act: Act) => void
  /** Makes matching requests wait until `heal`. */
  readonly hold: (requests: RegExp) => void
  /** Breaks off the connections of waiting requests. */
  readonly cut: () => void
  /** Ends breaking and holding. */
  readonly heal: () => void
  /** Heals, and undoes every change: a new mock answers. */
  readonly reset: () => void
  /** Number of requests that failed or waited since the last `heal`. */
  readonly affectedCount: () => number
  /** Number of requests to the API. */
  readonly requestCount: () => number
  /** Number of unanswered ones, and of files on their way. */
  readonly pendingCount: () => number
  /** Number of these files alone. */
  readonly pendingFileCount: () => number
}

interface ActiveFault {
  readonly requests: RegExp
  /** undefined: requests wait for `over`. */
  readonly act: Act | undefined
  readonly over: Promise<void>
  readonly end: () => void
  readonly waiting: Set<ServerResponse>
  met: number
}

const activate = (requests: RegExp, act?: Act): ActiveFault => {
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return { requests, act, over, end, waiting: new Set(), met: 0 }
}

/** Serves `dist/` and the mock API on one free port, like the real servers. */
export const serveBreakable = async (options: MockApiOptions): Promise<BreakableServer> => {
  const site = createSite('dist')
  let api = createMockListener(options)
  let active: ActiveFault | undefined
  const pending = new Set<ServerResponse>()
  const pendingFiles = new Set<ServerResponse>()
  let requestCount = 0

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = incoming
    const isFile = !/^\/v1(\/|$)/.test(rawPath(incoming))
    const among = isFile ? pendingFiles : pending
    among.add(response)
    response.on('close', () => among.delete(response))
    if (isFile) {
      site(incoming, response)
      return
    }
    requestCount++
    const current = active?.requests.test(`${method} ${url}`) === true ? active : undefined
    if (current) current.met++
    if (current?.act) {
      // A separate mock gives the good answer, so that a failing request changes nothing.
      const good = await createMockApi(options).fetch(toRequest(incoming, 'http://localhost'))
      current.act(response, await good.text())
      return
    }
    current?.waiting.add(response)
    await current?.over
    // The client may have closed the connection meanwhile: then don't ask the mock.
    if (!response.destroyed) api(incoming, response)
  }

  const server = await listenNear(
    createServer((incoming, response) => void answer(incoming, response)),
    0,
  )
  const begin = (next: ActiveFault | undefined) => {
    active?.end()
    active = next
  }
  return {
    ...server,
    break: (requests, act) => {
      begin(activate(requests, act))
    },
    hold: (requests) => {
      begin(activate(requests))
    },
    cut: () => {
      for (const response of active?.waiting ?? []) response.destroy()
    },
    heal: () => {
      begin(undefined)
    },
    reset: () => {
      begin(undefined)
      api = createMockListener(options)
    },
    affectedCount: () => active?.met ?? 0,
    requestCount: () => requestCount,
    pendingCount: () => pending.size + pendingFiles.size,
    pendingFileCount: () => pendingFiles.size,
    close: () => {
      active?.end()
      return server.close()
    },
  }
}
