/** Splits long work into slices, between which the page paints and handles input. */

/** Longest slice: one or two frames, so that the user doesn't notice it. */
const TURN_MS = 25

/**
 * The rest of the work waits in a task of its own. Timers would do too, but browsers hold those up: by 4 ms when many follow one
 * another, by a second in a hidden tab.
 */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })

/** Pauses for the page if the current slice is long enough. Throws the signal's reason if it has aborted meanwhile. */
export type Pace = () => Promise<void>

export const createPace = (signal?: AbortSignal): Pace => {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    await nextTask()
    signal?.throwIfAborted()
    since = performance.now()
  }
}
