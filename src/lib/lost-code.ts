/**
 * Errors of failed `import()` calls, as reported by Vite. Their messages are ignored: they differ by engine, and by what
 * the server sent instead (404, or a page with 200, typed as HTML or JavaScript).
 */
const failedImports = new WeakSet<object>()

/** Starts to notice failed `import()` calls. Called once, before the first of them. */
export const watchImports = (): void => {
  addEventListener('vite:preloadError', ({ payload }) => {
    failedImports.add(payload)
  })
}

/** Whether an error is that of an `import()` whose file didn’t come. */
export const isLostCode = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && failedImports.has(error)

/** How long to wait for the server to respond. */
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
 * If code is missing, the server has a newer console, so this reloads the page at its URL. Only once: the history entry
 * records which console has tried, so no storage is needed, and the next console may try again. Not while the server is
 * unreachable: then the browser's error page would replace ours.
 * @param otherwise called if the page isn't reloaded
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
