import { useDeferredValue, type ReactNode } from 'react'

interface InSlicesProps {
  /** Shown until the rest is ready: what stood there before. */
  meanwhile: ReactNode
  children: ReactNode
}

/**
 * Renders what is much in slices, between which the browser paints and listens. React Query renders an answer in one piece, which
 * on a slow phone holds up everything else for a quarter of a second.
 */
export const InSlices = ({ meanwhile, children }: InSlicesProps) =>
  useDeferredValue(true, false) ? children : meanwhile
