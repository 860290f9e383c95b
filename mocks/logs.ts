/** Logs of a service: each line is derived from the service's name and the time. Nothing is stored. */
import { loadAt, wasRunningAt, seedOf, spikeAt } from './activity.ts'
import { FILLERS, logTemplates, SEVERITIES, STRANGE_LINES, type LogTemplate, type Severity } from './data/log-lines.ts'
import type { MockService } from './data/model.ts'
import { noise } from './hash.ts'

/** Time is divided into slots with one line or none; a slot identifies its line. */
const SLOT = 2000
const RETENTION_MS = 4 * 86_400_000

export interface LogLine {
  readonly time: string
  readonly msg: string
  readonly severity: Severity
  readonly unit: string
  /** Not in the document; Aiven's own client shows it. */
  readonly hostname: string
}

export interface LogQuery {
  readonly project: string
  readonly service: MockService
  readonly now: number
  readonly limit: number
  readonly order: 'asc' | 'desc'
  /** The lowest severity to return. */
  readonly severity?: Severity
  /** An offset from an earlier answer. */
  readonly offset?: number
  /** A scenario in which the last ten minutes are full of errors. */
  readonly burst: boolean
}

const BURST_MS = 10 * 60_000

const pick = <T>(from: readonly T[], luck: number): T => from[Math.floor(luck * from.length)] as T

const fillTemplate = (text: string, seed: number, slot: number): string => {
  let nth = 0
  return text.replaceAll(/%([nudt])/g, (_, letter: string) => {
    const luck = noise(seed ^ 0xf1, slot * 7 + nth++)
    return letter === 'n' ? String(Math.floor(luck * 90) + 3) : pick(FILLERS[letter as keyof typeof FILLERS], luck)
  })
}

/** Probability of a line in a slot: minimum, and increase at the busiest times. */
const LEAST_CHANCE = 0.06
const MORE_CHANCE = 0.3

interface Templates {
  readonly usual: readonly LogTemplate[]
  readonly bad: readonly LogTemplate[]
}

const isBad = ({ severity }: LogTemplate) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf('warning')

/** The template of a slot's line; undefined for an empty slot. */
const templateAt = ({ usual, bad }: Templates, seed: number, slot: number, trouble: number) => {
  const time = slot * SLOT
  const luck = noise(seed ^ 0x106, slot)
  // Rules out most slots before the slower check.
  if (
    luck > Math.max(LEAST_CHANCE + MORE_CHANCE, trouble) ||
    luck > Math.max(LEAST_CHANCE + MORE_CHANCE * loadAt(seed, time), trouble)
  )
    return undefined
  if (noise(seed ^ 0x57a, slot) < 0.002) return pick(STRANGE_LINES, noise(seed ^ 0x57b, slot))
  const kind = noise(seed ^ 0x7e3, slot)
  const wanted = kind < 0.01 + 0.8 * trouble ? bad : usual
  return pick(wanted, noise(seed ^ 0x9d2, slot))
}

/** Lines from the offset on, up to the limit, and the offsets of the first and last one. */
export const readLogs = ({ project, service, now, limit, order, severity = 'debug', offset, burst }: LogQuery) => {
  const seed = seedOf(project, service.name)
  const all = logTemplates(service.type)
  const templates = { usual: all.filter((one) => !isBad(one)), bad: all.filter(isBad) }
  const worst = SEVERITIES.indexOf(severity)
  const newest = Math.floor(now / SLOT) - 1
  const oldest = Math.ceil((now - RETENTION_MS) / SLOT)
  const step = order === 'desc' ? -1 : 1
  const start = offset === undefined ? (order === 'desc' ? newest : oldest) : offset + step
  const lines: { readonly slot: number; readonly line: LogLine }[] = []
  for (let slot = start; slot >= oldest && slot <= newest && lines.length < limit; slot += step) {
    const time = slot * SLOT
    const trouble = burst && now - time < BURST_MS ? 0.95 : spikeAt(seed, time)
    const template = templateAt(templates, seed, slot, trouble)
    if (!template || SEVERITIES.indexOf(template.severity) > worst || !wasRunningAt(service, time, now)) continue
    const node = Math.floor(noise(seed ^ 0x40d, slot) * service.nodes) + 1
    const line = {
      time: new Date(time + Math.floor(noise(seed ^ 0x3, slot) * SLOT)).toISOString(),
      msg: fillTemplate(template.text, seed, slot),
      severity: template.severity,
      unit: template.unit,
      hostname: `${service.name}-${String(node)}`,
    }
    lines.push({ slot, line })
  }
  return {
    logs: lines.map(({ line }) => line),
    first: lines[0]?.slot,
    last: lines.at(-1)?.slot ?? offset,
  }
}
