import { defaultRangeExtractor, measureElement, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useEffect, useLayoutEffect, useRef, useState, type Key, type ReactNode } from 'react'

import { useSteadyEnd } from './use-steady-end.ts'

/** Estimated heights until a row is measured: a table row, and a stacked one. */
const ROW_HEIGHT = 59
const STACKED_HEIGHT = 150
/** Until the table is rendered: below this width of the window, in pixels, its rows are expected to be stacked. */
const STACKED_BELOW = 640

/**
 * Last measured row heights, by table and window width: on returning to a list, it has the same height and the same rows
 * in the same place.
 */
const lastHeights = new Map<string, { readonly width: number; readonly ofRow: Map<Key, number> }>()

/** Whether the element has a layout: in print and in hidden parts it has no height, so it must not be measured. */
const isLaidOut = (element: Element): boolean => element.getClientRects().length > 0

/** Offset of the rows from the top of the document, and the height of most rows. */
const useMeasures = () => {
  const ref = useRef<HTMLDivElement>(null)
  const [measures, setMeasures] = useState(() => ({
    offset: 0,
    height: innerWidth < STACKED_BELOW ? STACKED_HEIGHT : ROW_HEIGHT,
  }))
  useLayoutEffect(() => {
    const measure = () => {
      const body = ref.current?.querySelector('tbody:last-of-type')
      if (!ref.current || !body || !isLaidOut(ref.current)) return
      const offset = Math.round(body.getBoundingClientRect().top + scrollY)
      const height = getComputedStyle(body).display === 'block' ? STACKED_HEIGHT : ROW_HEIGHT
      setMeasures((before) => (before.offset === offset && before.height === height ? before : { offset, height }))
    }
    measure()
    // Content above (filters, notices) may change its height at any time, which changes the page's height.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => {
      observer.disconnect()
    }
  }, [])
  return { ref, ...measures }
}

/** Spacer for rows that aren't in the document. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && <tr aria-hidden="true" style={{ height }} className="stacked:block" />

interface WindowedRowsProps {
  /** The table's name. */
  label: string
  /** Key of the entry to show first. */
  startAt: string | undefined
  entries: readonly { readonly key: string }[]
  /** Renders an entry's row; gets the ref that measures it. */
  draw: (index: number, measure: (row: HTMLTableRowElement | null) => void) => ReactNode
  /** The table around the rows. */
  frame: (rows: ReactNode) => ReactNode
}

/**
 * The same table with only some rows in the document: the visible ones, and the focused one with its neighbours.
 * `aria-rowcount` and `aria-rowindex` tell assistive technology about the others.
 */
export const WindowedRows = ({ label, startAt, entries, draw, frame }: WindowedRowsProps) => {
  const { ref, offset, height } = useMeasures()
  const [focused, setFocused] = useState<number>()
  const [heights] = useState(() => {
    const last = lastHeights.get(label)
    return last?.width === innerWidth ? last.ofRow : undefined
  })
  // A new function makes the virtualizer process all rows again: needed if the rows or their heights change.
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
    // Measuring inside the observer's callback would change the page during observation, which is an error.
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
  // As in the virtualizer, except while the end is held: compensate only for rows above the viewport.
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
    // oxlint-disable-next-line react/exhaustive-deps -- only on arrival: later the user scrolls
  }, [])

  let end = offset
  return (
    <div
      ref={ref}
      // The virtualizer keeps rows in place while measuring; the browser's scroll anchoring on top would scroll forever.
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
