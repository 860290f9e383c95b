/** How long what a page holds may take to come. */
const PATIENCE_MS = 10_000

/** How long the page must have been there: its height may change once more. */
const SETTLED_MS = 1000

/** What only users do: whoever moves has the page. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Scrolls down to where the page was. What it holds may come only later, and change its height once more when it is
 * measured: so it is tried again until it has been there for a while, or the user moves.
 * @param onEnd no more is tried
 * @returns ends it
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
