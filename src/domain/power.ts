/** What power means to a service, by its type. */

/**
 * What becomes of the data while the power is off. Aiven's documentation ("Power cycle of a service") names the first
 * two; of other types it isn't said.
 */
export type DataWhileOff = 'restored' | 'lost' | 'unknown'

/** Types that replay the changes since their last backup. */
const REPLAYED: ReadonlySet<string> = new Set(['pg', 'mysql'])

export const dataWhileOff = (serviceType: string): DataWhileOff =>
  serviceType === 'kafka' ? 'lost' : REPLAYED.has(serviceType) ? 'restored' : 'unknown'

/** A service that is off for longer is deleted. */
export const DELETED_AFTER_DAYS_OFF = 180
