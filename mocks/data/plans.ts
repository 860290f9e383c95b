/** Plans and prices. The numbers are invented, with realistic proportions. */
import { CLOUDS, type MockCloud } from './clouds.ts'

export interface MockPlan {
  readonly name: string
  readonly nodes: number
  readonly cpus: number
  readonly memoryMb: number
  /** Per node. */
  readonly diskMb: number
  /** US dollars an hour and node, for PostgreSQL in the first cloud. */
  readonly usd: number
  readonly backups: number
}

const GIB = 1024

const plan = (name: string, nodes: number, cpus: number, gib: number, disk: number, usd: number, backups: number) => ({
  name,
  nodes,
  cpus,
  memoryMb: gib * GIB,
  diskMb: disk * GIB,
  usd,
  backups,
})

const PLANS: readonly MockPlan[] = [
  plan('hobbyist', 1, 1, 2, 8, 0.026, 2),
  plan('startup-1', 1, 1, 1, 5, 0.017, 0),
  plan('startup-4', 1, 2, 4, 80, 0.103, 2),
  plan('startup-16', 1, 4, 16, 350, 0.397, 2),
  plan('business-4', 2, 2, 4, 80, 0.118, 14),
  plan('business-8', 2, 2, 8, 175, 0.239, 14),
  plan('business-16', 2, 4, 16, 350, 0.471, 14),
  plan('premium-8', 3, 2, 8, 175, 0.256, 30),
]

/** Types with three nodes from the business plans on, and without the smallest plans. */
const CLUSTERED: ReadonlySet<string> = new Set(['kafka', 'opensearch', 'clickhouse', 'flink'])
/** Types without the small plans. */
const NEVER_SMALL: ReadonlySet<string> = new Set([...CLUSTERED, 'thanos', 'datahub', 'alloydbomni'])
const SMALL: ReadonlySet<string> = new Set(['hobbyist', 'startup-1'])

const TYPE_FACTORS: Readonly<Record<string, number>> = {
  kafka: 1.6,
  opensearch: 1.35,
  clickhouse: 1.5,
  flink: 1.4,
  grafana: 0.6,
  valkey: 0.8,
  dragonfly: 0.75,
  kafka_connect: 0.9,
  kafka_mirrormaker: 0.9,
}

/** The plans of a service type. */
export const plansOf = (type: string): readonly MockPlan[] =>
  PLANS.filter(({ name }) => name !== 'startup-1' && !(SMALL.has(name) && NEVER_SMALL.has(type))).map((one) =>
    CLUSTERED.has(type) && one.nodes === 2 ? { ...one, nodes: 3 } : one,
  )

/** A plan by name, including those that only existing services have. */
export const findPlan = (type: string, name: string): MockPlan | undefined =>
  plansOf(type).find((one) => one.name === name) ?? PLANS.find((one) => one.name === name)

/** US dollars an hour, as the API writes them. */
export const priceUsd = (type: string, { usd, nodes }: MockPlan, { priceFactor }: MockCloud): string =>
  (usd * nodes * (TYPE_FACTORS[type] ?? 1) * priceFactor).toFixed(5)

/** US dollars an hour for a GiB more of disk. */
export const diskPriceUsd = ({ priceFactor }: MockCloud): string => (0.000_41 * priceFactor).toFixed(6)

/** How far the disk of a plan can be extended, and in which steps, over all nodes. */
export const diskOf = ({ nodes, diskMb }: MockPlan) => ({
  disk_space_mb: nodes * diskMb,
  disk_space_cap_mb: nodes * diskMb * 3,
  disk_space_step_mb: nodes * 10 * GIB,
})

/** Whether the cloud has the plan. */
export const isOffered = (one: MockPlan, cloud: MockCloud): boolean => !cloud.lacks.includes(one.name)

/** The clouds that have a plan. */
export const cloudsOf = (one: MockPlan): readonly MockCloud[] => CLOUDS.filter((cloud) => isOffered(one, cloud))
