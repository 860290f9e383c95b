/** All trials and traps, and the results of those that this machine can run. */
import { PROVEN_MECHANISM } from '../../src/snippets/guide.ts'
import type { Outcome, Proof } from '../../src/snippets/proof.ts'
import type { Client } from './client-kinds.ts'
import { ALL_CLIENTS, versionOf } from './clients.ts'
import { sampleOf, type ErrorSample, type Failure } from './error-samples.ts'
import { proveGuide, outputWithoutCa } from './prove-guide.ts'
import type { Endpoint } from './endpoints.ts'
import { needsServerOfKit } from './selection.ts'
import { isServerHere } from './servers/real-servers.ts'
import { runTrap } from './traps/run-trap.ts'
import { TRAPS } from './traps/traps.ts'
import type { Trap } from './traps/trap.ts'
import { TRIALS, whyNotRun, type Trial } from './trials.ts'
import type { ProofSetup } from './proof-setup.ts'

/** Longest output shown of a client that behaved unexpectedly. */
const LONGEST_OUTPUT = 2000

/** Three at a time: they spend most of their time waiting for their clients' time limits. */
const PARALLEL_TASKS = 3

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

/**
 * @param isSelected by key: of a proof, or `traps/ID`
 * @param report called with each result
 */
export const collect = async (
  setup: ProofSetup,
  isSelected: (key: string) => boolean,
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

  const serverMissing = (trial: Trial): boolean =>
    !isServerHere(trial.endpoint) && (needsServerOfKit(trial) || !setup.hasStandIn(trial.endpoint))

  const prove = (key: string, trial: Trial) =>
    withClient(key, trial.client, async (version) => {
      const { guide, client, endpoint } = trial
      const missing = serverMissing(trial) ? 'its server is not installed' : undefined
      const reason = whyNotRun(trial) ?? missing
      if (reason !== undefined) {
        notRun.add(key)
        return `not run, ${reason}`
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

  const every = [
    ...[...TRIALS].map(([key, trial]) => ({ key, alone: trial.client.alone, work: prove(key, trial) })),
    ...TRAPS.flatMap((trap) => {
      const client = ALL_CLIENTS[trap.client]
      const key = `traps/${trap.id}`
      return client ? [{ key, alone: false, work: proveTrap(key, trap, client) }] : []
    }),
  ]
  const tasks = every.filter(({ key }) => isSelected(key))
  for (const { key } of every) if (!isSelected(key)) notRun.add(key)
  await runInParallel(tasks.filter(({ alone }) => !alone).map(({ work }) => work))
  for (const { work } of tasks.filter(({ alone }) => alone)) await work()
  return { proofs, traps, samples, notRun, problems }
}
