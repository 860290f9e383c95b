/** Long enough for every browser to have read the blob before its URL goes. */
const REVOKE_AFTER_MS = 30_000

/** The same file again, so soon: the second half of a double click. */
const DOUBLE_CLICK_MS = 1000

let last: { name: string; content: string } | undefined

/** Hands a file to the browser's downloads, byte for byte. Two fast clicks make one file. */
export const saveFile = (name: string, content: string | Uint8Array, type: string): void => {
  const current = { name, content: String(content) }
  if (last?.name === current.name && last.content === current.content) return
  // Throws where the browser takes no file: then the next click is no echo of this one.
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  last = current
  setTimeout(() => {
    // A key must not stay in memory for the sake of double clicks.
    if (last === current) last = undefined
  }, DOUBLE_CLICK_MS)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, REVOKE_AFTER_MS)
}
