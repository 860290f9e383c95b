/** Measures the list of services at every size, and the memory of a long-used tab. */
import { bytes, count, ms, percent, times, type Cell } from '../figures.ts'
import { serveForBench } from '../bench-server.ts'
import type { Bench, Section } from '../section.ts'
import { realistic } from '../services.ts'
import { measureList, type ListFigures, type Rounds } from './list-figures.ts'
import { measureHeap, type Heap } from './memory.ts'

const LIST = '/project/demo-shop/services'

const ROUNDS: Rounds = { opened: 3, typed: 5, sorted: 6, frames: 120 }
const ONCE: Rounds = { opened: 1, typed: 1, sorted: 1, frames: 10 }
const openList = async ({ builds }: Bench, total: number) =>
  serveForBench({
    folder: await builds('live'),
    scenario: total > 1000 ? '10000' : '1000',
    services: realistic(total),
  })

const measure = async (bench: Bench, total: number, rounds: Rounds): Promise<ListFigures> => {
  bench.report(`${total.toLocaleString('en')} services`)
  const server = await openList(bench, total)
  try {
    return await measureList(bench.browser, server.origin + LIST, rounds)
  } finally {
    await server.close()
  }
}

const row = (
  name: string,
  { open, longestTask, key, keyToList, sort, dropped, longestFrame, elements }: ListFigures,
): Cell[] => [
  name,
  ms(open),
  ms(longestTask),
  ms(key),
  ms(keyToList),
  ms(sort),
  `${(dropped * 100).toFixed(0)} %`,
  ms(longestFrame),
  count(elements),
]

/** One line about the heap's growth between two looks at it. */
const growing = (name: string, heaps: readonly Heap[], part: (heap: Heap) => number) => {
  const [from = NaN, to = NaN] = heaps.map(part)
  return [name, bytes(from), bytes(to), percent((100 * (to - from)) / from)] as const
}

const COLUMNS = [
  '',
  'opened',
  'longest task meanwhile',
  'key press to next paint',
  'to the list that it asks for',
  'sort',
  'late frames',
  'longest frame',
  'elements in the table',
]

export const scale: Section = {
  title: 'Scale',
  about: `A project of many services, each about 5 kB long, answered from memory: only the page counts. *Opened* is the time from
the page's start until rows are on the screen. Keys are pressed one by one in the search field, each changing the result;
both figures start at the key's own time. Then the list is sorted by name and scrolled by 120 pixels in each of 120 frames;
a frame is late after 25 ms. The heap is measured after garbage collection, going back and forth between a list of 1,000 and five
of its services.`,
  run: async (bench) => {
    const rounds = bench.smoke ? ONCE : ROUNDS
    const hundred = await measure(bench, 100, rounds)
    const thousand = await measure(bench, 1000, rounds)
    const rows = [row('100', hundred), row('1,000', thousand)]
    if (bench.smoke) return { tables: [{ title: 'The list', columns: COLUMNS, rows }], targets: [], skipped: [] }

    const tenThousand = await measure(bench, 10_000, ROUNDS)
    rows.push(row('10,000', tenThousand))

    bench.report('memory after 10 and 100 changes of the page')
    const server = await openList(bench, 1000)
    const heaps = await measureHeap(bench.browser, server.origin + LIST, [10, 100])
    await server.close()
    const heap = growing('the heap', heaps, ({ all }) => all)
    const code = growing('of it code that the engine made of what runs often', heaps, ({ code: made }) => made)
    const held = growing('the rest: what the page holds', heaps, ({ all, code: made }) => all - made)
    return {
      tables: [
        { title: 'The list', columns: COLUMNS, rows },
        {
          title: 'Memory',
          columns: ['', 'after 10 changes of the page', 'after 100', 'growth'],
          rows: [heap, code, held],
        },
      ],
      targets: [
        {
          what: 'Key press to next paint at 10,000, in times of 1,000',
          measured: times(tenThousand.key / thousand.key),
          most: 2,
        },
        {
          what: 'Key press to its list at 10,000, in times of 1,000',
          measured: times(tenThousand.keyToList / thousand.keyToList),
          most: 2,
        },
        { what: 'Elements in the table at 10,000', measured: count(tenThousand.elements), most: 400 },
        { what: 'Longest task while 10,000 are opened', measured: ms(tenThousand.longestTask), most: 100 },
        { what: 'Growth of the heap from 10 to 100 changes of the page', measured: heap[3], most: 10 },
        { what: 'Growth of what the page holds in it', measured: held[3], most: 10 },
      ],
      skipped: [],
    }
  },
}
