/** Shared by the handlers of a service's resources: checks whether it has them and runs, and changes the service. */
import type { MockAcl, MockProject, MockService } from './data/model.ts'
import type { Db } from './db.ts'
import { Refusal } from './errors.ts'

/** @throws {Refusal} 400: this service type doesn't support it */
export const requireType = ({ type }: MockService, types: readonly string[]): void => {
  if (!types.includes(type)) throw new Refusal(400, `Not supported for service type ${type}`, 'invalid_service_type')
}

/** @throws {Refusal} 503: the service is powered off */
export const requirePower = ({ state }: MockService): void => {
  if (state === 'POWEROFF') throw new Refusal(503, 'Service is not powered on', 'not_powered')
}

/** @throws {Refusal} 403: the plan doesn't support it */
export const requirePlan = ({ plan }: MockService, lacking: RegExp, what: string): void => {
  if (lacking.test(plan)) throw new Refusal(403, `${what} are not available in plan ${plan}. Upgrade the service plan.`)
}

/** The logical databases of a service. */
export const databasesOf = ({ databases, uriParams }: MockService): readonly string[] =>
  databases ?? (uriParams?.['dbname'] === undefined ? [] : [uriParams['dbname']])

/** Aiven's entries of a Kafka service: at first its admin may do everything, and other users nothing. */
export const aclOf = ({ acl }: MockService): readonly MockAcl[] =>
  acl ?? [{ id: 'acl0default', username: 'avnadmin', topic: '*', permission: 'admin' }]

export interface LoggedEvent {
  readonly type: string
  readonly description: string
}

/** Changes a service and writes the event log. */
export const changeService = (
  db: Db,
  project: MockProject,
  { name }: MockService,
  change: Partial<MockService>,
  { type, description }: LoggedEvent,
): void => {
  db.putService(project.name, name, (held) => ({ ...held, ...change, updatedAt: db.now().getTime() }))
  db.addEvent(project.name, { service: name, type, description })
}
