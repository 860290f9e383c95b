/**
 * The mock Aiven API: one function from Request to Response, with state of its own. Adapters put it into
 * the page (`in-page.ts`) and into tests. It imports nothing of the console: a mock that shared the
 * client's rules would be wrong on both sides at once.
 */
import { getResponse, HttpResponse, matchRequestUrl, type DefaultBodyType } from 'msw'

import { demoProjects } from './data/projects.ts'
import { createDb } from './db.ts'
import { errorAnswer } from './errors.ts'
import { accountHandlers } from './handlers/account.ts'
import { aclHandlers } from './handlers/acl.ts'
import { backupHandlers } from './handlers/backup.ts'
import { catalogueHandlers } from './handlers/catalogue.ts'
import { databaseHandlers } from './handlers/database.ts'
import { eventHandlers } from './handlers/events.ts'
import { maintenanceHandlers } from './handlers/maintenance.ts'
import { observeHandlers } from './handlers/observe.ts'
import { indexHandlers } from './handlers/opensearch-index.ts'
import { poolHandlers } from './handlers/pool.ts'
import { projectHandlers } from './handlers/project.ts'
import { queryHandlers } from './handlers/query.ts'
import { serviceCreateHandlers } from './handlers/service-create.ts'
import { serviceHandlers } from './handlers/service.ts'
import { serviceUpdateHandlers } from './handlers/service-update.ts'
import { tagHandlers } from './handlers/tags.ts'
import { topicHandlers } from './handlers/topic.ts'
import { userHandlers } from './handlers/user.ts'
import { createPki } from './pki.ts'
import { createRoutes, type LoggedWrite } from './routes.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts'

export interface MockApiOptions {
  readonly scenario?: `${ScenarioName}`
  readonly clock?: () => Date
  /** The only token that is good; without it any is. */
  readonly token?: string
  /** How many times faster than usual what takes time is done. */
  readonly speed?: number
  /** Writes that were done before: they are done again, at their times, before the first answer. */
  readonly writes?: readonly LoggedWrite[]
  /** Told of every write that was done. */
  readonly onWrite?: (write: LoggedWrite) => void
}

export interface MockApi {
  /** Answers one request; what the mock doesn't know is answered with 404, as the API does. */
  readonly fetch: (request: Request) => Promise<Response>
  /** What it can be asked for, by the ids of Aiven's API document. */
  readonly operations: readonly string[]
}

/** Those of the first screens first: they are tried in this order. */
const HANDLERS = [
  accountHandlers,
  projectHandlers,
  serviceHandlers,
  userHandlers,
  serviceUpdateHandlers,
  serviceCreateHandlers,
  tagHandlers,
  eventHandlers,
  catalogueHandlers,
  databaseHandlers,
  indexHandlers,
  poolHandlers,
  topicHandlers,
  aclHandlers,
  observeHandlers,
  backupHandlers,
  queryHandlers,
  maintenanceHandlers,
]

export const createMockApi = ({
  scenario = 'default',
  clock = () => new Date(),
  token,
  speed = 1,
  writes = [],
  onWrite,
}: MockApiOptions = {}): MockApi => {
  const play: Scenario = SCENARIOS[scenario]
  let replaying = false
  const projects = demoProjects()
  const db = createDb({
    projects: play.projects?.(projects, clock().getTime()) ?? projects,
    clock,
    speed,
    actor: 'demo@example.com',
  })
  const routes = createRoutes({
    db,
    play,
    pki: createPki(clock),
    ...(token !== undefined && { token }),
    ...(onWrite && { onWrite }),
    replaying: () => replaying,
  })
  const handlers = HANDLERS.flatMap((make) => make(routes))

  const respond = (request: Request) => {
    const fitting = handlers.filter(({ info }) => info.method === request.method)
    return getResponse(fitting, request)
  }

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

  /** Does the writes of before again. Their answers are thrown away, so they need no secrets: those take time to make. */
  const replay = async () => {
    replaying = true
    for (const { at, method, path, body } of writes) {
      db.setTime(new Date(at))
      const url = new URL(path, 'http://replay.example')
      url.searchParams.set('include_secrets', 'false')
      await respond(new Request(url, { method, ...(body !== '' && { body }) }))
    }
    db.setTime(undefined)
    replaying = false
  }
  const ready = writes.length > 0 ? replay() : undefined

  return {
    operations: routes.operations,
    fetch: async (request) => {
      if (ready) await ready
      return played((await respond(request)) ?? refuse(new URL(request.url)))
    },
  }
}
