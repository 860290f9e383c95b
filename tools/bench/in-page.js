/**
 * Runs first in every measured page: records when things are painted, by the page's own clock.
 * Plain JavaScript, because browsers run it as it stands.
 */

/**
 * When the latest change is painted: after a frame has started and been painted, and the next task runs.
 * @returns {Promise<number>}
 */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        resolve(performance.now())
      })
      port1.start()
      port2.postMessage(undefined)
    })
  })

const table = () => document.querySelector('table[aria-label=Services]')

/** Identifies a state of the list: number of results, and the first row. */
const listState = () => {
  const found = [...document.querySelectorAll('main p[role=status]')].map(({ textContent }) => textContent)
  return `${found.join(' ')} ${table()?.querySelector('tbody th a')?.textContent ?? ''}`
}

/** Timeout for a change of the list. */
const PATIENCE_MS = 60_000

/** @type {Promise<{ next: number, list: number }>} */
let response = Promise.reject(new Error('Nothing was awaited.'))
response.catch(() => undefined)

/**
 * Prepares to measure the next input of a type; `response` then gives the time from the input until the next paint, and
 * until the resulting list is painted.
 * @param {'keydown' | 'click'} type
 */
const awaitInput = (type) => {
  response = new Promise((resolve, reject) => {
    const before = listState()
    addEventListener(
      type,
      ({ timeStamp }) => {
        const next = painted()
        const timer = setTimeout(() => {
          reject(new Error(`The list did not change: ${before}`))
        }, PATIENCE_MS)
        const look = async () => {
          if (listState() === before) return
          observer.disconnect()
          clearTimeout(timer)
          const at = await painted()
          resolve({ next: (await next) - timeStamp, list: at - timeStamp })
        }
        const observer = new MutationObserver(() => void look())
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      },
      { once: true, capture: true },
    )
  })
  response.catch(() => undefined)
}

/**
 * Scrolls by so many pixels in each frame.
 * @param {number} frames
 * @param {number} pixels
 * @returns {Promise<number[]>} how long each frame took, in milliseconds
 */
const scrollOn = (frames, pixels) =>
  new Promise((resolve) => {
    /** @type {number[]} */
    const took = []
    let last = performance.now()
    /** @param {number} now */
    const step = (now) => {
      took.push(now - last)
      last = now
      if (took.length > frames) resolve(took.slice(1))
      else {
        scrollBy(0, pixels)
        requestAnimationFrame(step)
      }
    }
    requestAnimationFrame(step)
  })

/**
 * When a condition is true and painted.
 * @param {() => boolean} check
 * @returns {Promise<number>}
 */
const until = (check) =>
  new Promise((resolve) => {
    const look = () => {
      if (!check()) return
      observer.disconnect()
      resolve(painted())
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
    look()
  })

const figurePaths = () => [...document.querySelectorAll('figure path')].map((path) => path.getAttribute('d')).join()

/**
 * Time from the last byte of a metrics answer until that many charts show it.
 * @param {number} figures
 */
const figuresDrawn = async (figures) => {
  const before = figurePaths()
  const at = await until(() => document.querySelectorAll('figure').length === figures && figurePaths() !== before)
  const answers = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'))
  return at - (answers.findLast(({ name }) => name.endsWith('/metrics'))?.responseEnd ?? NaN)
}

let longestTask = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
}).observe({ type: 'longtask', buffered: true })

let shifted = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { hadRecentInput, value } = /** @type {PerformanceEntry & { hadRecentInput: boolean, value: number }} */ (
      entry
    )
    if (!hadRecentInput) shifted += value
  }
}).observe({ type: 'layout-shift', buffered: true })

/** When the last click happened, in milliseconds since 1970. */
let clicked = NaN
addEventListener(
  'click',
  ({ timeStamp }) => {
    clicked = performance.timeOrigin + timeStamp
  },
  { capture: true },
)

/** When the list of services was in the document. */
const usable = /** @type {Promise<number>} */ (
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!table()?.querySelector('tbody th a')) return
      observer.disconnect()
      resolve(performance.now())
    })
    observer.observe(document, { childList: true, subtree: true })
  })
)

/** When it was painted. */
const listPainted = usable.then(async (at) => ({ usable: at, painted: await painted() }))

Object.assign(globalThis, {
  inPage: {
    awaitInput,
    response: () => response,
    scroll: scrollOn,
    until,
    figuresDrawn,
    /** @param {string} label */
    elements: (label) => document.querySelectorAll(`table[aria-label="${label}"] *`).length,
    longestTask: () => longestTask,
    shifted: () => shifted,
    list: () => listPainted,
    firstText: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    clicked: () => clicked,
    wall: () => performance.timeOrigin,
  },
})
