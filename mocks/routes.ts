/**
 * Routes of the mock: the checks before every handler (token, scenario, project, service), and the log of every write.
 */
import { http, HttpResponse, type DefaultBodyType, type HttpHandler, type PathParams } from 'msw'

import type { AnswerContext } from './answers.ts'
import type { MockProject, MockService, MockUser } from './data/model.ts'
import type { Db } from './db.ts'
import { brokenAnswer, errorAnswer, Refusal } from './errors.ts'
import type { Pki } from './pki.ts'
import type { Scenario } from './scenarios.ts'

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'

/** One request on its way to a handler. */
export interface Call {
  readonly request: Request
  readonly params: PathParams
  /** Number of requests for this URL, including this one. */
  readonly nth: number
}

/** A write, with enough data to replay it. */
export interface LoggedWrite {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly method: string
  /** Path and query, from `/v1` on. */
  readonly path: string
  readonly body: string
}

type Answer = Promise<DefaultBodyType | Response> | DefaultBodyType
type CallHandler = (call: Call) => Answer
type ProjectHandler = (project: MockProject, call: Call) => Answer
type ServiceHandler = (service: MockService, project: MockProject, call: Call) => Answer

/** Functions that register handlers. Operations are ids of Aiven's API document, which scenarios use too. */
export interface Routes {
  readonly db: Db
  readonly scenario: Scenario
  readonly pki: Pki
  /** How to answer this request: with or without secrets, and at what time. */
  readonly answerContext: (request: Request) => AnswerContext
  readonly on: (operation: string, method: Method, path: string, handler: CallHandler) => HttpHandler
  /** Registers an operation that needs no token. */
  readonly open: (operation: string, method: Method, path: string, handler: CallHandler) => HttpHandler
  /** A request about projects; the path begins after `/project`. */
  readonly ofProjects: (operation: string, method: Method, path: string, handler: CallHandler) => HttpHandler
  /** A request about one project, which must be there and readable; the path begins after it. */
  readonly inProject: (operation: string, method: Method, path: string, handler: ProjectHandler) => HttpHandler
  /** A request about one service, which must be there; the path begins after it. */
  readonly inService: (operation: string, method: Method, path: string, handler: ServiceHandler) => HttpHandler
  /** Revokes the token of that request. */
  readonly revoke: (request: Request) => void
  /** Every registered operation. */
  readonly operations: readonly string[]
}

export interface RouteOptions {
  readonly db: Db
  readonly scenario: Scenario
  readonly pki: Pki
  /** The only valid token; without it, any token is valid. */
  readonly token?: string
  /** Called after every write. */
  readonly onWrite?: (write: LoggedWrite) => void
  /** Whether writes are being replayed: they aren't refused, delayed or reported. */
  readonly replaying: () => boolean
}

/** POSTs that change nothing. */
const READING_POSTS = new Set([
  'ProjectGetServiceLogs',
  'ServiceMetricsFetch',
  'ServiceQueryActivity',
  'PGServiceQueryStatistics',
  'MySQLServiceQueryStatistics',
])

const isWrite = (operation: string, method: Method) => method !== 'get' && !READING_POSTS.has(operation)

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** `aivenv1 <token>` and `Bearer <token>` both work, as on the real API. */
const tokenOf = (request: Request): string | undefined =>
  /^(?:aivenv1|bearer) +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]

/** The service of that name. @throws {Refusal} 404 */
export const findService = ({ services }: MockProject, name: unknown): MockService => {
  const service = services.find((candidate) => candidate.name === name)
  if (!service) throw new Refusal(404, 'Service does not exist')
  return service
}

/** The service user of that name. @throws {Refusal} 404 */
export const findUser = ({ users }: MockService, name: unknown): MockUser => {
  const user = users.find(({ username }) => username === name)
  if (!user) throw new Refusal(404, 'Service user does not exist')
  return user
}

export const createRoutes = ({ db, scenario, pki, token, onWrite, replaying }: RouteOptions): Routes => {
  const counts = new Map<string, number>()
  const revoked = new Set<string>()
  const operations: string[] = []

  const answer = async (handler: CallHandler, call: Call): Promise<Response> => {
    try {
      const body = await handler(call)
      return body instanceof Response ? body : HttpResponse.json(body)
    } catch (error) {
      if (error instanceof Refusal) return error.response
      throw error
    }
  }

  /** Why the token is refused, if it is. */
  const refuseToken = (request: Request): Response | undefined => {
    const given = tokenOf(request)
    if (given === undefined) return errorAnswer(401, 'Missing authorization token')
    const isGood = (token === undefined || given === token) && !revoked.has(given)
    return isGood ? undefined : errorAnswer(403, 'Invalid token')
  }

  const countUp = (request: Request): number => {
    const name = `${request.method.toLowerCase()} ${request.url}`
    const nth = (counts.get(name) ?? 0) + 1
    counts.set(name, nth)
    return nth
  }

  const route = (
    operation: string,
    method: Method,
    path: string,
    handler: CallHandler,
    { needsToken = true, isOfProjects = false } = {},
  ) => {
    operations.push(operation)
    return http[method](`*/v1${path}`, async ({ request, params }) => {
      if (replaying()) return answer(handler, { request, params, nth: 1 })
      if (scenario.everyAnswer) return scenario.everyAnswer()
      const refused = needsToken ? refuseToken(request) : undefined
      if (refused) return refused
      const nth = countUp(request)
      if (isOfProjects) {
        if (scenario.delay !== undefined) await sleep(scenario.delay)
        const instead = scenario.project?.(nth)
        if (instead) return instead
      }
      const writes = isWrite(operation, method)
      const instead = (writes ? scenario.write?.() : undefined) ?? (await scenario.override?.(operation, nth))
      if (instead) return instead
      const body = writes && onWrite ? await request.clone().text() : ''
      const response = await answer(handler, { request, params, nth })
      if (writes && response.ok) {
        const { pathname, search } = new URL(request.url)
        onWrite?.({ at: db.now().getTime(), method: request.method, path: `${pathname}${search}`, body })
      }
      if (scenario.unanswered === operation && response.ok) return brokenAnswer()
      return response
    })
  }

  const ofProjects: Routes['ofProjects'] = (operation, method, path, handler) =>
    route(operation, method, `/project${path}`, handler, { isOfProjects: true })

  const inProject: Routes['inProject'] = (operation, method, path, handler) =>
    ofProjects(operation, method, `/:project${path}`, (call) => {
      const found = db.findProject(call.params['project'])
      const stage = found?.rotation && scenario.rotation?.(db.now().getTime() - db.startedAt.getTime())
      const project = found && stage ? { ...found, rotation: stage } : found
      if (!project) throw new Refusal(404, 'Project does not exist')
      if (!project.readable) throw new Refusal(403, 'Not a project member')
      return handler(project, call)
    })

  return {
    db,
    scenario,
    pki,
    answerContext: (request) => ({
      pki,
      now: db.now(),
      secrets: scenario.secrets === true || new URL(request.url).searchParams.get('include_secrets') !== 'false',
    }),
    on: (operation, method, path, handler) => route(operation, method, path, handler),
    open: (operation, method, path, handler) => route(operation, method, path, handler, { needsToken: false }),
    revoke: (request) => {
      revoked.add(tokenOf(request) ?? '')
    },
    operations,
    ofProjects,
    inProject,
    inService: (operation, method, path, handler) =>
      inProject(operation, method, `/service/:service${path}`, (project, call) =>
        handler(findService(project, call.params['service']), project, call),
      ),
  }
}
