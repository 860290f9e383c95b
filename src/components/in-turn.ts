/**
 * Does something for each item, a few at a time, in order. Stops beginning new ones once the signal aborts.
 * @param work must not throw: what goes wrong with one item is its own affair
 */
export const inTurn = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) {
      if (signal.aborted) return
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
