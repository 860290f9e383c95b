/**
 * Puts text on the clipboard.
 * @returns false where the browser refuses: no secure context, no permission, no focus
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
