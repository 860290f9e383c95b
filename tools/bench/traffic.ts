/** A page's requests and traffic, as reported by the browser. */
import type { Page } from '@playwright/test'

interface RecordedRequest {
  readonly path: string
  /** Time of the request, in seconds since 1970. */
  readonly sentAt: number
  /** Bytes transferred, with headers; 0 until finished, and for answers from the browser's cache. */
  bytes: number
}

export interface TrafficTotals {
  /** Requests for files, and their bytes on the wire. */
  readonly files: number
  readonly fileBytes: number
  /** Requests to the API. */
  readonly api: number
  readonly apiBytes: number
}

export interface Traffic {
  /** Waits until there was no traffic for a while. */
  readonly untilQuiet: () => Promise<void>
  /** The requests so far. @param until milliseconds since 1970 */
  readonly totals: (until?: number) => TrafficTotals
}

/** The difference between two sums. */
export const trafficSince = (whole: TrafficTotals, before: TrafficTotals): TrafficTotals => ({
  files: whole.files - before.files,
  fileBytes: whole.fileBytes - before.fileBytes,
  api: whole.api - before.api,
  apiBytes: whole.apiBytes - before.apiBytes,
})

/** Delayed requests start within this time. */
const QUIET_MS = 700

export const watchTraffic = async (page: Page): Promise<Traffic> => {
  const session = await page.context().newCDPSession(page)
  const requests = new Map<string, RecordedRequest>()
  let last = performance.now()
  const pending = new Set<string>()
  const noteActivity = () => {
    last = performance.now()
  }
  session.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    if (!request.url.startsWith('http')) return
    requests.set(requestId, { path: new URL(request.url).pathname, sentAt: wallTime, bytes: 0 })
    pending.add(requestId)
    noteActivity()
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = requests.get(requestId)
    if (entry) entry.bytes = encodedDataLength
    pending.delete(requestId)
    noteActivity()
  })
  session.on('Network.loadingFailed', ({ requestId }) => {
    pending.delete(requestId)
    noteActivity()
  })
  await session.send('Network.enable')

  return {
    untilQuiet: async () => {
      while (pending.size > 0 || performance.now() - last < QUIET_MS) await page.waitForTimeout(50)
    },
    totals: (until = Infinity) => {
      const all = [...requests.values()].filter(({ sentAt, bytes }) => bytes > 0 && sentAt * 1000 <= until)
      const ofApi = all.filter(({ path }) => path.startsWith('/v1/'))
      const files = all.filter(({ path }) => !path.startsWith('/v1/'))
      const bytesOf = (entries: readonly RecordedRequest[]) => entries.reduce((sum, { bytes }) => sum + bytes, 0)
      return {
        files: files.length,
        fileBytes: bytesOf(files),
        api: ofApi.length,
        apiBytes: bytesOf(ofApi),
      }
    },
  }
}
