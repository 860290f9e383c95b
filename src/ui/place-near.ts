const MARGIN = 6

/** Whether the element is above or below its anchor, and which edges are aligned. */
export interface Placement {
  /** Distance from the anchor. */
  readonly gap?: number
  /** Which edges are aligned. */
  readonly align?: 'left' | 'right'
}

/**
 * Places a fixed element below another, or above if there is room only there; always inside the window. CSS anchors
 * aren't used: their fallbacks freeze WebKit 26, and Firefox has them only from 147.
 */
const placeNear = (floating: HTMLElement, anchor: HTMLElement, { gap = MARGIN, align }: Placement = {}): void => {
  const target = anchor.getBoundingClientRect()
  const { width, height } = floating.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = align === 'right' ? target.right - width : target.left
  const below = target.bottom + gap
  const above = target.top - gap - height
  const top = below + height <= clientHeight || above < 0 ? below : above
  floating.style.left = `${String(Math.max(MARGIN, Math.min(left, clientWidth - width - MARGIN)))}px`
  floating.style.top = `${String(Math.max(MARGIN, Math.min(top, clientHeight - height - MARGIN)))}px`
}

/**
 * Keeps the element in place while the page scrolls or changes, and while the element grows.
 * @returns a function that stops it
 */
export const keepNear = (floating: HTMLElement, anchor: HTMLElement, placement?: Placement): (() => void) => {
  const place = () => {
    placeNear(floating, anchor, placement)
  }
  place()
  const observer = new ResizeObserver(place)
  observer.observe(floating)
  observer.observe(document.documentElement)
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
  return () => {
    observer.disconnect()
    removeEventListener('scroll', place, { capture: true })
    removeEventListener('resize', place)
  }
}
