/** The result of copying. */
export interface CopyResult {
  readonly text: string
  /** False where the browser refuses: no secure context, no permission, no focus, or a click too long ago. */
  readonly copied: boolean
}

const NOTHING = new Error('There’s nothing to copy')

/** Starts writing at once: an engine that wants the click to be now (WebKit) takes text that comes later only this way. */
const write = async (text: Promise<string | undefined>): Promise<void> => {
  const wanted = text.then((value) => {
    if (value === undefined) throw NOTHING
    return value
  })
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await wanted)
  const blob = wanted.then((value) => new Blob([value], { type: 'text/plain' }))
  // Nobody may take it, where there is no clipboard.
  blob.catch(() => undefined)
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

/**
 * Puts text on the clipboard. To be called in the click itself, with the text or with the promise of it; whoever
 * awaits anything before calling is refused in WebKit.
 * @returns undefined where the promise turns out to have no text: the clipboard stays as it was
 * @throws what the promise is rejected with: the clipboard stays as it was
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
