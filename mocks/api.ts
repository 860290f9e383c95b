/**
 * The mock Aiven API: one function from Request to Response, with state of its own. Adapters put it into
 * the page (`in-page.ts`) and into tests. It imports nothing of the console: a mock that shared the
 * client's rules would be wrong on both sides at once.
 */
import { getResponse, http, HttpResponse, matchRequestUrl, type DefaultBodyType, type PathParams } from 'msw'

import { errorAnswer, meAnswer, projectAnswer, serviceAnswer, userAnswer, type AnswerContext } from './answers.ts'
import type { MockProject, MockService, MockUser } from './data/model.ts'
import { demoProjects } from './data/projects.ts'
import { createPki } from './pki.ts'
import { handedOut } from './rotation.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts'
import { acknowledgeUser, resetUser, withUser } from './writes.ts'

export interface MockApiOptions {
  readonly scenario?: `${ScenarioName}`
  readonly clock?: () => Date
  /** The only token that is good; without it any is. */
  readonly token?: string
}

export interface MockApi {
  /** Answers one request; what the mock doesn't know is answered with 404, as the API does. */
  readonly fetch: (request: Request) => Promise<Response>
}

interface Context {
  readonly request: Request
  readonly params: PathParams
}
type Answer = Promise<DefaultBodyType | Response>
type Handler = (context: Context) => Answer

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** `aivenv1 <token>` and `Bearer <token>` both work, as on the real API. */
const tokenOf = (request: Request): string | undefined =>
  /^(?:aivenv1|bearer) +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]

class Refusal extends Error {
  readonly response: Response

  constructor(status: number, message: string) {
    super(message)
    this.response = errorAnswer(status, message)
  }
}

