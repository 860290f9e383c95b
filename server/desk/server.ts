/** The server of `npm run live`: serves the live build and, at `/v1`, the API with the token of the user who started it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { withApiTag } from '../api-tag.ts'
import { listenNear, type RunningServer } from '../listen.ts'
import { SECURITY_HEADERS } from '../security-headers.ts'
import { createSite, rawPath, sendText } from '../site.ts'
import { refuseToForward } from '../forwarding.ts'
import { ENTRANCE_SCRIPT, sendEntrance, sendEntranceScript } from './entrance.ts'
import { createGate, isLink, type Refusal } from './gate.ts'
import { createApiProxy, sendApiError, type ApiProxyOptions } from './proxy.ts'

export interface DeskOptions extends ApiProxyOptions {
  /** Folder of the live build. */
  readonly folder: string
  /** The preferred port; 0 takes any. */
  readonly port: number
  /** Refuses all writes. */
  readonly readOnly?: boolean
}

export interface Desk extends RunningServer {
  /** The one-time link, at this run's own host name. */
  readonly link: string
  /** The same link at 127.0.0.1, for browsers that don't resolve names below localhost. */
  readonly plainLink: string
}

const NOT_LET_IN = 'Open the one-time link that "npm run live" printed. It works once: start it again for a new one.'

/** A request to the API that isn't forwarded, and why. */
const refuseApiRequest = (request: IncomingMessage, readOnly: boolean): Refusal | undefined => {
  const { method = '', headers } = request
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (method === 'GET' && hasBody) return { status: 400, message: 'A GET with a body isn’t forwarded.' }
  return refuseToForward(method, rawPath(request), readOnly)
}

export const serveDesk = async ({ folder, port, readOnly = false, ...api }: DeskOptions): Promise<Desk> => {
  const address = api.upstream.href.replace(/\/$/, '')
  const site = createSite(folder, (html) => withApiTag(html, { api: address, token: 'desk' }))
  const forward = createApiProxy(api)
  const server = createServer()
  const running = await listenNear(server, port)
  const gate = createGate(running.port)

  const enter = (request: IncomingMessage, response: ServerResponse) => {
    const cookie = request.method === 'GET' ? gate.open(request) : undefined
    if (cookie !== undefined) sendEntrance(response, gate.key, cookie)
    else if (!gate.knows(request)) sendText(response, 401, `This link was already used, or is invalid. ${NOT_LET_IN}`)
    else if (rawPath(request) === ENTRANCE_SCRIPT) sendEntranceScript(response)
    else response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
  }

  server.on('request', (request, response) => {
    const path = rawPath(request)
    const toApi = /^\/v1(\/|$)/i.test(path)
    const refuse = (status: number, message: string) => {
      ;(toApi ? sendApiError : sendText)(response, status, message)
    }
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const foreign = gate.refuseForeign(request)
    if (foreign) refuse(foreign.status, foreign.message)
    else if (isLink(path)) enter(request, response)
    else if (!gate.knows(request) || (toApi && !gate.hasKey(request))) refuse(401, NOT_LET_IN)
    else if (toApi) {
      const refusal = refuseApiRequest(request, readOnly)
      if (refusal) refuse(refusal.status, refusal.message)
      else forward(request, response)
    } else site(request, response)
  })
  return {
    ...running,
    link: `http://${gate.hostname}:${String(running.port)}${gate.linkPath}`,
    plainLink: `${running.origin}${gate.linkPath}`,
  }
}
