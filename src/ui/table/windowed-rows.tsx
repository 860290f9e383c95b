import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

/** Heights until a row has been measured: a row of the table, and one that is stacked. */
const ROW_HEIGHT = 57
const STACKED_HEIGHT = 110
/** Below this width, in pixels, rows are stacked: 40rem in app/theme.css. */
const STACKED_BELOW = 640

/** Where the rows begin, from the top of the document, and how high most of them are. */
const useMeasures = () => {
  const ref = useRef<HTMLDivElement>(null)
  const [measures, setMeasures] = useState({ offset: 0, height: ROW_HEIGHT })
  useLayoutEffect(() => {
    const measure = () => {
      const body = ref.current?.querySelector('tbody:last-of-type')
      if (!ref.current || !body) return
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

/** The height of rows that are not in the document. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && <tr aria-hidden="true" style={{ height }} className="stacked:block" />

interface WindowedRowsProps {
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
export const WindowedRows = ({ entries, draw, frame }: WindowedRowsProps) => {
  const { ref, offset, height } = useMeasures()
  const [focused, setFocused] = useState<number>()
  // A new function has the virtualizer go through all rows again: when they are others, or of another height.
  // oxlint-disable-next-line react/exhaustive-deps -- as said
  const getItemKey = useCallback((index: number) => entries[index]?.key ?? index, [entries, height])
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => height,
    overscan: 1,
    // Within the observer's turn the page would change its height once more, which browsers report as an error.
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

  let end = offset
  return (
    <div
      ref={ref}
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
