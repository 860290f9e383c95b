import { useEffect, useRef, useState, type ReactNode } from 'react'

const LINE = 'th button[aria-expanded]'

const lineIn = (row: Element | null | undefined) => row?.querySelector<HTMLElement>(LINE)

/** The next line in that direction. Gaps, details and the spacers of a windowed table are rows without one. */
const neighbour = (line: Element, side: 'nextElementSibling' | 'previousElementSibling') => {
  let row = line.closest('tr')?.[side]
  while (row && !lineIn(row)) row = row[side]
  return lineIn(row)
}

const isLine = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches(LINE)

const isInView = (line: Element): boolean => {
  const { top, bottom } = line.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/**
 * Makes the lines of a log one tab stop, however many there are: Tab leads to the line that last had the focus, or the
 * first in view; up and down move between lines. The stop is a button of its own, because a windowed table may hold the
 * line that would be the stop or not: its focus goes on to a line, and so does a press, which screen readers can send.
 */
export const LineKeys = ({ children }: { children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLElement>(undefined)
  const [isOnLine, setOnLine] = useState(false)
  const enter = () => {
    const lines = [...(box.current?.querySelectorAll<HTMLElement>(LINE) ?? [])]
    const line = lines.find((one) => one === last.current) ?? lines.find(isInView) ?? lines[0]
    line?.focus()
  }
  useEffect(() => {
    const element = box.current
    const listening = new AbortController()
    const { signal } = listening
    element?.addEventListener(
      'keydown',
      (event) => {
        const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event
        const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
        if (!isArrow || ctrlKey || metaKey || altKey || shiftKey || !isLine(target)) return
        const line = neighbour(target, key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling')
        if (!line) return
        line.focus()
        event.preventDefault()
      },
      { signal },
    )
    element?.addEventListener(
      'focusin',
      ({ target }) => {
        setOnLine(isLine(target))
        if (isLine(target)) last.current = target
      },
      { signal },
    )
    element?.addEventListener(
      'focusout',
      () => {
        setOnLine(false)
      },
      { signal },
    )
    return () => {
      listening.abort()
    }
  }, [])
  return (
    <div ref={box}>
      {/* Not while a line has the focus: Shift+Tab leaves the lines. Fixed: its focus must not scroll the page. */}
      <button
        type="button"
        tabIndex={isOnLine ? -1 : 0}
        onFocus={enter}
        onClick={enter}
        className="sr-only fixed! top-1/2 print:hidden"
      >
        To the lines (up and down keys move between them)
      </button>
      {children}
    </div>
  )
}
