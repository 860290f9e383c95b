/** Time for the browser to read the blob before its URL is revoked. */
const REVOKE_AFTER_MS = 30_000

/** The same file again within this time is the second click of a double click. */
const DOUBLE_CLICK_MS = 1000

/** A file that the browser has. */
interface Held {
  readonly content: string | Uint8Array
  readonly type: string
  readonly url: string
}

const prepared = new Set<Held>()

let last: { name: string; content: string } | undefined

/** @throws if the browser refuses the file */
const handOver = (content: string | Uint8Array, type: string): Held => ({
  content,
  type,
  url: URL.createObjectURL(new Blob([content as BlobPart], { type })),
})

const revokeLater = ({ url }: Held) => {
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, REVOKE_AFTER_MS)
}

/**
 * Hands a file to the browser before anyone asks for it: then `saveFile` has only to name it. Not for secrets, which the browser
 * would hold for as long.
 * @returns lets go of it
 */
export const prepareFile = (content: string, type: string): (() => void) => {
  let held: Held
  try {
    held = handOver(content, type)
  } catch {
    // Refused: so will the click be, which says so.
    return () => undefined
  }
  prepared.add(held)
  return () => {
    prepared.delete(held)
    revokeLater(held)
  }
}

/**
 * Saves a file through the browser's downloads, byte for byte. A double click saves it once.
 * @throws if the browser refuses the file
 */
export const saveFile = (name: string, content: string | Uint8Array, type: string): void => {
  const current = { name, content: String(content) }
  if (last?.name === current.name && last.content === current.content) return
  const ready = [...prepared].find((held) => held.content === content && held.type === type)
  // If it throws, the next click counts as a new one.
  const held = ready ?? handOver(content, type)
  last = current
  setTimeout(() => {
    // A key must not stay in memory longer than needed.
    if (last === current) last = undefined
  }, DOUBLE_CLICK_MS)
  const link = document.createElement('a')
  link.href = held.url
  link.download = name
  link.click()
  if (!ready) revokeLater(held)
}
