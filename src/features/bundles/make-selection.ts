/** Bundles for many services, in one archive: each service's best endpoint, first user and first client. */
import type { Backend } from '../../api/use-api.ts'

import type { Service } from '../../api/service.ts'
import { ApiError } from '../../api/errors.ts'
import type { BundleFile } from '../../snippets/bundle/bundle.ts'
import { UnwritableError } from '../../snippets/escape.ts'
import { connectionFacts, trustOf } from '../../snippets/facts.ts'
import type { ConnectionFacts, Guide, System } from '../../snippets/guide.ts'
import { guidesFor } from '../../snippets/guides.ts'
import { safeStem } from '../../crypto/files.ts'
import { UnusableFileError } from '../../crypto/unusable-file.ts'
import type { Doubt } from '../../domain/file-doubts.ts'
import { endpointVerdict, primaryEndpoint } from '../../domain/verdict.ts'
import { forEachConcurrent } from '../../lib/for-each-concurrent.ts'
import { loadCredentials } from '../credentials/client-credentials.ts'
import { doubtSentence } from '../doubts/doubt-sentence.ts'
import { loadBundleMaterial, makeBundle, zipBundles } from './make-bundle.ts'
import { reportText, type BundleOutcome } from './selection-report.ts'

export interface BundleTarget {
  readonly project: string
  readonly service: Service
}

/** Why a service can have no bundle, although nothing went wrong. */
class NoBundleError extends Error {
  override name = 'NoBundleError'
}

const database = ({ service_uri_params }: Service, component: string): string | undefined =>
  component === 'pg' || component === 'mysql' ? (service_uri_params['dbname'] ?? 'defaultdb') : undefined

const choose = ({ project, service }: BundleTarget): { facts: ConnectionFacts; guide: Guide } => {
  const endpoint = primaryEndpoint(service.service_type, service.components)
  if (!endpoint) throw new NoBundleError('It has no endpoint now.')
  const { trust, sure } = trustOf(endpointVerdict(service, endpoint))
  if (trust === 'plaintext') throw new NoBundleError('TLS is off for its endpoint: there is no server to verify.')
  if (!sure) throw new NoBundleError('Which CA signs it is unknown. Choose one on its Quick connect page.')
  const facts = connectionFacts({
    project,
    service: service.service_name,
    endpoint,
    settings: service.user_config,
    trust,
    user: service.users[0]?.username,
    database: database(service, endpoint.component),
    directory: '',
    password: undefined,
  })
  const guide = guidesFor(facts.protocol).find(({ applies, language }) => language !== 'form' && applies(facts))
  if (!guide) throw new NoBundleError('There is no guide for its endpoint yet.')
  return { facts, guide }
}

interface BundleOptions {
  readonly system: System
  readonly now: Date
  /** A doubt about a service's files leaves out its bundle. */
  readonly leavesOut: boolean
}

/** @throws {NoBundleError} its code can't be had */
const loadGuideOf = async (guide: Guide): Promise<void> => {
  try {
    await guide.load()
  } catch {
    throw new NoBundleError('Its guide couldn’t be loaded.')
  }
}

const bundleOf = async (backend: Backend, target: BundleTarget, { system, now, leavesOut }: BundleOptions) => {
  const { facts, guide } = choose(target)
  await loadGuideOf(guide)
  const { project, service, user } = facts
  const load = () => loadCredentials(backend, { project, service, username: user })
  const material = await loadBundleMaterial(backend, facts, { service, username: user, load }, false)
  const doubts = material?.doubts ?? []
  if (leavesOut && doubts.length > 0) throw new NoBundleError(`Left out. ${sentences(doubts, now)}`)
  return { files: await makeBundle({ facts, guide, system, material, now }), guide, doubts }
}

const sentences = (doubts: readonly Doubt[], now: Date): string =>
  doubts.map((doubt) => doubtSentence(doubt, now)).join(' ')

/** Lists each doubt once, however many services share a CA. Users are named with their service: every service has an avnadmin. */
const distinct = (found: readonly { readonly target: BundleTarget; readonly doubts: readonly Doubt[] }[]): Doubt[] => {
  const named = found.flatMap(({ target: { project, service }, doubts }) =>
    doubts.map((doubt) =>
      doubt.kind === 'ca' ? doubt : { ...doubt, name: `${doubt.name} (${project}/${service.service_name})` },
    ),
  )
  return [...new Map(named.map((doubt) => [`${doubt.kind} ${doubt.id} ${doubt.name}`, doubt])).values()]
}

const isExpected = (error: unknown): error is Error =>
  [ApiError, UnusableFileError, UnwritableError, NoBundleError].some((kind) => error instanceof kind)

/** Unique folder names in the archive; they include the project if there are several. */
const folderNames = (targets: readonly BundleTarget[]): string[] => {
  const several = new Set(targets.map(({ project }) => project)).size > 1
  const taken = new Set<string>()
  return targets.map(({ project, service: { service_name } }) => {
    const wanted = `${several ? `${safeStem(project)}/` : ''}${safeStem(service_name)}`
    let name = wanted
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}-${String(n)}`
    taken.add(name.toLowerCase())
    return name
  })
}

export interface SelectionOptions {
  readonly targets: readonly BundleTarget[]
  readonly system: System
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
  /** True: doubtful files are left out. False: they are included, and the report says so. */
  readonly leavesOut: boolean
}

/**
 * One archive with a folder for each service and REPORT.txt. If one service fails, only its folder is missing.
 * @returns the archive, the result of each service, and what the user is to decide on before it is saved
 * @throws when the signal aborts
 */
export const makeSelection = async (backend: Backend, options: SelectionOptions) => {
  const { targets, system, signal, onProgress, leavesOut } = options
  const now = new Date()
  const names = folderNames(targets)
  const bundles = new Map<string, readonly BundleFile[]>()
  const outcomes: BundleOutcome[] = []
  const doubted: { target: BundleTarget; doubts: readonly Doubt[] }[] = []
  await forEachConcurrent(targets.entries(), signal, async ([index, target]) => {
    const about = { project: target.project, service: target.service.service_name }
    try {
      const folder = names[index] ?? ''
      const { files, guide, doubts } = await bundleOf(backend, target, { system, now, leavesOut })
      bundles.set(folder, files)
      doubted[index] = { target, doubts }
      outcomes[index] = { ...about, folder, failed: false, text: `for ${guide.name}. ${sentences(doubts, now)}`.trim() }
    } catch (error) {
      if (!isExpected(error)) throw error
      outcomes[index] = { ...about, folder: undefined, failed: true, text: error.message }
    }
    onProgress(outcomes.filter(Boolean).length)
  })
  signal.throwIfAborted()
  return {
    zip: zipBundles(bundles, { 'REPORT.txt': reportText(outcomes, now) }),
    outcomes,
    doubts: distinct(doubted.filter(Boolean)),
    /** How many bundles raise no doubt. */
    sound: doubted.filter((one) => one?.doubts.length === 0).length,
  }
}
