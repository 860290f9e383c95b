/** The browser functions that the flows need, so that one script runs in every engine. */

/** How long one request to a browser may take: a page that has frozen answers none. */
export const PATIENCE_MS = 20_000

export interface Point {
  readonly x: number
  readonly y: number
}

export type Key = 'Tab' | 'Escape' | 'Enter' | 'Backspace'

/** A new window, with no data of the previous one. */
export interface Tab {
  readonly goTo: (url: string) => Promise<void>
  readonly back: () => Promise<void>
  /** Runs the body of an async function in the page. @returns what it returns, which JSON can carry */
  readonly run: (body: string) => Promise<unknown>
  readonly move: (to: Point) => Promise<void>
  readonly click: (at: Point) => Promise<void>
  /** Presses the mouse at one point, and lets go at another. */
  readonly drag: (from: Point, to: Point) => Promise<void>
  readonly press: (key: Key) => Promise<void>
  /** A character with the Control key held down. */
  readonly control: (character: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Prints the page, as far as the engine can. */
  readonly print: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface Engine {
  readonly name: string
  readonly version: string
  /** The folder that it saves files in. */
  readonly downloads: string
  readonly open: () => Promise<Tab>
  readonly close: () => Promise<void>
}

/** @throws when the work takes longer than one request may */
export const inTime = async <T>(what: string, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: no answer within ${String(PATIENCE_MS / 1000)} s`))
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
