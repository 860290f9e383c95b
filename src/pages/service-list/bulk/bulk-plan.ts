/** What a change of several services means for each of them. */
import type { Service } from '../../../api/service.ts'
import { dataWhileOff } from '../../../domain/catalog.ts'

export type BulkAction = 'power-off' | 'power-on' | 'add-tag'

export interface BulkTarget {
  readonly project: string
  readonly service: Service
}

export interface BulkStep extends BulkTarget {
  /** Why it is skipped; undefined if it isn't. */
  readonly skipReason?: string
}

const findSkipReason = (
  action: BulkAction,
  { state, service_type, termination_protection }: Service,
): string | undefined => {
  const isOff = state === 'POWEROFF'
  if (action === 'power-on') return isOff ? undefined : 'it isn\u2019t powered off'
  if (action === 'add-tag') return undefined
  if (isOff) return 'it is powered off already'
  if (termination_protection === true) return 'its termination protection is on'
  // The user must type its name, on its own page.
  return dataWhileOff(service_type) === 'lost' ? 'its data would be lost: power it off on its own page' : undefined
}

/** Each service with the effect on it; skipped ones come last. */
export const planBulk = (action: BulkAction, targets: readonly BulkTarget[]): readonly BulkStep[] =>
  targets
    .map(({ project, service }): BulkStep => {
      const skipReason = findSkipReason(action, service)
      return { project, service, ...(skipReason !== undefined && { skipReason }) }
    })
    .toSorted((a, b) => Number(a.skipReason !== undefined) - Number(b.skipReason !== undefined))
