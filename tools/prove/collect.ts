/** All trials and traps, and the results of those that this machine can run. */
import { proofKey, PROVEN_MECHANISM } from '../../src/snippets/guide.ts'
import { GUIDES } from '../../src/snippets/guides.ts'
import type { Outcome, Proof } from '../../src/snippets/proof.ts'
import type { Client } from './client-kinds.ts'
import { CLIENTS, OTHER_CLIENTS, versionOf } from './clients.ts'
import { sampleOf, type ErrorSample, type Failure } from './error-samples.ts'
import { proveGuide, outputWithoutCa, type Trial } from './prove-guide.ts'
import type { Endpoint } from './servers/impostors.ts'
import { isSelected } from './records.ts'
import { runTrap } from './traps/run-trap.ts'
import { TRAPS, type Trap } from './traps/traps.ts'
import { factsOf, type ProofSetup } from './proof-setup.ts'

const ALL_CLIENTS = { ...CLIENTS, ...OTHER_CLIENTS }

/** Longest output shown of a client that behaved unexpectedly. */
const LONGEST_OUTPUT = 2000

/** Three at a time: they spend most of their time waiting for their clients' time limits. */
const PARALLEL_TASKS = 3

const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-512', 'PLAIN'] as const

/** Endpoints: each protocol with each login method and each CA that Aiven has for it. */
const ENDPOINTS: readonly Endpoint[] = [
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'project-ca' },
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'public-ca' },
  { protocol: 'mysql', component: 'mysql', authentication: 'password', trust: 'project-ca' },
  { protocol: 'kafka', component: 'kafka', authentication: 'certificate', trust: 'project-ca' },
  ...MECHANISMS.flatMap((mechanism) =>
    (['project-ca', 'public-ca'] as const).map((trust): Endpoint => ({
      protocol: 'kafka',
      component: 'kafka',
      authentication: 'sasl',
      mechanism,
      trust,
    })),
  ),
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'project-ca' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'prometheus', authentication: 'password', trust: 'project-ca' },
  { protocol: 'https', component: 'opensearch', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'opensearch', authentication: 'password', trust: 'project-ca' },
  { protocol: 'https', component: 'schema_registry', authentication: 'password', trust: 'public-ca' },
  { protocol: 'clickhouse', component: 'clickhouse', authentication: 'password', trust: 'project-ca' },
  { protocol: 'clickhouse', component: 'clickhouse', authentication: 'password', trust: 'public-ca' },
  { protocol: 'cassandra', component: 'cassandra', authentication: 'password', trust: 'project-ca' },
]

/** A trap that was run; `outcome` is the actual result. */
export interface TrapRecord {
  readonly id: string
  readonly client: string
  readonly version: string
  readonly date: string
  readonly configured: string
  readonly against: Trap['against']
  readonly outcome: Outcome
}

export interface ProofResults {
  readonly proofs: Map<string, Proof>
  readonly traps: Map<string, TrapRecord>
  readonly samples: readonly ErrorSample[]
  /** Keys of proofs and traps that weren't run: the client isn't installed, or they aren't selected. */
  readonly notRun: ReadonlySet<string>
  /** Runs without a clear result, as sentences. */
  readonly problems: readonly string[]
}

/** Every guide at every endpoint that it is for, by the key of its proof. */
const trials = (setup: ProofSetup): Map<string, Trial> => {
  const found = new Map<string, Trial>()
  for (const guide of GUIDES) {
    const client = CLIENTS[guide.id]
    for (const endpoint of client ? ENDPOINTS : []) {
      const facts = factsOf(setup, endpoint, 1)
      if (!client || !guide.applies(facts)) continue
      // The first endpoint represents the others of its kind.
      const key = proofKey(guide, facts)
      if (!found.has(key)) found.set(key, { guide, client, endpoint })
    }
  }
  return found
}

/** Runs the tasks, a few at a time. */
const runInParallel = async (tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const rest = [...tasks]
  const worker = async () => {
    for (let task = rest.shift(); task; task = rest.shift()) await task()
  }
  await Promise.all(Array.from({ length: PARALLEL_TASKS }, worker))
}

const FAILURES: Readonly<Record<string, Failure>> = { rogue: 'wrong-ca', wrongHost: 'wrong-host', expired: 'expired' }

/** One login method is enough for samples: messages about TLS don't depend on it. */
const isSampled = ({ trust, mechanism = PROVEN_MECHANISM }: Endpoint): boolean =>
  trust === 'project-ca' && mechanism === PROVEN_MECHANISM

const today = () => new Date().toISOString().slice(0, 10)

