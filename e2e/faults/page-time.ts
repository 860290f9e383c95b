/** The page's clock while a fault is played: it goes faster than the machine's, in steps. */
import type { Locator, Page } from '@playwright/test'

import type { BreakableServer } from '../../tools/faults/breakable-server.ts'
import { main } from './parts.ts'
import type { PageRecorder } from './page-recorder.ts'

export interface FaultRun {
  readonly page: Page
  readonly server: BreakableServer
  readonly recorder: PageRecorder
}

/** The client waits two seconds in all between its tries; the page's clock is made to go faster. */
const STEP_MS = 500

/** Lets time pass: true once nothing has been requested for so many steps. */
const passTime = ({ page, server }: FaultRun, steps: number) => {
  let calm = 0
  let before = -1
  return async (): Promise<boolean> => {
    // The page gives up on code that takes too long to load: while a file is on its way, its clock isn’t made faster. A slow
    // machine takes longer than all steps together, so none is counted meanwhile.
    while (server.pendingFileCount() > 0) await page.waitForTimeout(20)
    await page.clock.fastForward(STEP_MS)
    await page.waitForTimeout(20)
    const isCalm = server.pendingCount() === 0 && server.requestCount() === before
    calm = isCalm ? calm + 1 : 0
    before = server.requestCount()
    return calm >= steps
  }
}

/** Steps after which a wait ends in any case: a request that is held stays pending. */
const MAX_STEPS = 400

/** Twice the client's longest wait, and less than the five seconds after which a changing service is read again. */
const QUIET_STEPS = 8

/** The page requests nothing more by itself: the next request is the user's. */
export const untilQuiet = async (run: FaultRun) => {
  const isQuiet = passTime(run, QUIET_STEPS)
  for (let step = 0; step < MAX_STEPS; step++) if (await isQuiet()) return
  throw new Error(`the page goes on with requests by itself: ${String(run.server.pendingCount())} are pending`)
}

/** Steps without a request after which nothing more is to come: five times the client's longest wait. */
const LAST_STEPS = 40

/** Lets time pass until it is in sight, by steps: however long this machine takes. */
export const settle = async (run: FaultRun, wanted: Locator, what: string) => {
  const isOver = passTime(run, LAST_STEPS)
  for (let step = 0; !(await wanted.first().isVisible()); step++) {
    if (!(await isOver()) && step < MAX_STEPS) continue
    const seen = await main(run.page).innerText()
    throw new Error(
      `${String(run.server.affectedCount())} requests met the fault, but ${what} wasn’t visible in: ${seen}`,
    )
  }
}
