/** How long work goes on without the page's having a turn. */

/** Long enough to get somewhere, short enough that nobody notices: a frame or two. */
const TURN_MS = 25

/** The platform's own timer, so that a test that stops the page's clock doesn't stop the reading. */
const later = setTimeout

/** There, nobody waits for a turn, and a timer takes a second. */
const isOutOfSight = () => 'document' in globalThis && document.hidden

/** Gives the page its turn when this task has had enough of one. Throws the signal's reason once it is aborted. */
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
