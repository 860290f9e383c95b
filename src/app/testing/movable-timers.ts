import { vi } from 'vitest'

import { TODAY } from './render-app.tsx'

/**
 * Lets `vi.advanceTimersByTimeAsync` move the page's clock ahead, so that a test needn't wait for what a page does later, or
 * mustn't do. Meanwhile the clock runs as usual. Call it before the page is rendered: timers that were set before aren't moved.
 */
export const makeTimersMovable = (): void => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: TODAY,
    shouldAdvanceTime: true,
  })
}
