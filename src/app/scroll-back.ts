/** How long to wait for a page's content. */
const PATIENCE_MS = 10_000

/** How long the position must hold: the page's height may change once more. */
const SETTLED_MS = 1000

/** Events that only users cause: they end the scrolling. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Scrolls down to the page's previous position. Content may load later, and change its height again when measured, so
 * this repeats until the position has held for a while, or the user moves.
 * @param onEnd called when it stops trying
 * @returns a function that stops it
 */
export const scrollBack = (top: number, onEnd: () => void): (() => void) => {
  const ending = new AbortController()
  const { signal } = ending
  const end = () => {
    if (signal.aborted) return
    ending.abort()
    onEnd()
  }
  let timer = setTimeout(end, PATIENCE_MS)
  let there = false
  const go = () => {
    if (Math.abs(scrollY - top) > 1) scrollTo(0, top)
    if (there || Math.abs(scrollY - top) > 1) return
    there = true
    clearTimeout(timer)
    timer = setTimeout(end, SETTLED_MS)
  }
  const observer = new ResizeObserver(go)
  observer.observe(document.body)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  for (const move of MOVES) addEventListener(move, end, { capture: true, passive: true, signal })
  go()
  return end
}
