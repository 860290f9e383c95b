/** Dumps of bytes, as `hexdump -C`, `xxd` and `tcpdump -X` print them. */
import type { Range } from '../../lib/ranges.ts'

/** An offset, up to sixteen bytes, and the same as characters. */
const LINE = /^[ \t]*(?:0x)?[0-9a-f]{4,8}:?[ \t]+((?:[0-9a-f]{2,4}(?: {1,2}|(?=\n|$))){1,16})[^\n]*$/gim

/** A dump's bytes as text; what is found in it stands for the lines it was printed in. */
export const dumpReading = (
  text: string,
): { readonly text: string; readonly outward: (range: Range) => Range } | undefined => {
  const lines: (Range & { readonly from: number })[] = []
  let shown = ''
  for (const { 0: line, 1: bytes = '', index } of text.matchAll(LINE)) {
    const digits = bytes.replaceAll(' ', '')
    if (digits.length < 4) continue
    lines.push({ start: index + line.indexOf(bytes), end: index + line.length, from: shown.length })
    for (let at = 0; at < digits.length; at += 2)
      shown += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16))
  }
  if (lines.length === 0) return undefined
  const lineAt = (at: number) => lines.findLast(({ from }) => from <= at)
  return {
    text: shown,
    outward: ({ start, end }) => ({ start: lineAt(start)?.start ?? 0, end: lineAt(end - 1)?.end ?? 0 }),
  }
}
