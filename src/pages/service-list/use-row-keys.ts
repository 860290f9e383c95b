import { useEffect, type RefObject } from 'react'

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('tbody tr') : null

/** The next row with a service in that direction: a windowed table has empty rows as spacers. */
const neighbour = (row: Element, side: 'nextElementSibling' | 'previousElementSibling'): HTMLElement | null => {
  let other = row[side]
  while (other && !other.querySelector('a')) other = other[side]
  return other?.querySelector('a') ?? null
}

/**
 * Up and down move between rows, space on a row's link selects it; up from the first row leads back to the search.
 * Enter opens the row, as everywhere on links.
 */
export const useRowKeys = (table: RefObject<HTMLElement | null>, field: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const element = table.current
    const listener = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event
      const row = rowOf(target)
      if (!row || ctrlKey || metaKey || altKey || shiftKey) return
      if (key === 'ArrowDown') neighbour(row, 'nextElementSibling')?.focus()
      else if (key === 'ArrowUp') (neighbour(row, 'previousElementSibling') ?? field.current)?.focus()
      else if (key === ' ' && (target as Element).matches('a')) row.querySelector('input')?.click()
      else return
      event.preventDefault()
    }
    element?.addEventListener('keydown', listener)
    return () => {
      element?.removeEventListener('keydown', listener)
    }
  }, [table, field])
}
