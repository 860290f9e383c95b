/** Derives a service at a moment from its changes and their times: state, endpoints, nodes and their progress. */
import type { MockChange, MockProject, MockService } from './data/model.ts'

const SECOND = 1000

/** How long changes take at the usual speed, in milliseconds. */
export const CHANGE_DURATION_MS: Readonly<Record<MockChange['what'], number>> = {
  create: 90 * SECOND,
  'power-on': 80 * SECOND,
  rebuild: 100 * SECOND,
  plan: 100 * SECOND,
  cloud: 100 * SECOND,
  maintenance: 60 * SECOND,
}

const STATES: Readonly<Record<MockChange['what'], string>> = {
  create: 'REBUILDING',
  'power-on': 'REBUILDING',
  rebuild: 'REBUILDING',
  plan: 'REBALANCING',
  cloud: 'REBALANCING',
  maintenance: 'REBALANCING',
}

/** Changes that start without nodes: no endpoint exists until some progress is made. */
const FROM_NOTHING: ReadonlySet<string> = new Set(['create', 'power-on'])
const ENDPOINTS_AT = 0.5

/** The share of a change for setting up a node, and the phases in which it then gets its data. */
const SETTING_UP = 0.1
const PHASES = [
  { phase: 'prepare', share: 0.1, max: 100, unit: 'prepare_percent' },
  { phase: 'basebackup', share: 0.6, max: 42_949_672_960, unit: 'bytes_uncompressed' },
  { phase: 'stream', share: 0.2, max: 2_147_483_648, unit: 'wal_lsn' },
] as const

/** Progress of a change, from 0 to 1 (finished). */
const progressOf = ({ at, until, stuckAt }: MockChange, now: number): number => {
  const share = until <= at ? 1 : Math.min(Math.max((now - at) / (until - at), 0), 1)
  return stuckAt === undefined ? share : Math.min(share, stuckAt)
}

/** The change that is running at that moment, if any. */
const currentChange = ({ state, changes = [] }: MockService, now: number): MockChange | undefined =>
  state === 'POWEROFF' ? undefined : changes.findLast((change) => progressOf(change, now) < 1)

/** The service with its state and endpoints at that moment. */
export const serviceAt = (service: MockService, now: number): MockService => {
  if (service.state === 'POWEROFF') return { ...service, components: [] }
  const change = currentChange(service, now)
  if (!change) return service
  const hidden = FROM_NOTHING.has(change.what) && progressOf(change, now) < ENDPOINTS_AT
  return { ...service, state: STATES[change.what], ...(hidden && { components: [] }) }
}

/** Types with one master and standby nodes. */
const REPLICATED: ReadonlySet<string> = new Set(['pg', 'mysql', 'valkey', 'redis'])

const progressUpdates = (done: number) => {
  let begins = SETTING_UP
  return PHASES.map(({ phase, share, max, unit }) => {
    const part = Math.min(Math.max((done - begins) / share, 0), 1)
    begins += share
    return { phase, unit, min: 0, max, current: Math.round(max * part), completed: part === 1 }
  })
}

/** The states of a service's nodes at that moment; none while it has no nodes. */
export const nodeStates = (service: MockService, now: number) => {
  const change = currentChange(service, now)
  if (service.state === 'POWEROFF' || (!change && service.components.length === 0)) return []
  const done = change ? progressOf(change, now) : 1
  const setUp = done >= SETTING_UP
  return Array.from({ length: service.nodes }, (_, index) => {
    const moving = change !== undefined && (index > 0 || service.nodes === 1 || FROM_NOTHING.has(change.what))
    return {
      name: `${service.name}-${String(index + 1)}`,
      state: moving ? (setUp ? 'syncing_data' : 'setting_up_vm') : 'running',
      availability_zone: `zone-${String(index + 1)}`,
      ...(change && REPLICATED.has(service.type) && { role: index === 0 ? 'master' : 'standby' }),
      ...(moving && setUp && { progress_updates: progressUpdates(done) }),
    }
  })
}

/** The projects in which a service of that name is being rebuilt from then on. */
export const withRebuild = (
  projects: readonly MockProject[],
  name: string,
  at: number,
  stuckAt?: number,
): readonly MockProject[] =>
  projects.map((project) => ({
    ...project,
    services: project.services.map((service) =>
      service.name === name
        ? {
            ...service,
            changes: [
              {
                what: 'rebuild',
                at,
                until: at + CHANGE_DURATION_MS.rebuild,
                ...(stuckAt !== undefined && { stuckAt }),
              },
            ] as const,
          }
        : service,
    ),
  }))
