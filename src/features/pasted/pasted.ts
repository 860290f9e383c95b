/**
 * Passes a pasted text to Troubleshoot through this module's memory. The text may contain a password or a key, so it
 * never goes into a URL, the history, storage or a query key.
 */
let waiting: string | undefined
let taker: ((text: string) => void) | undefined

/** Hands a text to Troubleshoot: at once if it is open, otherwise when it opens. */
export const passOn = (text: string): void => {
  if (taker) taker(text)
  else waiting = text
}

/** Used by the page that reads the text. Returns a function that stops listening. */
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

/** Whether a text is an error, a connection string or a certificate, not a name to search for. */
export const isMaterial = (text: string): boolean =>
  /[\r\n]|:\/\/|-----BEGIN|\b(error|failed|failure|exception|refused|handshake|certificate verify)\b|\b\w*ssl\w*=|password=/i.test(
    text,
  ) || text.trim().split(/\s+/).length > 6
