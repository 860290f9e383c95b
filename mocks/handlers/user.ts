import type { DefaultBodyType, HttpHandler } from 'msw'

import { userAnswer } from '../answers.ts'
import type { MockProject, MockService, MockUser } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { rejectField, isObject, optionalText, readBody, text, type Body } from '../input.ts'
import { findService, findUser, sleep, type Call, type Routes } from '../routes.ts'
import { serviceAnswer } from '../service-answer.ts'
import { acknowledgeUser, newUser, resetUser } from '../user-certificates.ts'

const USERNAME = /^[A-Za-z0-9_][-A-Za-z0-9_.]{0,63}$/
const AUTHENTICATION = ['caching_sha2_password', 'mysql_native_password'] as const
/** Types whose users the API can't create. */
const WITHOUT_USERS: ReadonlySet<string> = new Set([
  'flink',
  'grafana',
  'kafka_connect',
  'kafka_mirrormaker',
  'application',
])

const readAuthentication = (body: Body, { type }: MockService): MockUser['authentication'] => {
  const asked = optionalText(body, 'authentication', { oneOf: AUTHENTICATION })
  if (asked !== undefined && type !== 'mysql') return rejectField('authentication', `is not for ${type}`)
  return AUTHENTICATION.find((one) => one === asked) ?? (type === 'mysql' ? 'caching_sha2_password' : undefined)
}

const readAccessControl = (body: Body): MockUser['accessControl'] => {
  const asked = body['access_control']
  if (asked === undefined || asked === null) return undefined
  return isObject(asked) ? asked : rejectField('access_control', 'must be an object')
}

/** The requested user. @throws {Refusal} 400, 409 */
const readNewUser = (body: Body, service: MockService): Parameters<typeof newUser>[0] => {
  if (WITHOUT_USERS.has(service.type))
    throw new Refusal(400, `Service type ${service.type} does not support service users`)
  const username = text(body, 'username', { max: 64, pattern: USERNAME })
  if (service.users.some((user) => user.username === username)) throw new Refusal(409, 'Service user already exists')
  const authentication = readAuthentication(body, service)
  const accessControl = readAccessControl(body)
  return {
    username,
    type: 'normal',
    ...(authentication && { authentication }),
    ...(accessControl && { accessControl }),
  }
}

/** A chosen password, if valid. @throws {Refusal} 400 */
const readPassword = (body: Body): string | undefined => {
  const password = optionalText(body, 'new_password')
  return password !== undefined && password.length < 8
    ? rejectField('new_password', 'must be at least 8 characters')
    : password
}

/** The user with the request's change. @throws {Refusal} 400 */
const modified = (user: MockUser, project: MockProject, body: Body, now: Date): MockUser => {
  switch (body['operation']) {
    case 'acknowledge-renewal':
      return acknowledgeUser(user)
    case 'reset-credentials':
      return resetUser(user, project, now, readPassword(body))
    case 'set-access-control':
      return { ...user, accessControl: readAccessControl(body) ?? {} }
    default:
      return rejectField('operation', 'not one the mock knows')
  }
}

/** Service users and their credentials. */
export const userHandlers = ({ db, scenario, answerContext, inService }: Routes): HttpHandler[] => {
  const log = (project: MockProject, service: MockService, type: string, description: string) => {
    db.addEvent(project.name, { service: service.name, type, description })
  }

  const putUsers = (
    project: MockProject,
    { name }: MockService,
    change: (users: readonly MockUser[]) => readonly MockUser[],
  ) => {
    db.putService(project.name, name, (held) => ({ ...held, users: change(held.users), updatedAt: db.now().getTime() }))
  }

  /** Replaces a user, and answers with the whole service. */
  const putUser = async (changed: MockUser, service: MockService, project: MockProject, { request }: Call) => {
    putUsers(project, service, (users) => users.map((user) => (user.username === changed.username ? changed : user)))
    log(project, service, 'service_user_update', `Changed credentials of service user '${changed.username}'`)
    const now = findService(db.findProject(project.name) ?? project, service.name)
    return { service: await serviceAnswer(now, project, answerContext(request)) }
  }

  return [
    inService('ServiceUserGet', 'get', '/user/:user', async (service, project, { request, params }) => {
      if (scenario.userDelay !== undefined) await sleep(scenario.userDelay)
      const user = findUser(service, params['user'])
      const body = await userAnswer(user, service, project, answerContext(request))
      const changed = scenario.user?.(body) ?? body
      return changed instanceof Response ? changed : { user: changed as DefaultBodyType }
    }),
    inService('ServiceUserCreate', 'post', '/user', async (service, project, { request }) => {
      const user = newUser(readNewUser(await readBody(request), service), service, project, db)
      putUsers(project, service, (users) => [...users, user])
      log(project, service, 'service_user_create', `Created service user '${user.username}'`)
      return { user: await userAnswer(user, service, project, answerContext(request)) }
    }),
    inService('ServiceUserDelete', 'delete', '/user/:user', (service, project, { params }) => {
      const user = findUser(service, params['user'])
      if (user.type === 'primary') throw new Refusal(403, 'The primary service user cannot be deleted')
      putUsers(project, service, (users) => users.filter((one) => one !== user))
      log(project, service, 'service_user_delete', `Deleted service user '${user.username}'`)
      return { message: 'deleted' }
    }),
    inService('ServiceUserCredentialsReset', 'put', '/user/:user/credentials/reset', (service, project, call) => {
      const user = findUser(service, call.params['user'])
      return putUser(resetUser(user, project, db.now()), service, project, call)
    }),
    inService('ServiceUserCredentialsModify', 'put', '/user/:user', async (service, project, call) => {
      const user = findUser(service, call.params['user'])
      return putUser(modified(user, project, await readBody(call.request), db.now()), service, project, call)
    }),
  ]
}
