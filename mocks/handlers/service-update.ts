import type { HttpHandler } from 'msw'

import { findCloud } from '../data/clouds.ts'
import { basePortOf, makeEndpoints } from '../data/endpoints.ts'
import type { MockProject, MockService } from '../data/model.ts'
import { findPlan } from '../data/plans.ts'
import { findServiceType } from '../data/service-types.ts'
import { Refusal } from '../errors.ts'
import { optionalBoolean, readBody, type Body } from '../input.ts'
import { serviceAt } from '../lifecycle.ts'
import type { Db } from '../db.ts'
import { diskUsageAt } from '../metrics.ts'
import type { Routes } from '../routes.ts'
import { isProtected, serviceAnswer } from '../service-answer.ts'
import * as read from '../service-changes.ts'

/** Types whose data is restored by replaying the write-ahead log. */
const REPLAYED: ReadonlySet<string> = new Set(['pg', 'mysql', 'alloydbomni'])

/** @throws {Refusal} 403 */
const refuseIfProtected = (service: MockService): void => {
  if (isProtected(service))
    throw new Refusal(
      403,
      'Service is protected against termination and shutdown. Remove termination protection first.',
    )
}

/** Powers off at once. */
const powerOff = (service: MockService, seen: MockService, cleanly: boolean, now: number): MockService => {
  refuseIfProtected(service)
  if (cleanly && REPLAYED.has(service.type) && seen.state !== 'RUNNING')
    throw new Refusal(409, 'Service cannot be powered off cleanly: some WAL segments are not backed up yet')
  const { changes: _, ...rest } = service
  return { ...rest, state: 'POWEROFF', off: [...(service.off ?? []), { from: now }] }
}

/** Powers on: nodes are created and get their data. A service created powered off also gets endpoints. */
const powerOn = (service: MockService, project: string, db: Db): MockService => {
  const { name, type } = service
  const components =
    service.components.length > 0
      ? service.components
      : makeEndpoints(project, name, findServiceType(type)?.components ?? [], basePortOf(project, name))
  const now = db.now().getTime()
  const off = (service.off ?? [{ from: 0 }]).map(({ from, to = now }) => ({ from, to }))
  const on = { ...service, components, off, state: 'RUNNING', ...(type === 'kafka' && { dataSince: now }) }
  return read.withChange(on, 'power-on', now, db.changeDuration)
}

interface Update {
  readonly service: MockService
  /** The event log's entry for the change. */
  readonly events: readonly (readonly [type: string, description: string])[]
}

/** The service with all requested changes. @throws {Refusal} 400, 403, 409 */
const updated = (
  held: MockService,
  project: MockProject,
  body: Body,
  cleanly: boolean,
  nested: 'merge' | 'replace',
  db: Db,
): Update => {
  const now = db.now().getTime()
  const seen = serviceAt(held, now)
  const events: (readonly [string, string])[] = []
  const cloud = read.readCloud(body) ?? held.cloud
  const vpcId =
    body['project_vpc_id'] === undefined && cloud === held.cloud ? held.vpcId : read.readVpc(body, project.name, cloud)
  // Clients send the plan with other changes: an unchanged plan need not be offered any more.
  const moved = cloud !== held.cloud || (body['plan'] !== undefined && body['plan'] !== held.plan)
  const plan = (moved && read.readPlan({ plan: held.plan, ...body }, held.type, cloud)) || held.plan
  if (plan !== held.plan) read.checkDiskUsage(held, plan, diskUsageAt(project.name, held.name, now))
  const techEmails = read.readTechEmails(body) ?? held.techEmails
  const disk = read.readDisk(body, held.type, plan)
  const maintenance = read.readWindow(body, held.maintenance)
  const userConfig = read.readConfig(body, held, nested)
  const terminationProtection = optionalBoolean(body, 'termination_protection')
  const powered = optionalBoolean(body, 'powered')

  const { diskSpaceMb: _, vpcId: __, ...rest } = held
  const diskSpaceMb = disk ?? (plan === held.plan ? held.diskSpaceMb : undefined)
  let service: MockService = {
    ...rest,
    cloud,
    cloudDescription: findCloud(cloud)?.description ?? held.cloudDescription,
    plan,
    nodes: plan === held.plan ? held.nodes : (findPlan(held.type, plan)?.nodes ?? held.nodes),
    userConfig,
    updatedAt: now,
    ...(diskSpaceMb !== undefined && { diskSpaceMb }),
    ...(vpcId !== undefined && { vpcId }),
    ...(techEmails && { techEmails }),
    ...(maintenance && { maintenance }),
    ...(terminationProtection !== undefined && { terminationProtection }),
  }
  const begin = (what: 'plan' | 'cloud' | 'maintenance') => {
    if (service.state !== 'POWEROFF') service = read.withChange(service, what, now, db.changeDuration)
  }
  if (powered === false && held.state !== 'POWEROFF') {
    service = powerOff(service, seen, cleanly, now)
    events.push(['service_poweroff', `Powered off service '${held.name}'`])
  }
  if (powered === true && held.state === 'POWEROFF') {
    service = powerOn(service, project.name, db)
    events.push(['service_poweron', `Powered on service '${held.name}'`])
  }
  if (plan !== held.plan || disk !== undefined) {
    begin('plan')
    events.push(['service_plan_change', `Changed plan of service '${held.name}' from '${held.plan}' to '${plan}'`])
  }
  if (cloud !== held.cloud) {
    begin('cloud')
    events.push(['service_cloud_change', `Migrating service '${held.name}' from '${held.cloud}' to '${cloud}'`])
  }
  const version = `${held.type}_version`
  if (userConfig[version] !== undefined && userConfig[version] !== held.userConfig?.[version]) begin('maintenance')
  if (JSON.stringify(userConfig) !== JSON.stringify(held.userConfig ?? {}))
    events.push(['service_config_change', `Changed settings of service '${held.name}'`])
  if (terminationProtection !== undefined && terminationProtection !== isProtected(held))
    events.push([
      'service_update',
      `${terminationProtection ? 'Enabled' : 'Disabled'} termination protection of service '${held.name}'`,
    ])
  if (body['maintenance'] !== undefined || body['tech_emails'] !== undefined)
    events.push(['service_update', `Updated service '${held.name}'`])
  return { service, events }
}

/** Changing a service, including power, and deleting it. */
export const serviceUpdateHandlers = ({ db, scenario, answerContext, inService }: Routes): HttpHandler[] => [
  inService('ServiceUpdate', 'put', '', async (held, project, { request }) => {
    const cleanly = new URL(request.url).searchParams.get('allow_unclean_poweroff') === 'false'
    const body = await readBody(request)
    const { service, events } = updated(held, project, body, cleanly, scenario.nestedConfig ?? 'merge', db)
    db.putService(project.name, held.name, () => service)
    for (const [type, description] of events) db.addEvent(project.name, { service: held.name, type, description })
    return { service: await serviceAnswer(service, project, answerContext(request)) }
  }),
  inService('ServiceDelete', 'delete', '', (service, project) => {
    refuseIfProtected(service)
    db.putService(project.name, service.name, () => undefined)
    db.addEvent(project.name, {
      service: service.name,
      type: 'service_delete',
      description: `Deleted service '${service.name}'`,
    })
    return { message: 'deleted' }
  }),
]
