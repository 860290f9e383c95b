/** Reads changes of a service's settings: each function reads one part of the request. */
import { applyConfigChange, checkConfig } from './config.ts'
import { configSchemaOf } from './data/config-schemas.ts'
import { CLOUDS, findCloud } from './data/clouds.ts'
import type { MockChange, MockService } from './data/model.ts'
import { vpcsOf } from './data/vpcs.ts'
import { diskOf, findPlan, isOffered, plansOf } from './data/plans.ts'
import { rejectField, isObject, optionalInteger, optionalText, type Body } from './input.ts'
import { CHANGE_DURATION_MS } from './lifecycle.ts'
import { diskSpaceOf } from './service-answer.ts'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** The requested plan, if any. @throws {Refusal} 400: no such plan, or not in that cloud */
export const readPlan = (body: Body, type: string, cloud: string): string | undefined => {
  const plan = optionalText(body, 'plan', { max: 128 })
  if (plan === undefined) return undefined
  const found = plansOf(type).find(({ name }) => name === plan)
  if (!found) return rejectField('plan', `'${plan}' is not a plan of ${type}`)
  const place = findCloud(cloud)
  return place && !isOffered(found, place) ? rejectField('plan', `'${plan}' is not available in ${cloud}`) : plan
}

/** The requested cloud, if any. @throws {Refusal} 400 */
export const readCloud = (body: Body): string | undefined => {
  const cloud = optionalText(body, 'cloud')
  return cloud === undefined || findCloud(cloud)
    ? cloud
    : rejectField('cloud', `must be one of ${CLOUDS.map(({ name }) => name).join(', ')}`)
}

/** The requested maintenance window, if any. @throws {Refusal} 400 */
export const readWindow = (body: Body, held: MockService['maintenance']): MockService['maintenance'] => {
  const window = body['maintenance']
  if (window === undefined || window === null) return held
  if (!isObject(window)) return rejectField('maintenance', 'must be an object')
  const before = held ?? { dow: 'sunday', time: '04:00:00' }
  return {
    dow: optionalText(window, 'dow', { oneOf: DAYS }) ?? before.dow,
    time: optionalText(window, 'time', { pattern: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/ }) ?? before.time,
  }
}

/** The requested technical contacts, if any. @throws {Refusal} 400 */
export const readTechEmails = (body: Body): readonly string[] | undefined => {
  const list = body['tech_emails']
  if (list === undefined || list === null) return undefined
  if (!Array.isArray(list)) return rejectField('tech_emails', 'must be a list')
  if (list.length > 10) return rejectField('tech_emails', 'must have at most 10 items')
  return (list as unknown[]).map((item) => {
    const email = isObject(item) ? item['email'] : undefined
    return typeof email === 'string' && EMAIL.test(email) && email.length <= 254
      ? email
      : rejectField('tech_emails', 'each item must have an email address')
  })
}

/** The requested disk, in MB over all nodes. @throws {Refusal} 400 */
export const readDisk = (body: Body, type: string, plan: string): number | undefined => {
  const found = findPlan(type, plan)
  if (!found) return undefined
  const { disk_space_mb: least, disk_space_cap_mb: most, disk_space_step_mb: step } = diskOf(found)
  const disk = optionalInteger(body, 'disk_space_mb', least, most)
  if (disk === undefined || (disk - least) % step === 0) return disk
  return rejectField('disk_space_mb', `must be ${String(least)} and a multiple of ${String(step)} more`)
}

/** The settings with the requested changes. @throws {Refusal} 400, naming the setting */
export const readConfig = (
  body: Body,
  { type, userConfig = {} }: Pick<MockService, 'type' | 'userConfig'>,
  nested: 'merge' | 'replace',
): Readonly<Record<string, unknown>> => {
  const change = body['user_config']
  if (change === undefined || change === null) return userConfig
  if (!isObject(change)) return rejectField('user_config', 'must be an object')
  checkConfig(configSchemaOf(type), change, 'user_config')
  return applyConfigChange(userConfig, change, nested)
}

/** The least disk that a plan must have, relative to what is in use. */
const DISK_RESERVE = 1.25

/** @param usage how full the disk is now, in percent. @throws {Refusal} 400: the data wouldn't fit the plan */
export const checkDiskUsage = (service: MockService, plan: string, usage: number): void => {
  const wanted = findPlan(service.type, plan)
  const used = (diskSpaceOf(service) * usage) / 100
  if (wanted && wanted.diskMb * wanted.nodes < used * DISK_RESERVE)
    rejectField('plan', `the disk of '${plan}' is too small for the data of the service`)
}

/**
 * The VPC of a new service: the requested one; none for null; by default the one in the cloud.
 * @throws {Refusal} 400
 */
export const readVpc = (body: Body, project: string, cloud: string): string | undefined => {
  const here = vpcsOf(project).filter((vpc) => vpc.cloud === cloud)
  const asked = body['project_vpc_id']
  if (asked === null) return undefined
  if (asked === undefined) return here[0]?.id
  return (
    here.find(({ id }) => id === asked)?.id ??
    rejectField('project_vpc_id', 'the project has no such VPC in this cloud')
  )
}

/** The service with one more running change. Finished ones are removed. */
export const withChange = (
  service: MockService,
  what: MockChange['what'],
  at: number,
  changeDuration: (milliseconds: number) => number,
): MockService => ({
  ...service,
  changes: [
    ...(service.changes ?? []).filter(({ until, stuckAt }) => until > at || stuckAt !== undefined),
    { what, at, until: at + changeDuration(CHANGE_DURATION_MS[what]) },
  ],
})
