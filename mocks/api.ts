/**
 * The mock Aiven API: one function from Request to Response, with its own state. Adapters put it into the page
 * (`in-page.ts`) and into tests. It imports nothing from the console: if the mock shared the client's rules, tests would
 * miss errors in them.
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
  /** The only valid token; without it, any token is valid. */
  readonly token?: string
  /** Factor by which changes are faster than usual. */
  readonly speed?: number
  /** Earlier writes: replayed with their original times before the first answer. */
  readonly writes?: readonly LoggedWrite[]
  /** Called after every write. */
  readonly onWrite?: (write: LoggedWrite) => void
}

export interface MockApi {
  /** Answers one request; unknown ones with 404, like the API. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The supported operations, by their ids in Aiven's API document. */
  readonly operations: readonly string[]
}

/** Handlers, tried in this order; those of the first screens come first. */
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
  scenario: scenarioName = 'default',
  clock = () => new Date(),
  token,
  speed = 1,
  writes = [],
  onWrite,
}: MockApiOptions = {}): MockApi => {
  const scenario: Scenario = SCENARIOS[scenarioName]
  let replaying = false
  const projects = demoProjects()
  const db = createDb({
    projects: scenario.projects?.(projects, clock().getTime()) ?? projects,
    clock,
    speed,
    actor: 'demo@example.com',
  })
  const routes = createRoutes({
    db,
    scenario,
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

  /** Answers requests without a handler: a known path with another method (such as HEAD), or an unknown path. */
  const refuse = (url: URL) =>
    handlers.some(({ info: { path } }) => typeof path === 'string' && matchRequestUrl(url, path).matches)
      ? errorAnswer(405, 'Method Not Allowed')
      : errorAnswer(404, 'The requested resource does not exist')

  /** The answer, with every string changed as the scenario demands. */
  const applyScenario = async (response: Response): Promise<Response> => {
    const { text: change } = scenario
    if (!change) return response
    const { status } = response
    const body = await response.text()
    const reviver = (key: string, value: unknown) => (typeof value === 'string' ? change(value, key) : value)
    return HttpResponse.json(JSON.parse(body, reviver) as DefaultBodyType, { status })
  }

  /** Replays earlier writes. Their answers are discarded, so they are made without secrets, which take time to make. */
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
      return applyScenario((await respond(request)) ?? refuse(new URL(request.url)))
    },
  }
}
