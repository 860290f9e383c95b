/**
 * Runs in every page that is measured, before anything else does: watches when things are on the screen, by the
 * page's own clock. Plain JavaScript, because browsers run it as it stands.
 */

/**
 * When what has just been done is on the screen: a frame has begun, been painted, and the next task runs.
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

/** What tells one state of the list from another: how many were found, and what stands first. */
const listState = () => {
  const found = [...document.querySelectorAll('main p[role=status]')].map(({ textContent }) => textContent)
  return `${found.join(' ')} ${table()?.querySelector('tbody th a')?.textContent ?? ''}`
}

/** How long a change of the list is waited for. */
const PATIENCE_MS = 60_000

/** @type {Promise<{ next: number, list: number }>} */
let response = Promise.reject(new Error('Nothing was awaited.'))
response.catch(() => undefined)

/**
 * Gets ready for the next input of a type; `response` then tells how long it took from the input's own time until the
 * next paint, and until the list that it asked for was painted.
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
 * When something holds and is on the screen.
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
 * How long it takes from the last byte of an answer with metrics until that many figures show it.
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

/** When the list of services could be used. */
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

/** When it was on the screen as well. */
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
    wall: () => performance.timeOrigin,
  },
})
