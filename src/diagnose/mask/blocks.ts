/** Values that go on below their line: a block of YAML, a heredoc of shells and Terraform. */
import type { Range } from '../../lib/ranges.ts'

/** What says so at the end of a line: `|`, `>-`, `<<EOT`; an arrow, `=>`, doesn't. */
const OPENS = /(?:(?:^|[\s"'(:])[|>][-+0-9]{0,3}|(?:^|[\s"'(=:])<<[-~]?["']?(\w{1,40})["']?)[ \t]*(?:#[^\n]*)?$/

/** Longer blocks than this are no secrets. */
const LONGEST = 10_000

const endOf = (text: string, start: number, goesOn: (line: string) => boolean): number => {
  let end = start
  for (const line of text.slice(start, start + LONGEST).split('\n')) {
    if (!goesOn(line)) break
    end += line.length + 1
  }
  return Math.min(end, text.length)
}

/** What is below a secret whose value begins with its line's end. */
export const blocksBelow = (text: string, secrets: readonly Range[]): Range[] =>
  secrets.flatMap(({ start, end }) => {
    const lineEnd = text.indexOf('\n', Math.max(start, end - 1))
    if (lineEnd === -1) return []
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1
    const line = text.slice(Math.max(lineStart, lineEnd - 300), lineEnd).trimEnd()
    const opened = OPENS.exec(line)
    if (!opened) return []
    const [, mark] = opened
    const indent = text.slice(lineStart, lineEnd).search(/\S/)
    const isInside =
      mark === undefined
        ? (below: string) => below.trim() === '' || below.search(/\S/) > indent
        : (below: string) => below.trim() !== mark
    return [{ start: lineEnd + 1, end: endOf(text, lineEnd + 1, isInside) }]
  })
