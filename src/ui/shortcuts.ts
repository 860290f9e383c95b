/** Keyboard shortcuts: whether a key press is one, and whether single-key shortcuts are on (WCAG 2.1.4). */
import { storeItem, storedItem } from '../lib/browser-storage.ts'

const KEY = 'single-key-shortcuts'

/** Single-key shortcuts are on until the user switches them off. */
export const singleKeysEnabled = (): boolean => storedItem(KEY) !== 'off'

/** @returns false where the browser doesn't keep the choice */
export const enableSingleKeys = (enabled: boolean): boolean => storeItem(KEY, enabled ? undefined : 'off')

/** Whether a key pressed here is input for a control, so not a shortcut. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

/** The single key pressed as a shortcut; undefined with a modifier, in a field, or if they are switched off. */
export const singleKey = (event: KeyboardEvent): string | undefined => {
  const { ctrlKey, metaKey, altKey, isComposing, defaultPrevented, key } = event
  const modified = ctrlKey || metaKey || altKey || isComposing || defaultPrevented
  return modified || isTyping(event) || !singleKeysEnabled() ? undefined : key
}
