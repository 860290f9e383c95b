import type { HttpHandler } from 'msw'

import { findCloud } from '../data/clouds.ts'
import { basePortOf, makeEndpoints } from '../data/endpoints.ts'
import type { MockProject, MockService } from '../data/model.ts'
import { findPlan } from '../data/plans.ts'
import { findServiceType, type MockServiceType } from '../data/service-types.ts'
import type { Db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { rejectField, optionalBoolean, optionalText, readBody, text, type Body } from '../input.ts'
import type { Routes } from '../routes.ts'
import { serviceAnswer } from '../service-answer.ts'
import * as read from '../service-changes.ts'
import { readTags } from '../tags.ts'
import { newUser } from '../user-certificates.ts'

const SERVICE_NAME = /^[a-z][-a-z0-9]{0,63}$/

/** The request applied over the defaults: the newest version, and all addresses allowed. */
const withDefaults = ({ type, versions }: MockServiceType, asked: Readonly<Record<string, unknown>>) => {
  const newest = versions.at(-1)
  return { ip_filter: ['0.0.0.0/0', '::/0'], ...(newest !== undefined && { [`${type}_version`]: newest }), ...asked }
}

/** Connections that PostgreSQL allows per GiB of memory. */
const connectionsOf = (type: string, plan: string): number =>
  Math.max(25, ((findPlan(type, plan)?.memoryMb ?? 0) / 1024) * 25)

/** The source of a fork, if the new service is one. @throws {Refusal} 400, 404 */
const forkedFrom = (userConfig: Readonly<Record<string, unknown>>, type: string, project: MockProject) => {
  const name = userConfig['service_to_fork_from']
  if (name === undefined) return undefined
  const source = project.services.find((service) => service.name === name)
  if (!source) throw new Refusal(404, 'Service to fork from does not exist')
  return source.type === type
    ? source
    : rejectField('user_config.service_to_fork_from', `must be a service of type ${type}`)
}

/** The requested service, being built. @throws {Refusal} 400, 404, 409 */
const created = (body: Body, project: MockProject, db: Db): MockService => {
  const name = text(body, 'service_name', { max: 64, pattern: SERVICE_NAME })
  const type = text(body, 'service_type', { max: 64 })
  const served = findServiceType(type) ?? rejectField('service_type', `'${type}' is not a known service type`)
  const cloud = read.readCloud(body) ?? project.cloud
  const plan = read.readPlan({ plan: text(body, 'plan', { max: 128 }) }, type, cloud) ?? ''
  const vpcId = read.readVpc(body, project.name, cloud)
  if (project.services.some((service) => service.name === name))
    throw new Refusal(409, 'Service name is already in use in this project')
  const userConfig: Readonly<Record<string, unknown>> = withDefaults(served, read.readConfig(body, { type }, 'replace'))
  const source = forkedFrom(userConfig, type, project)
  const diskSpaceMb = read.readDisk(body, type, plan)
  const techEmails = read.readTechEmails(body)
  const maintenance = read.readWindow(body, undefined)
  const admin = optionalText(userConfig, 'admin_username', { max: 64 }) ?? served.admin
  const now = db.now().getTime()
  const { admin_password: _, ...kept } = userConfig
  const base: MockService = {
    name,
    type,
    description: served.description,
    state: 'RUNNING',
    plan,
    cloud,
    cloudDescription: findCloud(cloud)?.description ?? cloud,
    nodes: findPlan(type, plan)?.nodes ?? 1,
    createdDaysAgo: 0,
    createdAt: now,
    updatedAt: now,
    components: makeEndpoints(project.name, name, served.components, basePortOf(project.name, name)),
    users: admin === undefined ? [] : [newUser({ username: admin, type: 'primary' }, { name, type }, project, db)],
    terminationProtection: optionalBoolean(body, 'termination_protection') ?? false,
    tags: { ...(body['copy_tags'] === true && source?.tags), ...readTags(body) },
    userConfig: kept,
    ...(served.uriParams && { uriParams: served.uriParams }),
    ...(type === 'kafka' && { topics: [] }),
    ...(served.uriParams?.['sslmode'] !== undefined && { metadata: { max_connections: connectionsOf(type, plan) } }),
    ...(source?.databases && { databases: source.databases }),
    ...(diskSpaceMb !== undefined && { diskSpaceMb }),
    ...(vpcId !== undefined && { vpcId }),
    ...(techEmails && { techEmails }),
    ...(maintenance && { maintenance }),
  }
  return read.withChange(base, 'create', now, db.changeDuration)
}

/** Creating services, including forks. */
export const serviceCreateHandlers = ({ db, answerContext, inProject }: Routes): HttpHandler[] => [
  inProject('ServiceCreate', 'post', '/service', async (project, { request }) => {
    const service = created(await readBody(request), project, db)
    db.addService(project.name, service)
    db.addEvent(project.name, {
      service: service.name,
      type: 'service_create',
      description: `Created service '${service.name}' of type '${service.type}' with plan '${service.plan}'`,
    })
    return { service: await serviceAnswer(service, project, answerContext(request)) }
  }),
]
