/** Keyboard shortcuts: which key is whose, and whether those of a single key are on (WCAG 2.1.4). */

const KEY = 'single-key-shortcuts'

/** The choice where storage is forbidden: it holds until the page goes. */
let unstored = true

/** Shortcuts of a single key are on until the user switches them off. */
export const singleKeysEnabled = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return unstored
  }
}

export const enableSingleKeys = (enabled: boolean): void => {
  try {
    if (enabled) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    unstored = enabled
  }
}

/** Whether a key that is pressed here is text for a control, and so no shortcut. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** The single key that was pressed as a shortcut, or undefined: with a modifier, in a field, or switched off. */
export const singleKey = (event: KeyboardEvent): string | undefined => {
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, key } = event
  const modified = ctrlKey || metaKey || altKey || isComposing || defaultPrevented
  return modified || isTyping(event) || !singleKeysEnabled() ? undefined : key
}
