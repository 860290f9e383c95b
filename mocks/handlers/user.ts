import type { DefaultBodyType, HttpHandler } from 'msw'

import { userAnswer } from '../answers.ts'
import type { MockProject, MockService, MockUser } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { readBody } from '../input.ts'
import { findService, findUser, sleep, type Call, type Routes } from '../routes.ts'
import { serviceAnswer } from '../service-answer.ts'
import { acknowledgeUser, resetUser } from '../user-certificates.ts'

/** Service users and their credentials. */
export const userHandlers = ({ db, play, answering, inService }: Routes): HttpHandler[] => {
  /** Puts a user in the place of the old one, and answers with the whole service. */
  const putUser = async (changed: MockUser, service: MockService, project: MockProject, { request }: Call) => {
    db.putService(project.name, service.name, (held) => ({
      ...held,
      users: held.users.map((user) => (user.username === changed.username ? changed : user)),
    }))
    const now = findService(db.findProject(project.name) ?? project, service.name)
    return { service: await serviceAnswer(now, project, answering(request)) }
  }

  return [
    inService('ServiceUserGet', 'get', '/user/:user', async (service, project, { request, params }) => {
      if (play.userDelay !== undefined) await sleep(play.userDelay)
      const user = findUser(service, params['user'])
      const body = await userAnswer(user, service, project, answering(request))
      const played = play.user?.(body) ?? body
      return played instanceof Response ? played : { user: played as DefaultBodyType }
    }),
    inService('ServiceUserCredentialsReset', 'put', '/user/:user/credentials/reset', (service, project, call) => {
      const user = findUser(service, call.params['user'])
      return putUser(resetUser(user, project), service, project, call)
    }),
    inService('ServiceUserCredentialsModify', 'put', '/user/:user', async (service, project, call) => {
      const user = findUser(service, call.params['user'])
      const { operation } = await readBody(call.request)
      if (operation === 'acknowledge-renewal') return putUser(acknowledgeUser(user), service, project, call)
      if (operation === 'reset-credentials') return putUser(resetUser(user, project), service, project, call)
      throw new Refusal(400, 'Invalid input for operation: not one the mock knows')
    }),
  ]
}
