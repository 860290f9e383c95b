/** Globals that `in-page.js` adds to the measured pages. */
interface InPage {
  /** Prepares to measure the next input of a type. */
  readonly awaitInput: (type: 'keydown' | 'click') => void
  /** Milliseconds from that input until the next paint, and until the resulting list is painted. */
  readonly response: () => Promise<{ next: number; list: number }>
  readonly scroll: (frames: number, pixels: number) => Promise<number[]>
  /** When a condition is true and painted, in milliseconds of the page's clock. */
  readonly until: (check: () => boolean) => Promise<number>
  /** Milliseconds from the last byte of the newest metrics answer until that many charts show it. */
  readonly figuresDrawn: (figures: number) => Promise<number>
  /** Elements in the table of that name. */
  readonly elements: (label: string) => number
  /** Milliseconds of the longest task so far; 0 if none took 50. */
  readonly longestTask: () => number
  /** Layout shift so far, except after input. */
  readonly shifted: () => number
  /** When the list of services was in the document, and when on the screen, in milliseconds of the page's clock. */
  readonly list: () => Promise<{ usable: number; painted: number }>
  /** When the first text was on the screen. */
  readonly firstText: () => number | undefined
  /** When the last click happened, in milliseconds since 1970; NaN without one. */
  readonly clicked: () => number
  /** When the page's clock was 0, in milliseconds since 1970. */
  readonly wall: () => number
}

declare var inPage: InPage
