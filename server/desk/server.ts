/** The server of `npm run live`: the live build and, at `/v1`, the API with the token of whoever started it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { withApiTag } from '../api-tag.ts'
import { listenNear, type RunningServer } from '../listen.ts'
import { SECURITY_HEADERS } from '../security-headers.ts'
import { createSite, rawPath, sendText } from '../site.ts'
import { createGate, isLink } from './gate.ts'
import { createApiProxy, sendApiError, type ApiProxyOptions } from './proxy.ts'

export interface DeskOptions extends ApiProxyOptions {
  /** Folder of the live build. */
  readonly folder: string
  /** The port that is wanted; 0 takes any. */
  readonly port: number
}

export interface Desk extends RunningServer {
  /** The one-time link. */
  readonly link: string
}

/** What the app uses, and nothing else. */
const API_METHODS = new Set(['GET', 'PUT'])

const NOT_LET_IN =
  'Open the one-time link that "npm run live" has printed. It opens once: start it again for a new one.'

/** Whether a path, however it is written, stays below `/v1`. */
const staysBelowV1 = (path: string): boolean => {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return false
  }
  return path.startsWith('/v1/') && !decoded.split(/[/\\]/).some((part) => part === '.' || part === '..')
}

const refuseApiRequest = (request: IncomingMessage): readonly [status: number, message: string] | undefined => {
  const { method = '', headers } = request
  if (!staysBelowV1(rawPath(request))) return [400, 'Only paths below /v1 are forwarded.']
  if (!API_METHODS.has(method)) return [405, `The console does not use ${method}, so it is not forwarded.`]
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (method === 'GET' && hasBody) return [400, 'A GET with a body is not forwarded.']
  return undefined
}

export const serveDesk = async ({ folder, port, ...api }: DeskOptions): Promise<Desk> => {
  const address = api.upstream.href.replace(/\/$/, '')
  const site = createSite(folder, (html) => withApiTag(html, { api: address, token: 'desk' }))
  const forward = createApiProxy(api)
  const server = createServer()
  const running = await listenNear(server, port)
  const gate = createGate(running.port)

  const enter = (request: IncomingMessage, response: ServerResponse) => {
    const cookie = request.method === 'GET' ? gate.open(request) : undefined
    if (cookie !== undefined || gate.knows(request)) {
      response.writeHead(303, {
        location: '/',
        'cache-control': 'no-store',
        ...(cookie !== undefined && { 'set-cookie': cookie }),
      })
      response.end()
    } else sendText(response, 401, `This link is used up, or was never one. ${NOT_LET_IN}`)
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
    else if (!gate.knows(request)) refuse(401, NOT_LET_IN)
    else if (toApi) {
      const refusal = refuseApiRequest(request)
      if (refusal) refuse(...refusal)
      else forward(request, response)
    } else site(request, response)
  })
  return { ...running, link: `${running.origin}${gate.linkPath}` }
}
