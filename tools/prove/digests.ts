/**
 * What was run, as digests: of each guide's files and commands, each trap and each setting of the matrix, filled in with
 * an example, so that they are the same on every machine. A result holds for the text that was run, and for no other.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

import { renderGuide } from '../../src/snippets/guide.ts'
import type { Client } from './client-kinds.ts'
import { ALL_CLIENTS } from './clients.ts'
import { EXAMPLE, proofFacts } from './facts.ts'
import { KIT } from './kit.ts'
import { EXAMPLE_TARGET, MATRIX_CLIENTS } from './matrix/matrix-clients.ts'
import type { MatrixClient } from './matrix/settings.ts'
import { trapTarget } from './traps/run-trap.ts'
import { TRAPS } from './traps/traps.ts'
import type { Trap } from './traps/trap.ts'
import type { Endpoint } from './endpoints.ts'
import { TRIALS, type Trial } from './trials.ts'

const FILE = 'tools/prove/digests.json'

/** By key: `kcat/sasl-public-ca`, `traps/ID`, `matrix/CLIENT/SETTING`. */
export type Digests = ReadonlyMap<string, string>

/** A digest, and the day on which this text was first run; absent: before days were kept. */
export type RecordedDigests = Readonly<Record<string, string | undefined>>

const digestOf = (...what: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(what).replaceAll(KIT, '<kit>')).digest('hex').slice(0, 16)

/** The names in one order, whichever the object has. */
const inOrder = ({ protocol, component, authentication, mechanism, trust }: Endpoint): Endpoint => ({
  protocol,
  component,
  authentication,
  mechanism,
  trust,
})

/** What starts the client in the command's name. Where it is installed isn't part of it. */
const startedBy = ({ programs, shows }: Partial<Client>) => ({ programs, shows })

/** Notes, and how to get the client, aren't run. */
export const guideDigest = async ({ guide, client, endpoint }: Trial): Promise<string> => {
  const { needs, files, environment, ...rest } = renderGuide(await guide.load(), proofFacts(EXAMPLE, endpoint), 'linux')
  return digestOf(
    inOrder(endpoint),
    needs.map(({ role, name }) => [role, name]),
    files.map(({ name, text }) => [name, text]),
    environment.map(({ name, value }) => [name, value]),
    [rest.prepare?.text, rest.run?.text, rest.input, rest.success],
    startedBy(client),
  )
}

export const trapDigest = ({ client, endpoint, against, outcome, local, files, run }: Trap): string => {
  const target = trapTarget(proofFacts(EXAMPLE, endpoint))
  return digestOf(
    inOrder(endpoint),
    against,
    outcome,
    local === true,
    files?.(target),
    run(target),
    startedBy(ALL_CLIENTS[client] ?? {}),
  )
}

export const rowDigest = (
  { client, endpoint, text, file, files, prepare, run }: MatrixClient,
  setting: string,
): string =>
  digestOf(
    inOrder(endpoint),
    text(setting, EXAMPLE_TARGET),
    file,
    files,
    prepare,
    run(EXAMPLE_TARGET),
    startedBy(client),
  )

export const rowKey = (id: string, setting: string): string => `matrix/${id}/${setting}`

/** Digests of all that the project has now. */
export const currentDigests = async (): Promise<Digests> => {
  const guides = [...TRIALS].map(async ([key, trial]) => [key, await guideDigest(trial)] as const)
  return new Map([
    ...(await Promise.all(guides)),
    ...TRAPS.map((trap) => [`traps/${trap.id}`, trapDigest(trap)] as const),
    ...MATRIX_CLIENTS.flatMap((client) =>
      client.settings.map((setting) => [rowKey(client.id, setting), rowDigest(client, setting)] as const),
    ),
  ])
}

export const readDigests = (): RecordedDigests => JSON.parse(readFileSync(FILE, 'utf8')) as RecordedDigests

const digestIn = (recorded: string | undefined) => recorded?.split(' ')[0]

/** Whether this text isn't the one that was run. */
export const hasChanged = (key: string, current: Digests, recorded: RecordedDigests): boolean =>
  current.get(key) !== digestIn(recorded[key])

/** What was run for the first time in the last days, by keys. @param days including today */
export const recentKeys = (recorded: RecordedDigests, days: number, now = new Date()): ReadonlySet<string> => {
  const since = new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  return new Set(
    Object.entries(recorded).flatMap(([key, entry]) => ((entry?.split(' ')[1] ?? '') > since ? [key] : [])),
  )
}

/**
 * Records what was run.
 * @param claimed keys of all results on record: others are forgotten
 */
export const newRecord = (
  recorded: RecordedDigests,
  { current, ran, claimed }: { current: Digests; ran: readonly string[]; claimed: ReadonlySet<string> },
  now = new Date(),
): RecordedDigests => {
  const today = now.toISOString().slice(0, 10)
  const isNew = (key: string) => hasChanged(key, current, recorded) && current.has(key)
  const fresh = ran.filter(isNew).map((key) => [key, `${current.get(key) ?? ''} ${today}`] as const)
  const all = Object.entries({ ...recorded, ...Object.fromEntries(fresh) })
  return Object.fromEntries(all.filter(([key]) => claimed.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const writeDigests = (digests: RecordedDigests): void => {
  writeFileSync(FILE, `${JSON.stringify(digests, null, 2)}\n`)
}
