import { useEffect } from 'react'

import { singleKey } from '../ui/shortcuts.ts'

/** The page's own search field, as far as it's there. */
const searchField = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('main input[type=search]')].find((field) => field.checkVisibility())

/** What a user does instead of waiting for the field. */
const GIVES_UP = ['keydown', 'pointerdown', 'click', 'popstate'] as const

/** `/` leads to the page's search field: at once, or once the page has loaded so far. */
export const useSearchKey = (): void => {
  useEffect(() => {
    const go = (): boolean => {
      const field = searchField()
      field?.focus()
      field?.select()
      return field !== undefined
    }
    const waiting = new MutationObserver(() => {
      if (go()) waiting.disconnect()
    })
    const giveUp = () => {
      waiting.disconnect()
    }
    const press = (event: KeyboardEvent) => {
      if (singleKey(event) !== '/' || document.querySelector('dialog[open]')) return
      if (go()) event.preventDefault()
      else waiting.observe(document.body, { childList: true, subtree: true })
    }
    for (const kind of GIVES_UP) addEventListener(kind, giveUp, true)
    addEventListener('keydown', press)
    return () => {
      giveUp()
      for (const kind of GIVES_UP) removeEventListener(kind, giveUp, true)
      removeEventListener('keydown', press)
    }
  }, [])
}
