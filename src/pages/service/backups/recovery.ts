/** To which moments a service can be restored. */
import type { Backups } from '../../../api/backups.ts'

/** Start and end, both included. */
export interface RecoveryRange {
  readonly start: Date
  readonly end: Date
  /** The end is now: the API named none. */
  readonly open: boolean
}

const parse = (iso: string | undefined): Date | undefined => {
  const date = new Date(iso ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** The range of point-in-time recovery; undefined if there is none (yet), or it is unreadable. */
export const recoveryRange = ({ recovery }: Pick<Backups, 'recovery'>, now: Date): RecoveryRange | undefined => {
  const start = parse(recovery?.start)
  const end = parse(recovery?.end)
  if (!start || (recovery?.end !== undefined && !end) || start > (end ?? now)) return undefined
  return { start, end: end ?? now, open: end === undefined }
}

/** Whether the service can be restored to it. */
export const isWithin = ({ start, end }: RecoveryRange, date: Date): boolean => date >= start && date <= end

/** Position of a moment between two others, from 0 to 1. */
export const placeBetween = (from: Date, to: Date, date: Date): number => {
  const span = to.getTime() - from.getTime()
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (date.getTime() - from.getTime()) / span))
}
