/** The list's rows with the health of their certificates: which expires when, including the CA. */
import { rotationAhead, serviceHealth, type CaFacts } from '../../domain/health.ts'
import type { CaAnswer, ServiceRow } from './service-rows.ts'

interface CachedRow {
  readonly ca: CaAnswer
  readonly isAhead: boolean
  readonly hour: number
  readonly row: ServiceRow
}

/** Keeps a row's object while unchanged, so that the table doesn't render it again. */
const cache = new WeakMap<ServiceRow, CachedRow>()

const HOUR_MS = 3_600_000

/** The state of a requested CA. */
const caFacts = (ca: CaAnswer): CaFacts =>
  ca === undefined || ca instanceof Error ? undefined : ca.certificates.map(({ certificate }) => certificate)

/**
 * @param cas each project's CA; while it is loading, its services' health is unknown
 * @param now milliseconds of the epoch
 */
export const withHealth = (
  rows: readonly ServiceRow[],
  cas: ReadonlyMap<string, CaAnswer>,
  now = Date.now(),
): readonly ServiceRow[] => {
  const at = new Date(now)
  const facts = new Map([...cas].map(([project, ca]) => [project, caFacts(ca)]))
  const ahead = new Set(rows.filter(({ service }) => rotationAhead(service)).map(({ project }) => project))
  return rows.map((row) => {
    const { project, service } = row
    const ca = cas.get(project)
    if (ca === undefined) return row
    const [isAhead, hour] = [ahead.has(project), Math.floor(now / HOUR_MS)]
    const before = cache.get(row)
    if (before?.ca === ca && before.isAhead === isAhead && before.hour === hour) return before.row
    const whole = { ...row, health: serviceHealth(service, facts.get(project), isAhead, at) }
    cache.set(row, { ca, isAhead, hour, row: whole })
    return whole
  })
}
