/** The result of the action that led to a page. It travels with the navigation, and the new page shows it. */
import { useLocation } from 'react-router'

export interface Arrival {
  readonly outcome: string
}

/** @param state of the router's location; other code may have written it */
const readOutcome = (state: unknown): string | undefined => {
  const outcome = typeof state === 'object' && state !== null && 'outcome' in state ? state.outcome : undefined
  return typeof outcome === 'string' ? outcome : undefined
}

/** The result of the action that led here, until the address changes. */
export const useArrival = (): string | undefined => readOutcome(useLocation().state)
