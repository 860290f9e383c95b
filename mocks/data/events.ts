/** Events of a project from before the mock started, derived from its services. */
import { hash } from '../hash.ts'
import type { MockEvent, MockProject, MockService } from './model.ts'

const DAY = 86_400_000
const ACTORS = ['demo@example.com', 'mika@example.com', 'terraform@example.com', 'Aiven Automation'] as const
const MACHINE = 'Aiven Automation'

const KINDS = [
  ['service_maintenance_start', (name: string) => `Started maintenance of service '${name}'`],
  ['service_config_change', (name: string) => `Changed settings of service '${name}'`],
  ['service_master_promotion', (name: string) => `Promoted a standby of service '${name}' to master`],
  ['service_plan_change', (name: string) => `Changed plan of service '${name}'`],
  ['service_user_create', (name: string) => `Created a service user of service '${name}'`],
  ['service_poweron', (name: string) => `Powered on service '${name}'`],
] as const

/** At most so many events of a service, one a day, spread over the last four months at most. */
const PER_SERVICE = 9
const SPAN = 120 * DAY

const eventsOf = (project: string, { name, createdDaysAgo }: MockService, began: number): MockEvent[] => {
  const span = Math.min(SPAN, createdDaysAgo * DAY)
  const creation: MockEvent = {
    id: `e${hash(`${project}/${name}/creation`).toString(36)}`,
    time: began - createdDaysAgo * DAY - DAY / 3,
    actor: ACTORS[hash(name) % 3] ?? MACHINE,
    service: name,
    type: 'service_create',
    description: `Created service '${name}'`,
  }
  const changes = Array.from({ length: Math.min(PER_SERVICE, createdDaysAgo) }, (_, index): MockEvent => {
    const seed = hash(`${project}/${name}/event ${String(index)}`)
    const [type, describe] = KINDS[seed % KINDS.length] ?? KINDS[0]
    const byMachine = type === 'service_maintenance_start' || type === 'service_master_promotion'
    return {
      id: `e${seed.toString(36)}${String(index)}`,
      time: began - DAY / 4 - Math.floor(span * (hash(`${name} at ${String(index)}`) / 2 ** 32)),
      actor: byMachine ? MACHINE : (ACTORS[seed % 3] ?? MACHINE),
      service: name,
      type,
      description: describe(name),
    }
  })
  return began - creation.time > SPAN ? changes : [creation, ...changes]
}

/** The log when the mock started, oldest first. */
export const pastEvents = ({ name, services }: MockProject, began: number): readonly MockEvent[] =>
  services.flatMap((service) => eventsOf(name, service, began)).toSorted((one, other) => one.time - other.time)
