/**
 * The matrix: every client with each of its settings, against a right server, three impostors and one without TLS. The
 * result is which servers got a login; the tests of `src/diagnose` compare its verdicts on the same text with it.
 */
import { readFileSync, writeFileSync } from 'node:fs'

import { versionOf } from '../clients.ts'
import { rowKey } from '../digests.ts'
import { FILE_NAMES } from '../traps/run-trap.ts'
import { startImpostor } from '../servers/impostors.ts'
import { makeWorkplace } from '../workplace.ts'
import { identitiesOf, type ProofSetup } from '../proof-setup.ts'
import { EXAMPLE_TARGET, MATRIX_CLIENTS } from './matrix-clients.ts'
import type { MatrixClient, Target } from './settings.ts'

const FILE = 'src/diagnose/testing/matrix.json'
const SERVERS = ['right', 'rogue', 'wrongHost', 'expired', 'withoutTls'] as const
type Server = (typeof SERVERS)[number]

/** `connected` and `leaked`: a login arrived. `refused`: none did. */
type MatrixOutcome = 'connected' | 'leaked' | 'refused'

interface MatrixRow {
  readonly setting: string
  /** What a user would paste, with a made-up host and password. */
  readonly text: string
  readonly outcomes: Readonly<Record<Server, MatrixOutcome>>
}

/** The results of one client with all its settings. */
interface MatrixRecord {
  readonly client: string
  readonly version: string
  readonly date: string
  readonly rows: readonly MatrixRow[]
}

export type Matrix = Readonly<Record<string, MatrixRecord>>

export const readMatrix = (): Matrix => JSON.parse(readFileSync(FILE, 'utf8')) as Matrix

const runClient = async (
  setup: ProofSetup,
  client: MatrixClient,
  settings: readonly string[],
): Promise<readonly MatrixRow[]> => {
  const place = await makeWorkplace(client.client)
  for (const [role, content] of Object.entries(setup.files))
    await place.write(FILE_NAMES[role as keyof typeof FILE_NAMES], content)
  for (const [name, text] of Object.entries(client.files ?? {})) await place.write(name, text)
  if (client.prepare !== undefined) {
    const { status, output } = await place.shell(client.prepare)
    if (status !== 0) throw new Error(`${client.id}: ${output}`)
  }
  const meet = async (setting: string, against: Server): Promise<MatrixOutcome> => {
    const withoutTls = against === 'withoutTls'
    const identity = identitiesOf(setup.identities, 'project-ca')[withoutTls ? 'rogue' : against]
    const server = await startImpostor(setup, client.endpoint, identity, { withoutTls })
    try {
      const target: Target = {
        ...EXAMPLE_TARGET,
        host: setup.host,
        port: server.port,
        storePassword: setup.storePassword,
      }
      const text = client.text(setting, target)
      if (client.file !== undefined) await place.write(client.file, text)
      const until = () => server.seen.logins.length > 0
      await place.shell(client.run(target), { env: { TEXT: text }, until, seconds: client.seconds ?? 15 })
      if (!until()) return 'refused'
      return against === 'right' ? 'connected' : 'leaked'
    } finally {
      await server.close()
    }
  }
  const rows: MatrixRow[] = []
  try {
    for (const setting of settings) {
      const outcomes: [Server, MatrixOutcome][] = []
      for (const against of SERVERS) outcomes.push([against, await meet(setting, against)])
      rows.push({
        setting,
        text: client.text(setting, EXAMPLE_TARGET),
        outcomes: Object.fromEntries(outcomes) as MatrixRow['outcomes'],
      })
    }
  } finally {
    await place.remove()
  }
  return rows
}

const wordsOf = ({ outcomes }: MatrixRow): string => SERVERS.map((server) => outcomes[server]).join(', ')

/** Settings whose outcomes differ from the record. Versions and days are ignored. */
const differences = (id: string, was: MatrixRecord | undefined, rows: readonly MatrixRow[]): string[] =>
  rows.flatMap((row) => {
    const before = was?.rows.find(({ setting }) => setting === row.setting)
    const words = before ? wordsOf(before) : 'not recorded'
    return words === wordsOf(row) ? [] : [`matrix/${id} “${row.setting}”: was ${words}; is ${wordsOf(row)}`]
  })

/** The record with the new results, without clients that the matrix doesn't have any more. */
export const mergeMatrix = (recorded: Matrix, fresh: Matrix): Matrix => {
  const all = Object.entries({ ...recorded, ...fresh }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(all.filter(([id]) => MATRIX_CLIENTS.some((client) => client.id === id)))
}

interface Options {
  /** By key: `matrix/CLIENT/SETTING`. */
  readonly isSelected: (key: string) => boolean
  /** Writes nothing, and returns the differences. */
  readonly check: boolean
  readonly report: (line: string) => void
}

/** Number of clients in parallel: each runs its settings one after the other. */
const AT_ONCE = 2

export interface MatrixRun {
  /** Keys of the settings that were run. */
  readonly ran: readonly string[]
  /** Differences from the record, as sentences. */
  readonly problems: readonly string[]
}

/** A record names one version for all settings of its client: to write one setting, all are run. */
export const runMatrix = async (setup: ProofSetup, { isSelected, check, report }: Options): Promise<MatrixRun> => {
  const recorded = readMatrix()
  const fresh: Record<string, MatrixRecord> = {}
  const problems: string[] = []
  const ran: string[] = []
  const rest = MATRIX_CLIENTS.flatMap((client) => {
    const selected = client.settings.filter((setting) => isSelected(rowKey(client.id, setting)))
    return selected.length === 0 ? [] : [{ client, settings: check ? selected : client.settings }]
  })
  const worker = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const { client, settings } = next
      const { id } = client
      const version = await versionOf(client.client)
      if (version === undefined) {
        report(`matrix/${id}: not run, ${client.client.name} is not here`)
        continue
      }
      try {
        const rows = await runClient(setup, client, settings)
        const date = new Date().toISOString().slice(0, 10)
        ran.push(...settings.map((setting) => rowKey(id, setting)))
        fresh[id] = { client: client.client.name, version, date, rows }
        problems.push(...(check ? differences(id, recorded[id], rows) : []))
        report(`matrix/${id}: ${String(rows.length)} settings at ${String(SERVERS.length)} servers`)
      } catch (error) {
        problems.push(`matrix/${id}: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (!check) {
    writeFileSync(FILE, `${JSON.stringify(mergeMatrix(recorded, fresh), null, 2)}\n`)
  }
  return { ran, problems }
}
