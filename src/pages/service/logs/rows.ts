import type { Blocks } from './blocks.ts'
import type { LogRow } from './log-columns.tsx'

/** The lines that hold a text, with the gaps between blocks. */
export const toRows = (blocks: Blocks, search: string): readonly LogRow[] => {
  const needle = search.trim().toLowerCase()
  const rows: LogRow[] = []
  for (const [index, { lines }] of blocks.entries()) {
    if (index > 0) {
      const { older: offset } = blocks[index - 1] ?? {}
      rows.push({ kind: 'gap', offset, key: `gap-${offset ?? String(index)}` })
    }
    for (const line of lines) if (needle === '' || line.searchText.includes(needle)) rows.push({ kind: 'line', line })
  }
  return rows
}
