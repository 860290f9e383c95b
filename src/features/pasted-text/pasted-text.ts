/**
 * Passes a pasted text to Troubleshoot through this module's memory. The text may contain a password or a key, so it
 * never goes into a URL, the history, storage or a query key.
 */
let pendingText: string | undefined
let receiver: ((text: string) => void) | undefined

/** Hands a text to Troubleshoot: at once if it is open, otherwise when it opens. */
export const sendToTroubleshoot = (text: string): void => {
  if (receiver) receiver(text)
  else pendingText = text
}

/** Used by the page that reads the text. Returns a function that stops listening. */
export const onPastedText = (take: (text: string) => void): (() => void) => {
  receiver = take
  if (pendingText !== undefined) {
    const text = pendingText
    pendingText = undefined
    take(text)
  }
  return () => {
    if (receiver === take) receiver = undefined
  }
}

/** Whether a text is an error, a connection string or a certificate, not a name to search for. */
export const isMaterial = (text: string): boolean =>
  /[\r\n]|:\/\/|-----BEGIN|\b(error|failed|failure|exception|refused|handshake|certificate verify)\b|\b\w*ssl\w*=|password=/i.test(
    text,
  ) || text.trim().split(/\s+/).length > 6
