/** Long enough for every browser to have read the blob before its URL goes. */
const REVOKE_AFTER_MS = 30_000

/** Hands a file to the browser's downloads, byte for byte. */
export const saveFile = (name: string, content: string | Uint8Array, type: string): void => {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, REVOKE_AFTER_MS)
}
