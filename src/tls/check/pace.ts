/** How much is read of what people drop, and how the page stays alive meanwhile. */

/** No certificate file comes near; 10,000 certificates in one paste do. */
export const MOST_BYTES = 32 * 1024 * 1024
/** Certificates that are read of one file; the rest is counted. */
export const MOST_CERTIFICATES = 1000
/** Settings, connection strings and messages are looked for in so many characters. */
export const MOST_TEXT = 64 * 1024

/** Long enough to get somewhere, short enough that nobody notices: a frame or two. */
const TURN_MS = 25

/** Gives the page its turn when this task has had enough of one. Throws the signal's reason once it is aborted. */
export type Pace = () => Promise<void>

export const createPace = (signal?: AbortSignal): Pace => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
    since = performance.now()
  }
}
