import { useEffect, useRef } from 'react'

interface CodeRegionProps {
  /** Name of the region, for people who come to it by keyboard or screen reader. */
  label: string
  text: string
  /** Select the whole text, so that it can be copied by hand: again whenever this number grows. */
  selected?: number
  /** As high as its text is, rather than scrolling inside itself. */
  whole?: boolean
  /** Prose: lines may break. */
  wrap?: boolean
  /** Holds no secret: may stand on paper. Everything else stays off it, because anything may be shown here. */
  printable?: boolean
}

/** Code, PEM and the like: scrolls inside itself, never the page, and can be reached by keyboard. */
export const CodeRegion = ({
  label,
  text,
  selected = 0,
  whole = false,
  wrap = false,
  printable = false,
}: CodeRegionProps) => {
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
      className={`${whole ? '' : 'max-h-72'} overflow-auto rounded-md border border-border bg-sunken p-3 font-mono text-xs print:max-h-none print:wrap-anywhere print:whitespace-pre-wrap ${wrap ? 'wrap-anywhere whitespace-pre-wrap' : ''} ${printable ? '' : 'print:hidden'}`}
    >
      {text}
    </pre>
  )
}
