/** Time for the browser to read the blob before its URL is revoked. */
const REVOKE_AFTER_MS = 30_000

/** The same file again within this time is the second click of a double click. */
const DOUBLE_CLICK_MS = 1000

let last: { name: string; content: string } | undefined

/** Saves a file through the browser's downloads, byte for byte. A double click saves it once. */
export const saveFile = (name: string, content: string | Uint8Array, type: string): void => {
  const current = { name, content: String(content) }
  if (last?.name === current.name && last.content === current.content) return
  // Throws if the browser refuses the file: then the next click counts as a new one.
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  last = current
  setTimeout(() => {
    // A key must not stay in memory longer than needed.
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
