/** Splits long work into slices, between which the page paints and handles input. */

/** Longest slice: one or two frames, so that the user doesn't notice it. */
const TURN_MS = 25

/** The real timer, so that a test that stops the page's clock doesn't stop the work. */
const later = setTimeout

/** A hidden page needs no pauses, and browsers slow its timers down to a second. */
const isOutOfSight = () => 'document' in globalThis && document.hidden

/** Call it between two pieces of work: it lets the page work if the current slice has been long enough. */
export type PauseIfDue = () => Promise<void>

/** @param signal once it has aborted, the next pause throws its reason */
export const createPause = (signal?: AbortSignal): PauseIfDue => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    if (!isOutOfSight()) await new Promise((resolve) => later(resolve))
    signal?.throwIfAborted()
    since = performance.now()
  }
}
