/** The result of copying. */
export interface CopyResult {
  readonly text: string
  /** False where the browser refuses: no secure context, no permission, no focus, or a click too long ago. */
  readonly copied: boolean
}

const NOTHING = new Error('There’s nothing to copy')

/** Starts writing at once: WebKit accepts text that arrives after the click only as a promise passed within the click. */
const write = async (text: Promise<string | undefined>): Promise<void> => {
  const wanted = text.then((value) => {
    if (value === undefined) throw NOTHING
    return value
  })
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await wanted)
  const blob = wanted.then((value) => new Blob([value], { type: 'text/plain' }))
  // Without a clipboard nothing handles its rejection.
  blob.catch(() => undefined)
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

/**
 * Puts text on the clipboard. Call it in the click handler itself, with the text or a promise of it: WebKit refuses a
 * call that comes after an `await`.
 * @returns undefined if the promise resolves to no text: the clipboard stays unchanged
 * @throws the promise's rejection: the clipboard stays unchanged
 */
export const copyText = async (source: string | Promise<string | undefined>): Promise<CopyResult | undefined> => {
  const text = Promise.resolve(source)
  const written = write(text).then(
    () => true,
    () => false,
  )
  const value = await text
  return value === undefined ? undefined : { text: value, copied: await written }
}
