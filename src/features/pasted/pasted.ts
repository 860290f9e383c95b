/**
 * A text on its way to Troubleshoot from wherever it was pasted: in this module's memory, and nowhere else. It may hold a
 * password or a key, so it never becomes part of a URL, the history, storage or a query's key.
 */
let waiting: string | undefined
let taker: ((text: string) => void) | undefined

/** Hands a text to the page that reads it: at once where it is open, else when it opens. */
export const passOn = (text: string): void => {
  if (taker) taker(text)
  else waiting = text
}

/** For the page that reads it. Returns what ends that. */
export const takePasted = (take: (text: string) => void): (() => void) => {
  taker = take
  if (waiting !== undefined) {
    const text = waiting
    waiting = undefined
    take(text)
  }
  return () => {
    if (taker === take) taker = undefined
  }
}

/** Whether a text is something to read rather than a name to look for: an error, a connection string, a certificate. */
export const isMaterial = (text: string): boolean =>
  /[\r\n]|:\/\/|-----BEGIN|\b(error|failed|failure|exception|refused|handshake|certificate verify)\b|\b\w*ssl\w*=|password=/i.test(
    text,
  ) || text.trim().split(/\s+/).length > 6
