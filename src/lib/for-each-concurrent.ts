/** Number of parallel tasks: fast, but within the API's rate limit. */
const AT_ONCE = 4

/**
 * Runs a task for every item, a few in parallel, started in order.
 * @param signal after it aborts, no more tasks start
 * @throws the first error of a task; no more tasks start then
 */
export const forEachConcurrent = async <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  // All workers share one iterator: each takes the next item.
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
