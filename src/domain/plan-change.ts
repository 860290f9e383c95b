/** What another plan, cloud or disk would mean for a service. */

/** The minimum disk of a plan, relative to the disk in use (Aiven's documentation, "Change a service plan"). */
const DISK_RESERVE = 1.25

/** Whether the data would fit a plan's disk; undefined if either size is unknown. */
export const fitsDisk = (usedMb: number | undefined, planMb: number | undefined): boolean | undefined =>
  usedMb === undefined || planMb === undefined ? undefined : planMb >= usedMb * DISK_RESERVE

/** The mean of the nodes' latest values, without nodes that have none. */
export const latestMean = (series: readonly { readonly values: readonly (number | undefined)[] }[]) => {
  const latest = series
    .map(({ values }) => values.findLast((value) => value !== undefined))
    .filter((value) => value !== undefined)
  return latest.length === 0 ? undefined : latest.reduce((sum, value) => sum + value, 0) / latest.length
}

interface DiskRange {
  readonly disk_space_mb?: number | undefined
  readonly disk_space_cap_mb?: number | undefined
  readonly disk_space_step_mb?: number | undefined
}

/** Maximum number of steps offered. */
const MAX_STEPS = 500

/** The sizes that a plan's disk can have, in megabytes over all nodes; its own first. */
export const diskSizes = ({ disk_space_mb: base, disk_space_cap_mb: cap, disk_space_step_mb: step }: DiskRange) => {
  if (base === undefined) return []
  if (cap === undefined || step === undefined || step <= 0) return [base]
  const count = Math.min(Math.floor((cap - base) / step), MAX_STEPS)
  return Array.from({ length: Math.max(count, 0) + 1 }, (_, index) => base + index * step)
}

interface Priced extends DiskRange {
  readonly price_usd?: number | undefined
  readonly disk_space_gb_price_usd?: number | undefined
}

/** US dollars an hour for a plan with a disk of that size; undefined where the API doesn't say. */
export const hourlyPriceOf = (region: Priced | undefined, diskMb: number | undefined): number | undefined => {
  const { price_usd: price, disk_space_mb: own, disk_space_gb_price_usd: perGib } = region ?? {}
  if (price === undefined || own === undefined || diskMb === undefined || diskMb <= own) return price
  return perGib === undefined ? undefined : price + ((diskMb - own) / 1024) * perGib
}
