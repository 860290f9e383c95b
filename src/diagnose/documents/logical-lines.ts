/** Lines of a text, those that go on in the next one put together. */

export interface LogicalLine {
  /** Where it begins in the text. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** @param continuation matches a line that goes on in the next one */
export const logicalLines = (text: string, continuation: RegExp): LogicalLine[] => {
  const lines: LogicalLine[] = []
  let at = 0
  let open: LogicalLine | undefined
  for (const line of text.split('\n')) {
    const end = at + line.length
    const whole: LogicalLine = open
      ? { start: open.start, end, text: text.slice(open.start, end) }
      : { start: at, end, text: line }
    if (continuation.test(line)) open = whole
    else {
      lines.push(whole)
      open = undefined
    }
    at = end + 1
  }
  if (open) lines.push(open)
  return lines
}