export const createMockApi = ({
  scenario = 'default',
  clock = () => new Date(),
  token,
}: MockApiOptions = {}): MockApi => {
  const play: Scenario = SCENARIOS[scenario]
  /** Writes put other projects in their place. */
  let projects: readonly MockProject[] = play.projects?.(demoProjects()) ?? demoProjects()
  const pki = createPki(clock)
  const began = clock().getTime()
  const asked = new Map<string, number>()

  const answer = async (handler: Handler, context: Context): Promise<Response> => {
    try {
      const body = await handler(context)
      return body instanceof Response ? body : HttpResponse.json(body)
    } catch (error) {
      if (error instanceof Refusal) return error.response
      throw error
    }
  }

  const on = (method: 'get' | 'put', path: string, handler: Handler) =>
    http[method](`*/v1${path}`, async ({ request, params }) => {
      if (play.everything) return play.everything()
      const given = tokenOf(request)
      if (given === undefined) return errorAnswer(401, 'Missing authorization token')
      if (token !== undefined && given !== token) return errorAnswer(403, 'Invalid token')
      return answer(handler, { request, params })
    })

  const get = (path: string, handler: Handler) => on('get', path, handler)

  /** A request about projects: the scenario has its say first. */
  const ofProjects = (
    method: 'get' | 'put',
    path: string,
    handler: (context: Context & { readonly nth: number }) => Answer,
  ) =>
    on(method, `/project${path}`, async (context) => {
      const name = `${method} ${context.request.url}`
      const nth = (asked.get(name) ?? 0) + 1
      asked.set(name, nth)
      if (play.delay !== undefined) await sleep(play.delay)
      return play.project?.(nth) ?? handler({ ...context, nth })
    })

  type ProjectHandler = (project: MockProject, context: Context & { readonly nth: number }) => Answer

  /** A request about one project, which must be there and readable. */
  const inProject = (method: 'get' | 'put', path: string, handler: ProjectHandler) =>
    ofProjects(method, `/:project${path}`, async (context) => {
      const found = projects.find(({ name }) => name === context.params['project'])
      const stage = found?.rotation && play.rotation?.(clock().getTime() - began)
      const project = found && stage ? { ...found, rotation: stage } : found
      if (!project) throw new Refusal(404, 'Project does not exist')
      if (!project.readable) throw new Refusal(403, 'Not a project member')
      return handler(project, context)
    })

  const getInProject = (path: string, handler: ProjectHandler) => inProject('get', path, handler)

  const context = (request: Request): AnswerContext => ({
    pki,
    now: clock(),
    secrets: play.secrets === true || new URL(request.url).searchParams.get('include_secrets') !== 'false',
  })

  const findService = ({ services }: MockProject, name: unknown) => {
    const service = services.find((candidate) => candidate.name === name)
    if (!service) throw new Refusal(404, 'Service does not exist')
    return service
  }

  const findUser = ({ users }: MockService, name: unknown) => {
    const user = users.find(({ username }) => username === name)
    if (!user) throw new Refusal(404, 'Service user does not exist')
    return user
  }

  /** A change of a service user, answered with the whole service. */
  const putUser = (path: string, change: (user: MockUser, project: MockProject, asked: unknown) => MockUser) =>
    inProject('put', `/service/:service/user/:user${path}`, async (project, { request, params }) => {
      const instead = play.write?.()
      if (instead) return instead
      const service = findService(project, params['service'])
      const user = findUser(service, params['user'])
      const changed = change(user, project, await request.json().catch(() => undefined))
      projects = withUser(projects, project.name, service.name, changed)
      const users = service.users.map((old) => (old === user ? changed : old))
      return { service: await serviceAnswer({ ...service, users }, project, context(request)) }
    })

  const listServices = async (project: MockProject, request: Request) => {
    const services = await Promise.all(
      project.services.map((service) => serviceAnswer(service, project, context(request))),
    )
    return play.services ? play.services(services, clock().getTime() - began) : services
  }

  const handlers = [
    get('/me', async () => meAnswer(projects)),
    ofProjects('get', '', async () => ({
      projects: projects.map(projectAnswer),
      project_membership: Object.fromEntries(projects.map(({ name }) => [name, 'admin'])),
      project_memberships: Object.fromEntries(projects.map(({ name }) => [name, ['admin']])),
    })),
    getInProject('', async (project) => ({ project: projectAnswer(project) })),
    getInProject('/service', async (project, { request }) => ({
      services: (await listServices(project, request)) as DefaultBodyType,
    })),
    getInProject('/service/:service', async (project, { request, params }) => {
      const listed = play.services ? await listServices(project, request) : []
      const odd = (Array.isArray(listed) ? (listed as unknown[]) : []).find(
        (item) => (item as { service_name?: unknown } | null)?.service_name === params['service'],
      )
      return {
        service: (odd ??
          (await serviceAnswer(findService(project, params['service']), project, context(request)))) as DefaultBodyType,
      }
    }),
    getInProject('/service/:service/user/:user', async (project, { request, params }) => {
      if (play.userDelay !== undefined) await sleep(play.userDelay)
      const service = findService(project, params['service'])
      const user = findUser(service, params['user'])
      const body = await userAnswer(user, service, project, context(request))
      const played = play.user?.(body) ?? body
      return played instanceof Response ? played : { user: played as DefaultBodyType }
    }),
    getInProject('/kms/ca', async (project, { nth }) => {
      const instead = play.caRequest?.(nth)
      if (instead) return instead
      const sender = projects.find(({ name }) => name === play.caOf) ?? project
      const pem = (await Promise.all(handedOut(sender).map((ca) => pki.caPem(ca)))).join('')
      return { certificate: (play.ca ? play.ca(pem, nth) : pem) as DefaultBodyType }
    }),
    putUser('/credentials/reset', resetUser),
    putUser('', (user, project, body) => {
      const operation = (body as { operation?: unknown } | undefined)?.operation
      if (operation === 'acknowledge-renewal') return acknowledgeUser(user)
      if (operation === 'reset-credentials') return resetUser(user, project)
      throw new Refusal(400, 'Invalid input for operation: not one the mock knows')
    }),
  ]

  /** What no handler takes: a path that is there but not with that method (HEAD among them), or no path of ours. */
  const refuse = (url: URL) =>
    handlers.some(({ info: { path } }) => typeof path === 'string' && matchRequestUrl(url, path).matches)
      ? errorAnswer(405, 'Method Not Allowed')
      : errorAnswer(404, 'The requested resource does not exist')

  /** The answer, with every text in it as the scenario would have it. */
  const played = async (response: Response): Promise<Response> => {
    const { text: change } = play
    if (!change) return response
    const { status } = response
    const body = await response.text()
    const reviver = (key: string, value: unknown) => (typeof value === 'string' ? change(value, key) : value)
    return HttpResponse.json(JSON.parse(body, reviver) as DefaultBodyType, { status })
  }

  return {
    fetch: async (request) => played((await getResponse(handlers, request)) ?? refuse(new URL(request.url))),
  }
}
