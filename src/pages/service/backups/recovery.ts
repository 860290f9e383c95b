/** To which moments a service can be restored. */
import type { Backups } from '../../../api/backups.ts'

/** From and to when, both included. */
export interface RecoveryRange {
  readonly start: Date
  readonly end: Date
  /** It grows with time: the API named no end. */
  readonly open: boolean
}

const parse = (iso: string | undefined): Date | undefined => {
  const date = new Date(iso ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The range of point-in-time recovery; undefined where there is none (yet), or none that can be read. */
export const recoveryRange = ({ recovery }: Pick<Backups, 'recovery'>, now: Date): RecoveryRange | undefined => {
  const start = parse(recovery?.start)
  const end = parse(recovery?.end)
  if (!start || (recovery?.end !== undefined && !end) || start > (end ?? now)) return undefined
  return { start, end: end ?? now, open: end === undefined }
}

/** Whether the service can be restored to it. */
export const isWithin = ({ start, end }: RecoveryRange, date: Date): boolean => date >= start && date <= end

/** Where a moment stands between two others, from 0 to 1. */
export const placeBetween = (from: Date, to: Date, date: Date): number => {
  const span = to.getTime() - from.getTime()
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (date.getTime() - from.getTime()) / span))
}