/** CI's fixed set: each guide at its first endpoint, without slow clients; all traps. */
const fixedSet = (all: ReadonlyMap<string, Trial>): ReadonlySet<string> => {
  const first = new Map<string, string>()
  for (const [key, { guide, client }] of all) if (client.slow !== true && !first.has(guide.id)) first.set(guide.id, key)
  return new Set(first.values())
}

/** What to run. */
export interface Selection {
  /** Prefixes of keys, separated by commas; '' means all. */
  readonly only: string
  readonly fixed: boolean
}

/**
 * @param report called with each result
 */
export const collect = async (
  setup: ProofSetup,
  { only, fixed }: Selection,
  report: (line: string) => void,
): Promise<ProofResults> => {
  const [proofs, traps] = [new Map<string, Proof>(), new Map<string, TrapRecord>()]
  const samples: ErrorSample[] = []
  const notRun = new Set<string>()
  const problems: string[] = []
  const versions = new Map<Client, Promise<string | undefined>>()
  const versionFor = (client: Client) => {
    const version = versions.get(client) ?? versionOf(client)
    versions.set(client, version)
    return version
  }

  /** Runs a task if its client is installed; a failure is recorded, and the others go on. */
  const withClient = (key: string, client: Client, task: (version: string) => Promise<string>) => async () => {
    const version = await versionFor(client)
    if (version === undefined) {
      notRun.add(key)
      report(`${key}: not run, ${client.name} is not here`)
      return
    }
    try {
      report(`${key}: ${await task(version)}`)
    } catch (error) {
      const what = `${key}: ${String(error)
        .replace(/\n\s+at .*/g, '')
        .slice(0, LONGEST_OUTPUT)}`
      problems.push(what)
      report(what)
    }
  }

  const prove = (key: string, trial: Trial) =>
    withClient(key, trial.client, async (version) => {
      const { guide, client, endpoint } = trial
      const unable = client.unable?.(endpoint)
      const untold = endpoint.trust === 'public-ca' && !client.systemTrust
      if (unable !== undefined || untold) {
        notRun.add(key)
        return `not run, ${unable ?? `${client.name} cannot be told here what the system trusts`}`
      }
      const { outcomes, outputs } = await proveGuide(setup, trial)
      proofs.set(key, { client: client.name, version, date: today(), outcomes })
      const origin = { guide: guide.id, client: client.name, version }
      for (const { against, output } of outputs) {
        const failure = FAILURES[against]
        if (failure !== undefined && isSampled(endpoint)) samples.push(sampleOf({ ...origin, failure }, output, setup))
      }
      const bare = isSampled(endpoint) ? await outputWithoutCa(setup, trial) : undefined
      if (bare !== undefined) samples.push(sampleOf({ ...origin, failure: 'no-ca' }, bare, setup))
      if (outcomes.right !== 'connected')
        throw new Error(
          `does not connect to the right server: ${outputs.find(({ against }) => against === 'right')?.output ?? ''}`,
        )
      if (Object.values(outcomes).includes('leaked')) throw new Error(`leaks: ${JSON.stringify(outcomes)}`)
      return Object.values(outcomes).join(', ')
    })

  const proveTrap = (key: string, trap: Trap, client: Client) =>
    withClient(key, client, async (version) => {
      const { outcome, output } = await runTrap(setup, trap, client)
      const { id, configured, against, failure } = trap
      traps.set(id, { id, client: client.name, version, date: today(), configured, against, outcome })
      if (failure) samples.push(sampleOf({ guide: trap.client, client: client.name, version, failure }, output, setup))
      if (outcome !== trap.outcome) throw new Error(`was ${trap.outcome}, is ${outcome}: ${output}`)
      return outcome
    })

  const all = trials(setup)
  const chosen = fixed ? fixedSet(all) : all
  for (const key of all.keys()) if (!chosen.has(key)) notRun.add(key)
  const tasks = [
    ...[...all]
      .filter(([key]) => chosen.has(key))
      .map(([key, trial]) => ({ key, alone: trial.client.alone, work: prove(key, trial) })),
    ...TRAPS.flatMap((trap) => {
      const client = ALL_CLIENTS[trap.client]
      const key = `traps/${trap.id}`
      return client ? [{ key, alone: false, work: proveTrap(key, trap, client) }] : []
    }),
  ].filter(({ key }) => isSelected(key, only))
  await runInParallel(tasks.filter(({ alone }) => !alone).map(({ work }) => work))
  for (const { work } of tasks.filter(({ alone }) => alone)) await work()
  return { proofs, traps, samples, notRun, problems }
}
