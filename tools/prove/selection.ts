/** What a run of the proof is about: everything, what changed, or CI's fixed set with what changed. */
import type { Client } from './client-kinds.ts'
import { hasChanged, recentKeys, type Digests, type RecordedDigests } from './digests.ts'
import { KIT, PINNED } from './kit.ts'
import type { Claims } from './records.ts'
import { serverOfKit } from './servers/real-servers.ts'
import { TRIALS, whyNotRun, type Trial } from './trials.ts'

/** CI runs a new text for so many days, without a look at the history, which a fresh clone may not have. */
const RECENT_DAYS = 7

/** Groups of `kit.json` that CI's fixed set needs. */
const FIXED_GROUPS = ['python', 'npm', 'maven', 'go']

/** The groups of `kit.json` in which a client's libraries are. */
const groupsOf = (client: Client): string[] =>
  [...JSON.stringify(client).matchAll(new RegExp(`${KIT.replaceAll(/\W/g, String.raw`\$&`)}/(\\w+)`, 'g'))].flatMap(
    ([, group]) => group ?? [],
  )

/** Whether the kit pins another version of the client than the one that was run. */
const hasNewVersion = (client: Client, version: string): boolean => {
  const groups = groupsOf(client).map((group) => JSON.stringify(PINNED[group as keyof typeof PINNED]))
  return groups.length > 0 && !groups.some((pins) => pins.includes(version))
}

/** One way to connect per guide, at its first endpoint. @param slow with the clients that take long */
const firstWays = (slow: boolean): string[] => {
  const first = new Map<string, string>()
  for (const [key, { guide, client }] of TRIALS)
    if ((slow || client.slow !== true) && !first.has(guide.id)) first.set(guide.id, key)
  return [...first.values()]
}

/** Keys whose text isn't the one that was run, if it can be run at all. */
export const changedKeys = (current: Digests, recorded: RecordedDigests): ReadonlySet<string> =>
  new Set(
    [...current.keys()].filter((key) => {
      const trial = TRIALS.get(key)
      return (!trial || whyNotRun(trial) === undefined) && hasChanged(key, current, recorded)
    }),
  )

/** What a change touched: texts that weren't run, or only lately; and guides whose client is pinned anew. */
export const touchedKeys = (
  current: Digests,
  recorded: RecordedDigests,
  { proofs }: Claims,
  now = new Date(),
): ReadonlySet<string> => {
  const repinned = firstWays(true).filter((key) => {
    const [trial, proof] = [TRIALS.get(key), proofs[key]]
    return trial && proof && hasNewVersion(trial.client, proof.version)
  })
  const recent = [...recentKeys(recorded, RECENT_DAYS, now)].filter((key) => current.has(key))
  return new Set([...changedKeys(current, recorded), ...recent, ...repinned])
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
