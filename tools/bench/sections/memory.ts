/** Whether a tab that is used for long grows. */
import type { Browser, Page } from '@playwright/test'

import { newVisitor } from '../visit.ts'

/** So many services are opened in turn: after ten changes of the page, each has been. */
const SERVICES = 5

/** Bytes of the page's objects, once what nobody holds has been cleared away. */
const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  // What is freed may free more.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** From the list to a service, and back: two changes of the page. */
const thereAndBack = async (page: Page, nth: number) => {
  await page
    .getByRole('table', { name: 'Services' })
    .getByRole('rowheader')
    .nth(nth % SERVICES)
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Download CA certificate' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Services', exact: true }).click()
  await page.evaluate(() => inPage.list())
  await page.getByRole('searchbox', { name: 'Search services' }).waitFor()
}

/**
 * The heap after so many changes of the page.
 * @param stops after how many the heap is looked at, in ascending order
 */
export const measureHeap = async (browser: Browser, url: string, stops: readonly number[]): Promise<number[]> => {
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.evaluate(() => inPage.list())
    const heaps: number[] = []
    let changes = 0
    for (const stop of stops) {
      for (; changes < stop; changes += 2) await thereAndBack(page, changes / 2)
      heaps.push(await heapOf(page))
    }
    return heaps
  } finally {
    await context.close()
  }
}
