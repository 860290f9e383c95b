/** Splits long work into slices, between which the page paints and handles input. */

/** Longest slice: one or two frames, so that the user doesn't notice it. */
const TURN_MS = 25

/** The real timer, so that a test that stops the page's clock doesn't stop the work. */
const later = setTimeout

/** A hidden page needs no pauses, and browsers slow its timers down to a second. */
const isOutOfSight = () => 'document' in globalThis && document.hidden

/** Pauses for the page if the current slice is long enough. Throws the signal's reason if it has aborted meanwhile. */
export type Pace = () => Promise<void>

export const createPace = (signal?: AbortSignal): Pace => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    if (!isOutOfSight()) await new Promise((resolve) => later(resolve))
    signal?.throwIfAborted()
    since = performance.now()
  }
}
