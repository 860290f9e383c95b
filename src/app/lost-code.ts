/**
 * What Vite told of: every `import()` that failed. What the error says isn't asked: it differs by engine, and by what
 * the server sent instead (404, or a page with 200, named HTML or JavaScript).
 */
const failedImports = new WeakSet<object>()

addEventListener('vite:preloadError', ({ payload }) => {
  failedImports.add(payload)
})

export const isLostCode = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && failedImports.has(error)

/** How long the server may take to show that it is there. */
const PATIENCE_MS = 5000

const isServerThere = async (): Promise<boolean> => {
  try {
    const { ok } = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return ok
  } catch {
    return false
  }
}

/**
 * Code that is gone was of an older console than the server has: the page is loaded again, at its own address. Once:
 * the history's entry remembers which console has tried, so no storage is needed, and the next console may try again.
 * Not while the server is out of reach: then the browser's own error page would come instead of ours.
 * @param otherwise the page stays as it is
 */
export const reloadOnce = async (otherwise: () => void): Promise<void> => {
  const state = history.state as { readonly lost?: string } | null
  if (state?.lost === import.meta.url || !(await isServerThere())) {
    otherwise()
    return
  }
  history.replaceState({ ...state, lost: import.meta.url }, '')
  location.reload()
}
