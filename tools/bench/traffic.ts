/** What a page asks for and receives, as the browser's network tells it. */
import type { Page } from '@playwright/test'

interface Received {
  readonly path: string
  /** Seconds of the epoch at which it was asked for. */
  readonly asked: number
  /** On the wire, with headers; 0 until it has come, and for what came from the browser's cache. */
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
  /** Waits until nothing has been asked for or received for a while. */
  readonly quiet: () => Promise<void>
  /** What has been asked for so far. @param until milliseconds of the epoch */
  readonly sum: (until?: number) => Sum
}

/** What came after another sum. */
export const less = (whole: Sum, before: Sum): Sum => ({
  files: whole.files - before.files,
  fileBytes: whole.fileBytes - before.fileBytes,
  api: whole.api - before.api,
  apiBytes: whole.apiBytes - before.apiBytes,
})

/** Things that are put off come within this time. */
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
