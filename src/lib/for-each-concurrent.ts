/** Enough to be quick, few enough for the API's patience. */
const AT_ONCE = 4

/**
 * Does some work for every item, a few at once, in their order.
 * @param signal once aborted, nothing more is begun
 * @throws what the work throws first; the rest is then not begun
 */
export const forEachConcurrent = async <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  // One iterator for all workers: each takes the next item that is left.
  const left = items[Symbol.iterator]()
  const failed = new AbortController()
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      if (signal.aborted || failed.signal.aborted) return
      try {
        await work(next.value)
      } catch (error) {
        failed.abort()
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
