/**
 * The loaded lines as gapless blocks, newest first. Between two blocks, lines may be missing, because they arrived faster
 * than they were read.
 */
import type { LogLine, LogPage } from '../../../api/logs.ts'

export interface Block {
  /** The newest first. */
  readonly lines: readonly LogLine[]
  /** Offset for the next older lines; undefined if the API has no more. */
  readonly older: string | undefined
}

export type Blocks = readonly Block[]

/** Number of matching lines needed to join a page to a block: some lines may repeat. */
const AGREEING = 20

/**
 * Index in a page at which the block's first lines start.
 * @returns undefined if they have no lines in common
 */
export const overlapAt = (page: readonly LogLine[], block: readonly LogLine[]): number | undefined => {
  const first = block[0]
  if (!first) return undefined
  const agrees = (start: number): boolean => {
    const count = Math.min(AGREEING, page.length - start, block.length)
    for (let index = 0; index < count; index++) {
      if (page[start + index]?.key !== block[index]?.key) return false
    }
    return true
  }
  const exact = page.findIndex(({ key }, index) => key === first.key && agrees(index))
  if (exact !== -1) return exact
  // Late lines of other nodes may be in between: then one common line is enough.
  const known = new Set(block.slice(0, page.length).map(({ key }) => key))
  const some = page.findIndex(({ key }) => known.has(key))
  return some === -1 ? undefined : some
}

/** A page's lines on top of a block's, without duplicates, in the page's order for common lines. */
const join = (page: readonly LogLine[], block: readonly LogLine[], start: number): readonly LogLine[] => {
  const first = page[start]?.key
  const from = block.findIndex(({ key }) => key === first)
  // What the page has beyond the first line in common is in the block too, but for what came late.
  const known = new Set(block.slice(0, from + page.length).map(({ key }) => key))
  const late = page.slice(start).filter(({ key }) => !known.has(key))
  return [...page.slice(0, start), ...block.slice(0, from), ...late, ...block.slice(from)]
}

const toBlock = ({ lines, offset }: LogPage): Block => ({ lines, older: lines.length > 0 ? offset : undefined })

/** Adds a reloaded first page: its new lines go on top, or form a new block above a gap. */
export const addNewest = (blocks: Blocks, page: LogPage): Blocks => {
  const [top, ...others] = blocks
  if (!top || top.lines.length === 0) return [toBlock(page)]
  if (page.lines.length === 0) return blocks
  const start = overlapAt(page.lines, top.lines)
  if (start === undefined) return [toBlock(page), ...blocks]
  const lines = join(page.lines, top.lines, start)
  return lines.length === top.lines.length ? blocks : [{ ...top, lines }, ...others]
}

/**
 * Adds the page that follows a block (identified by the page's offset) below its lines. If it reaches the next block, the
 * gap is closed.
 */
export const addOlder = (blocks: Blocks, offset: string, page: LogPage): Blocks => {
  const index = blocks.findIndex(({ older }) => older === offset)
  const block = blocks[index]
  const next = blocks[index + 1]
  if (!block) return blocks
  const before = blocks.slice(0, index)
  const start = next && overlapAt(page.lines, next.lines)
  // An empty page: nothing is missing.
  const joins = next && (start !== undefined || page.lines.length === 0)
  if (!joins) {
    const grown = { lines: [...block.lines, ...page.lines], older: toBlock(page).older }
    return [...before, grown, ...blocks.slice(index + 1)]
  }
  const lines = start === undefined ? next.lines : join(page.lines, next.lines, start)
  return [...before, { lines: [...block.lines, ...lines], older: next.older }, ...blocks.slice(index + 2)]
}

export const countLines = (blocks: Blocks): number => blocks.reduce((sum, { lines }) => sum + lines.length, 0)

export const hasLine = (blocks: Blocks, key: string): boolean =>
  blocks.some(({ lines }) => lines.some((line) => line.key === key))

/** The time of the oldest line that has one. */
export const oldestTime = (blocks: Blocks): number | undefined =>
  blocks.at(-1)?.lines.findLast(({ at }) => at !== undefined)?.at

/** The line nearest to a moment, preferably not after it. */
export const lineAt = (blocks: Blocks, moment: number): LogLine | undefined => {
  const lines = blocks.flatMap((block) => block.lines).filter(({ at }) => at !== undefined)
  return lines.find(({ at }) => at !== undefined && at <= moment) ?? lines.at(-1)
}
