/** The result of the action that led to a page: it travels with the navigation, and the page that opens says it. */
import { useLocation } from 'react-router'

export interface Arrival {
  readonly outcome: string
}

/** @param state of the router's location, which may be anybody's */
const readOutcome = (state: unknown): string | undefined => {
  const outcome = typeof state === 'object' && state !== null && 'outcome' in state ? state.outcome : undefined
  return typeof outcome === 'string' ? outcome : undefined
}

/** The result of what led here, until the user goes on: the next change of the address ends it. */
export const useArrival = (): string | undefined => readOutcome(useLocation().state)
