/** A page's requests and traffic, as reported by the browser. */
import type { Page } from '@playwright/test'

interface Received {
  readonly path: string
  /** Time of the request, in seconds since 1970. */
  readonly asked: number
  /** Bytes transferred, with headers; 0 until finished, and for answers from the browser's cache. */
  bytes: number
}

export interface Sum {
  /** Requests for files, and their bytes on the wire. */
  readonly files: number
  readonly fileBytes: number
  /** Requests to the API. */
  readonly api: number
  readonly apiBytes: number
}

export interface Traffic {
  /** Waits until there was no traffic for a while. */
  readonly quiet: () => Promise<void>
  /** The requests so far. @param until milliseconds since 1970 */
  readonly sum: (until?: number) => Sum
}

/** The difference between two sums. */
export const less = (whole: Sum, before: Sum): Sum => ({
  files: whole.files - before.files,
  fileBytes: whole.fileBytes - before.fileBytes,
  api: whole.api - before.api,
  apiBytes: whole.apiBytes - before.apiBytes,
})

/** Delayed requests start within this time. */
const QUIET_MS = 700

export const watchTraffic = async (page: Page): Promise<Traffic> => {
  const session = await page.context().newCDPSession(page)
  const received = new Map<string, Received>()
  let last = performance.now()
  const under = new Set<string>()
  const happened = () => {
    last = performance.now()
  }
  session.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    if (!request.url.startsWith('http')) return
    received.set(requestId, { path: new URL(request.url).pathname, asked: wallTime, bytes: 0 })
    under.add(requestId)
    happened()
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = received.get(requestId)
    if (entry) entry.bytes = encodedDataLength
    under.delete(requestId)
    happened()
  })
  session.on('Network.loadingFailed', ({ requestId }) => {
    under.delete(requestId)
    happened()
  })
  await session.send('Network.enable')

  return {
    quiet: async () => {
      while (under.size > 0 || performance.now() - last < QUIET_MS) await page.waitForTimeout(50)
    },
    sum: (until = Infinity) => {
      const all = [...received.values()].filter(({ asked, bytes }) => bytes > 0 && asked * 1000 <= until)
      const ofApi = all.filter(({ path }) => path.startsWith('/v1/'))
      const files = all.filter(({ path }) => !path.startsWith('/v1/'))
      const bytesOf = (entries: readonly Received[]) => entries.reduce((sum, { bytes }) => sum + bytes, 0)
      return {
        files: files.length,
        fileBytes: bytesOf(files),
        api: ofApi.length,
        apiBytes: bytesOf(ofApi),
      }
    },
  }
}
