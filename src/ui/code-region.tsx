import { useEffect, useRef } from 'react'

interface CodeRegionProps {
  /** Name of the region, for keyboard and screen reader users. */
  label: string
  text: string
  /** Selects the whole text for manual copying, whenever this number grows. */
  selected?: number
  /** As tall as its text, instead of scrolling. */
  whole?: boolean
  /** Contains no secret, so it may be printed. Otherwise the text isn't printed, because it may be anything. */
  printable?: boolean
}

/**
 * Code, PEM and the like. Long lines wrap: what matters most often stands at their end, such as `sslmode` in a URI. Many
 * lines scroll inside their own box, not the page, which is reachable by keyboard.
 */
export const CodeRegion = ({ label, text, selected = 0, whole = false, printable = false }: CodeRegionProps) => {
  const ref = useRef<HTMLPreElement>(null)
  useEffect(() => {
    if (selected === 0 || !ref.current) return
    ref.current.focus()
    getSelection()?.selectAllChildren(ref.current)
  }, [selected])
  return (
    <pre
      ref={ref}
      role="region"
      aria-label={label}
      translate="no"
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`${whole ? '' : 'max-h-72'} overflow-auto rounded-md border border-border bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap print:max-h-none ${printable ? '' : 'print:hidden'}`}
    >
      {text}
    </pre>
  )
}
