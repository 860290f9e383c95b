/** Longest wait, whatever the API asks. */
const LONGEST_MS = 600_000

/** One wait for all requests: after a 429, no request is sent until the time is over. */
export const createPause = () => {
  let until = 0
  return {
    /** @param milliseconds how long the API asks to wait, from now on */
    wait: (milliseconds: number): void => {
      until = Math.max(until, Date.now() + Math.min(milliseconds, LONGEST_MS))
    },
    /** Resolves to true when a request may be sent, or to false if the signal aborts. */
    ended: async (signal: AbortSignal): Promise<boolean> => {
      for (let left = until - Date.now(); left > 0 && !signal.aborted; left = until - Date.now()) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          signal.addEventListener(
            'abort',
            () => {
              clearTimeout(timer)
              resolve()
            },
            { once: true },
          )
        })
      }
      return !signal.aborted
    },
  }
}
