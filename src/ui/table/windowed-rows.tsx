import { defaultRangeExtractor, measureElement, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useEffect, useLayoutEffect, useRef, useState, type Key, type ReactNode } from 'react'

import { useSteadyEnd } from './use-steady-end.ts'

/** Heights until a row has been measured: a row of the table, and one that is stacked. */
const ROW_HEIGHT = 59
const STACKED_HEIGHT = 150
/** Below this width, in pixels, rows are stacked: 40rem in app/theme.css. */
const STACKED_BELOW = 640

/**
 * How high rows were when they were last in sight, by table, at that width of the window: whoever comes back to a list
 * finds it as high as it was, and so the same rows in the same place.
 */
const lastHeights = new Map<string, { readonly width: number; readonly ofRow: Map<Key, number> }>()

/** Whether it is in the layout: on paper and behind what is hidden, nothing has a height, and none is to be learnt. */
const isLaidOut = (element: Element): boolean => element.getClientRects().length > 0

/** Where the rows begin, from the top of the document, and how high most of them are. */
const useMeasures = () => {
  const ref = useRef<HTMLDivElement>(null)
  // Before there is a table, the window tells nearly as well how wide it will be.
  const [measures, setMeasures] = useState(() => ({
    offset: 0,
    height: innerWidth < STACKED_BELOW ? STACKED_HEIGHT : ROW_HEIGHT,
  }))
  useLayoutEffect(() => {
    const measure = () => {
      const body = ref.current?.querySelector('tbody:last-of-type')
      if (!ref.current || !body || !isLaidOut(ref.current)) return
      const offset = Math.round(body.getBoundingClientRect().top + scrollY)
      const height = ref.current.clientWidth < STACKED_BELOW ? STACKED_HEIGHT : ROW_HEIGHT
      setMeasures((before) => (before.offset === offset && before.height === height ? before : { offset, height }))
    }
    measure()
    // What stands above may grow and shrink at any time (filters, notices): the page does so with it.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => {
      observer.disconnect()
    }
  }, [])
  return { ref, ...measures }
}

/** The height of rows that aren't in the document. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && <tr aria-hidden="true" style={{ height }} className="stacked:block" />

interface WindowedRowsProps {
  /** The table's name. */
  label: string
  /** Key of the entry that is to be in sight at first. */
  startAt: string | undefined
  entries: readonly { readonly key: string }[]
  /** The row of an entry, and what learns its height. */
  draw: (index: number, measure: (row: HTMLTableRowElement | null) => void) => ReactNode
  /** The table around the rows. */
  frame: (rows: ReactNode) => ReactNode
}

/**
 * The same table, with only the rows in sight in the document, and the one that has the focus with its neighbours.
 * `aria-rowcount` and `aria-rowindex` tell assistive technology about the others.
 */
export const WindowedRows = ({ label, startAt, entries, draw, frame }: WindowedRowsProps) => {
  const { ref, offset, height } = useMeasures()
  const [focused, setFocused] = useState<number>()
  const [heights] = useState(() => {
    const last = lastHeights.get(label)
    return last?.width === innerWidth ? last.ofRow : undefined
  })
  // A new function has the virtualizer go through all rows again: when they are others, or of another height.
  // oxlint-disable-next-line react/exhaustive-deps -- as said
  const getItemKey = useCallback((index: number) => entries[index]?.key ?? index, [entries, height])
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (index) => heights?.get(getItemKey(index)) ?? height,
    overscan: 0,
    measureElement: (row, entry, rows) =>
      isLaidOut(row)
        ? measureElement(row, entry, rows)
        : (rows.measurementsCache[rows.indexFromElement(row)]?.size ?? height),
    // Rows of any height: measured within the observer's turn, they would change the page under it, which is an error.
    useAnimationFrameWithResizeObserver: true,
    scrollMargin: offset,
    getItemKey,
    rangeExtractor: (range) => {
      const indexes = new Set(defaultRangeExtractor(range))
      for (const near of focused === undefined ? [] : [focused - 1, focused, focused + 1]) {
        if (near >= 0 && near < entries.length) indexes.add(near)
      }
      return [...indexes].toSorted((a, b) => a - b)
    },
  })

  const isEndHeld = useSteadyEnd(ref, entries)
  // As the virtualizer itself does it, but for the end that is held: rows that change their height only where they are above.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ key, start, end: below }) => {
    if (isEndHeld()) return false
    const top = virtualizer.scrollOffset ?? 0
    return virtualizer.itemSizeCache.has(key) ? below <= top && virtualizer.scrollDirection !== 'backward' : start < top
  }

  useEffect(
    () => () => {
      const last = lastHeights.get(label)
      const ofRow = last?.width === innerWidth ? last.ofRow : new Map<Key, number>()
      for (const [key, size] of virtualizer.itemSizeCache) ofRow.set(key, size)
      lastHeights.set(label, { width: innerWidth, ofRow })
    },
    [label, virtualizer],
  )

  useEffect(() => {
    const index = startAt === undefined ? -1 : entries.findIndex(({ key }) => key === startAt)
    if (index > 0) virtualizer.scrollToIndex(index, { align: 'center' })
    // oxlint-disable-next-line react/exhaustive-deps -- only where one comes in: later it is the user who scrolls
  }, [])

  let end = offset
  return (
    <div
      ref={ref}
      // The virtualizer keeps rows in place as they are measured; the browser doing so as well would scroll on for ever.
      className="[overflow-anchor:none]"
      onFocus={({ target }) => {
        const index = target.closest<HTMLElement>('tr[data-index]')?.dataset['index']
        setFocused(index === undefined ? undefined : Number(index))
      }}
      onBlur={({ relatedTarget }) => {
        if (!ref.current?.contains(relatedTarget)) setFocused(undefined)
      }}
    >
      {frame(
        <>
          {virtualizer.getVirtualItems().map((item) => {
            const gap = item.start - end
            end = item.end
            return (
              <Fragment key={item.key}>
                <Gap height={gap} />
                {draw(item.index, virtualizer.measureElement)}
              </Fragment>
            )
          })}
          <Gap height={virtualizer.getTotalSize() + offset - end} />
        </>,
      )}
    </div>
  )
}
