/** Measures whether the memory of a long-used tab grows. */
import type { Browser, Page } from '@playwright/test'

import { newVisitor } from '../visit.ts'

/** Number of services that are opened in turn: each once in ten page changes. */
const SERVICES = 5

/** Bytes of a page's heap after garbage collection. */
export interface Heap {
  readonly all: number
  /** The part for compiled code: it grows until all frequently used functions are compiled. */
  readonly code: number
}

/** The used part of a heap snapshot. */
interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } }
  /** Fields of all nodes, one after the other. */
  readonly nodes: number[]
}

const codeIn = ({ snapshot: { meta }, nodes }: Snapshot): number => {
  const code = meta.node_types[0].indexOf('code')
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')]
  let sum = 0
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    if (nodes[node + type] === code) sum += nodes[node + size] ?? 0
  }
  return sum
}

const heapOf = async (page: Page): Promise<Heap> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  // One collection may make more objects collectable.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const parts: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return { all: usedSize, code: codeIn(JSON.parse(parts.join('')) as Snapshot) }
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
  await page.getByRole('navigation').getByRole('link', { name: 'Back to services' }).click()
  await page.evaluate(() => inPage.list())
  await page.getByRole('searchbox', { name: 'Search services' }).waitFor()
}

/**
 * The heap after so many changes of the page.
 * @param stops numbers of page changes after which the heap is measured, ascending
 */
export const measureHeap = async (browser: Browser, url: string, stops: readonly number[]): Promise<Heap[]> => {
  const context = await newVisitor(browser)
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.evaluate(() => inPage.list())
    const heaps: Heap[] = []
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
