import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useEffect, useLayoutEffect, useRef, useState, type Key } from 'react'

import { ServicesFrame, ServiceTableRow, type ServicesTableProps } from '../services-table.tsx'

/** Heights until a row has been measured: a row of the table, and a card where it is narrow. */
const ROW_HEIGHT = 57
const CARD_HEIGHT = 172
const NARROW = '(width < 64rem)'

/**
 * How high rows were when they were last in sight, at that width of the window: whoever comes back to a list finds it
 * as high as it was, and so the same rows in the same place.
 */
const lastHeights = { width: 0, ofRow: new Map<Key, number>() }

/** Where the rows begin, from the top of the document. */
const useOffset = () => {
  const ref = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const body = ref.current?.querySelector('tbody')
      if (body) setOffset(Math.round(body.getBoundingClientRect().top + scrollY))
    }
    measure()
    // What stands above may grow and shrink at any time (filters, notices): the page does so with it.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => {
      observer.disconnect()
    }
  }, [])
  return { ref, offset }
}

/** The height of rows that are not in the document. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && <tr aria-hidden="true" style={{ height }} className="max-lg:block" />

/**
 * The same table, with only the rows in sight in the document, and the one that has the focus with its neighbours.
 * `aria-rowcount` and `aria-rowindex` tell assistive technology about the others.
 */
export const WindowedTable = ({ rows, columns, sort, onSort, selected, onSelect }: ServicesTableProps) => {
  const { ref, offset } = useOffset()
  const [focused, setFocused] = useState<number>()
  const height = matchMedia(NARROW).matches ? CARD_HEIGHT : ROW_HEIGHT
  const [heights] = useState(() => (lastHeights.width === innerWidth ? lastHeights.ofRow : undefined))
  // A new function has the virtualizer go through all rows again: when they are others, or of another height.
  // oxlint-disable-next-line react/exhaustive-deps -- as said
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows, height])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => heights?.get(getItemKey(index)) ?? height,
    overscan: 1,
    scrollMargin: offset,
    getItemKey,
    rangeExtractor: (range) => {
      const indexes = new Set(defaultRangeExtractor(range))
      for (const near of focused === undefined ? [] : [focused - 1, focused, focused + 1]) {
        if (near >= 0 && near < rows.length) indexes.add(near)
      }
      return [...indexes].toSorted((a, b) => a - b)
    },
  })

  useEffect(
    () => () => {
      if (lastHeights.width !== innerWidth) lastHeights.ofRow = new Map()
      lastHeights.width = innerWidth
      for (const [key, size] of virtualizer.itemSizeCache) lastHeights.ofRow.set(key, size)
    },
    [virtualizer],
  )

  let end = offset
  return (
    <div
      ref={ref}
      onFocus={({ target }) => {
        const index = target.closest('tr')?.dataset['index']
        setFocused(index === undefined ? undefined : Number(index))
      }}
      onBlur={({ relatedTarget }) => {
        if (!ref.current?.contains(relatedTarget)) setFocused(undefined)
      }}
    >
      <ServicesFrame columns={columns} sort={sort} onSort={onSort} count={rows.length + 1}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const gap = item.start - end
          end = item.end
          return (
            <Fragment key={item.key}>
              <Gap height={gap} />
              <ServiceTableRow
                row={row}
                columns={columns}
                isSelected={selected.has(row.key)}
                onSelect={onSelect}
                index={item.index}
                measure={virtualizer.measureElement}
              />
            </Fragment>
          )
        })}
        <Gap height={virtualizer.getTotalSize() + offset - end} />
      </ServicesFrame>
    </div>
  )
}
