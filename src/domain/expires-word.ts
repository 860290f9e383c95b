/** `expires:<60d`: the meaning of a search for expiry, the same in every list. */
import { lookup } from '../lib/lookup.ts'
import type { Expiry } from './expiry.ts'

const DAY = 86_400_000
const UNITS: Record<string, number> = { d: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY }

/** Valid values, for messages. */
export const EXPIRES_TAKES = 'a time such as <90d, <6m, >1y, or expired'

/** Values for suggestions. */
export const EXPIRES_VALUES = ['expired', '<30d', '<60d', '<90d', '<1y'] as const

/**
 * Returns a test of a deadline for a value.
 * @param now milliseconds since 1970
 * @returns undefined for an invalid value
 */
export const expiresTest = (value: string, now: number): ((deadline: Date) => boolean) | undefined => {
  const [, order = '<', count, unit = ''] =
    value === 'expired' ? ['', '<', '0', 'd'] : (/^([<>]?)=?(\d{1,6})([dwmy])$/.exec(value) ?? [])
  const length = lookup(UNITS, unit)
  if (count === undefined || length === undefined) return undefined
  const limit = now + Number(count) * length
  return (deadline) => (order === '>' ? deadline.getTime() > limit : deadline.getTime() <= limit)
}

/** When the first of several things stops working; undefined if none does, or if that's unknown. */
export const firstDeadline = (items: readonly Expiry[]): Date | undefined =>
  items
    .flatMap(({ deadline }) => deadline ?? [])
    .reduce<Date | undefined>((first, deadline) => (first && first <= deadline ? first : deadline), undefined)
