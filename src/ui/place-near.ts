const MARGIN = 6

/** Above or below what it belongs to, and along which of its sides. */
export interface Placement {
  /** The distance between the two. */
  readonly gap?: number
  /** Which edges are in line. */
  readonly align?: 'left' | 'right'
}

/**
 * Puts a fixed element below another, or above it where only there is room; always inside the window. By hand, and not
 * by CSS anchors: their fallbacks freeze WebKit 26, and Firefox has them from 147 on.
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
 * Keeps it there while the page scrolls and changes, and while it grows itself.
 * @returns ends it
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
