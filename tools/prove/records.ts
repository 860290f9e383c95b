/** Stores the results as files of the project, and compares them with a new run. */
import { readFileSync, writeFileSync } from 'node:fs'

import type { Proof } from '../../src/snippets/proof.ts'
import type { ProofResults, TrapRecord } from './collect.ts'
import { writeTables } from './document.ts'
import {
  currentDigests,
  hasChanged,
  newRecord,
  readDigests,
  rowKey,
  writeDigests,
  type Digests,
  type RecordedDigests,
} from './digests.ts'
import type { ErrorSample } from './error-samples.ts'
import { readMatrix, type Matrix } from './matrix/run-matrix.ts'

const PROOFS = 'src/snippets/proof.json'
const TRAPS = 'src/snippets/traps.json'
const SAMPLES = 'src/diagnose/messages/proof-samples.json'

const read = <T>(file: string, otherwise: T): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return otherwise
  }
}

const write = (file: string, content: unknown) => {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}

const byKey = <T>(records: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.fromEntries([...records].toSorted(([a], [b]) => (a < b ? -1 : 1)))

const sampleKey = ({ guide, failure, version }: ErrorSample) => [guide, failure, version].join('\n')

/** The recorded results. */
export interface Claims {
  readonly proofs: Readonly<Record<string, Proof>>
  readonly traps: readonly TrapRecord[]
}

/** Whether a key is selected: `only` is a list of prefixes, separated by commas; '' means all. */
export const isSelected = (key: string, only: string): boolean =>
  only.split(',').some((beginning) => key.startsWith(beginning))

/** @param only prefixes of the selected keys */
export const readClaims = (only = ''): Claims => ({
  proofs: byKey(Object.entries(read<Claims['proofs']>(PROOFS, {})).filter(([key]) => isSelected(key, only))),
  traps: read<Claims['traps']>(TRAPS, []).filter(({ id }) => isSelected(`traps/${id}`, only)),
})

/** Versions of clients by key, of all results on record: guides, traps, and settings of the matrix. */
export const claimedVersions = ({ proofs, traps }: Claims, matrix: Matrix): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(proofs).map(([key, { version }]) => [key, version] as const),
    ...traps.map(({ id, version }) => [`traps/${id}`, version] as const),
    ...Object.entries(matrix).flatMap(([id, { rows, version }]) =>
      rows.map(({ setting }) => [rowKey(id, setting), version] as const),
    ),
  ])

/** Keys of all results on record. */
export const claimedKeys = (claims: Claims, matrix: Matrix): ReadonlySet<string> =>
  new Set(claimedVersions(claims, matrix).keys())

/** What `npm run prove -- --only` takes for a key. */
const partOf = (key: string): string =>
  key.startsWith('traps/') ? key : key.split('/', key.startsWith('matrix/') ? 2 : 1).join('/')

/** Claims about a text that isn't the one that was run, as sentences. */
export const outdatedClaims = (
  claimed: ReadonlySet<string>,
  current: Digests,
  recorded: RecordedDigests,
  notHere: ReadonlySet<string> = new Set(),
): string[] => {
  const changed = [...claimed].filter((key) => hasChanged(key, current, recorded))
  return [...new Set(changed.map(partOf))].map((part) => {
    const keys = changed.filter((key) => partOf(key) === part)
    const here = keys.some((key) => notHere.has(key)) ? ' (not installed here)' : ''
    return `${keys.map((key) => key.replaceAll('\n', ' ')).join(', ')}: changed since it was run; npm run prove -- --only ${part}${here}`
  })
}

/**
 * Writes the results. Records whose client isn't installed stay, with their date; but not if their text has changed.
 * @param only prefixes of the keys that were run
 * @param withSamples also stores what clients printed: Troubleshoot must then recognise each message
 */
export const writeRecords = async (
  collected: ProofResults,
  ranOfMatrix: readonly string[],
  only: string,
  withSamples: boolean,
): Promise<void> => {
  const { proofs, traps, samples } = collected
  const claims = readClaims()
  const [current, recorded] = [await currentDigests(), readDigests()]
  const isKept = (key: string) =>
    !isSelected(key, only) || (collected.notRun.has(key) && !hasChanged(key, current, recorded))
  const kept = Object.entries(claims.proofs).filter(([key]) => isKept(key))
  write(PROOFS, byKey([...kept, ...proofs]))
  const keptTraps = claims.traps.filter(({ id }) => isKept(`traps/${id}`))
  write(TRAPS, Object.values(byKey([...keptTraps.map((trap) => [trap.id, trap] as const), ...traps])))
  const { proofs: allProofs, traps: allTraps } = readClaims()
  await writeTables(allProofs, allTraps)
  const ran = [...proofs.keys(), ...[...traps.keys()].map((id) => `traps/${id}`), ...ranOfMatrix]
  writeDigests(newRecord(recorded, { current, ran, claimed: claimedKeys(readClaims(), readMatrix()) }))
  if (!withSamples) return
  // A sample of the same version stays unchanged: messages contain numbers that differ in every run.
  const known = read<ErrorSample[]>(SAMPLES, []).map((sample) => [sampleKey(sample), sample] as const)
  const fresh = samples.map((sample) => [sampleKey(sample), sample] as const)
  write(SAMPLES, Object.values(byKey([...fresh, ...known])))
}

const words = (outcomes: Proof['outcomes']): string =>
  [outcomes.right, outcomes.rogue, outcomes.wrongHost, outcomes.expired].join(', ')

/** Compares what the client does, in any version. Dates are ignored. */
export const brokenClaims = (claims: Claims, collected: ProofResults, everything: boolean): string[] => {
  const { proofs, traps, notRun } = collected
  const known = new Map([
    ...Object.entries(claims.proofs).map(([key, { outcomes }]) => [key, words(outcomes)] as const),
    ...claims.traps.map(({ id, outcome }) => [`traps/${id}`, outcome] as const),
  ])
  const seen = new Map([
    ...[...proofs].map(([key, { outcomes }]) => [key, words(outcomes)] as const),
    ...[...traps].map(([id, { outcome }]) => [`traps/${id}`, outcome] as const),
  ])
  const broken: string[] = []
  for (const [key, claim] of known) {
    const now = seen.get(key)
    if (now === undefined && notRun.has(key)) {
      if (everything) broken.push(`${key}: claimed, but its client is not here`)
    } else if (now === undefined) broken.push(`${key}: claimed, but not run`)
    else if (now !== claim) broken.push(`${key}: claimed is ${claim}; seen was ${now}`)
  }
  for (const key of seen.keys()) {
    if (!known.has(key)) broken.push(`${key}: not recorded yet; npm run prove does that`)
  }
  return broken
}
