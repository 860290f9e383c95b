/** What a run of the proof is about: everything, what changed, or CI's fixed set with what changed. */
import type { Client } from './client-kinds.ts'
import { ALL_CLIENTS, versionOf } from './clients.ts'
import { hasChanged, recentKeys, rowKey, type Digests, type RecordedDigests } from './digests.ts'
import { KIT } from './kit.ts'
import { MATRIX_CLIENTS } from './matrix/matrix-clients.ts'
import { serverOfKit } from './servers/real-servers.ts'
import { TRAPS } from './traps/traps.ts'
import { TRIALS, whyNotRun, type Trial } from './trials.ts'

/** CI runs a new text for so many days, without a look at the history, which a fresh clone may not have. */
const RECENT_DAYS = 7

/** Groups of `kit.json` that CI's fixed set needs. */
const FIXED_GROUPS = ['python', 'npm', 'maven', 'go']

/** The groups of `kit.json` in which a client's libraries are. */
export const groupsOf = (client: Client): string[] =>
  [...JSON.stringify(client).matchAll(new RegExp(`${KIT.replaceAll(/\W/g, String.raw`\$&`)}/(\\w+)`, 'g'))].flatMap(
    ([, group]) => group ?? [],
  )

/** Clients by the keys of all that can be run: guides, traps, and settings of the matrix. */
export const CLIENT_BY_KEY: ReadonlyMap<string, Client> = new Map([
  ...[...TRIALS].map(([key, { client }]) => [key, client] as const),
  ...TRAPS.flatMap(({ id, client: name }) => {
    const client = ALL_CLIENTS[name]
    return client ? [[`traps/${id}`, client] as const] : []
  }),
  ...MATRIX_CLIENTS.flatMap(({ id, client, settings }) =>
    settings.map((setting) => [rowKey(id, setting), client] as const),
  ),
])

/** Keys of results whose client the kit pins in another version than was run. */
const repinnedKeys = (versions: ReadonlyMap<string, string>): string[] =>
  [...versions].flatMap(([key, version]) => {
    const pinned = CLIENT_BY_KEY.get(key)?.pinned
    return pinned === undefined || pinned === version ? [] : [key]
  })

/** One way to connect per guide, at its first endpoint. @param slow with the clients that take long */
const firstWays = (slow: boolean): string[] => {
  const first = new Map<string, string>()
  for (const [key, { guide, client }] of TRIALS)
    if ((slow || client.slow !== true) && !first.has(guide.id)) first.set(guide.id, key)
  return [...first.values()]
}

/** Keys whose text isn't the one that was run, if it can be run at all. */
const keysOfNewTexts = (current: Digests, recorded: RecordedDigests): string[] =>
  [...current.keys()].filter((key) => {
    const trial = TRIALS.get(key)
    return (!trial || whyNotRun(trial) === undefined) && hasChanged(key, current, recorded)
  })

/** What changed since it was run: texts, and versions that the kit pins. @param versions that were run, by key */
export const changedKeys = (
  current: Digests,
  recorded: RecordedDigests,
  versions: ReadonlyMap<string, string>,
): ReadonlySet<string> => new Set([...keysOfNewTexts(current, recorded), ...repinnedKeys(versions)])

/** Of the matrix one setting a client: all of them are of the full run. */
const onePerClient = (keys: readonly string[]): readonly string[] => [
  ...new Map(keys.map((key) => [key.startsWith('matrix/') ? key.split('/', 2).join('/') : key, key])).values(),
]

/** What a change touched: texts that weren't run, or only lately; and guides whose client is pinned anew, in one way. */
export const touchedKeys = (
  current: Digests,
  recorded: RecordedDigests,
  versions: ReadonlyMap<string, string>,
  now = new Date(),
): ReadonlySet<string> => {
  const [first, repinned] = [new Set(firstWays(true)), repinnedKeys(versions)]
  const recent = [...recentKeys(recorded, RECENT_DAYS, now)].filter((key) => current.has(key))
  return new Set([
    ...keysOfNewTexts(current, recorded),
    ...onePerClient(recent),
    ...repinned.filter((key) => first.has(key)),
  ])
}

/** The keys without those that were never run, and can't be here: their client isn't installed. */
export const withoutMissing = async (
  keys: ReadonlySet<string>,
  recorded: RecordedDigests,
  installed: (client: Client) => Promise<string | undefined> = versionOf,
): Promise<ReadonlySet<string>> => {
  const kept = new Set(keys)
  for (const key of keys) {
    const client = CLIENT_BY_KEY.get(key)
    if (recorded[key] === undefined && client && (await installed(client)) === undefined) kept.delete(key)
  }
  return kept
}

/** A slow client needs the real server of the kit: the stand-in's answers don't do for it. */
export const needsServerOfKit = ({ client, endpoint }: Trial): boolean =>
  client.slow === true && serverOfKit(endpoint) !== undefined

export const trialsOf = (keys: Iterable<string>): Trial[] => [...keys].flatMap((key) => TRIALS.get(key) ?? [])

/** Groups of `kit.json` that CI installs: those of its fixed set, and of what a change touched. */
export const groupsFor = (touched: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([
    ...FIXED_GROUPS,
    ...trialsOf(touched).flatMap((trial) => [
      ...groupsOf(trial.client),
      ...(needsServerOfKit(trial) ? ['servers'] : []),
    ]),
  ])

/** CI's set: each guide's first way to connect without slow clients, all traps, and what a change touched. */
export const fixedSet = (current: Digests, touched: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...firstWays(false), ...[...current.keys()].filter((key) => key.startsWith('traps/')), ...touched])
