import { useLayoutEffect, type RefObject } from 'react'

/** The part of the page around it; in a dialog, which isn't in that part, the button that sends or closes. */
const around = (element: HTMLElement) =>
  element.closest<HTMLElement>('[tabindex="-1"]') ??
  [...(element.closest('dialog')?.querySelectorAll<HTMLElement>('[type=submit], h2 + button') ?? [])].at(-1)

/** A control of the row below, or of the one above if it was the last. */
export const neighbour = (row: HTMLElement) =>
  (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>('a[href], button') ?? around(row)

/**
 * When an element goes while something in it has the focus (Retry that worked, Save that was sent), the focus doesn't go
 * back to the top.
 * @param next where it goes instead: to the part of the page around the element, if nothing else is said
 */
export const useFocusLeft = (
  ref: RefObject<HTMLElement | null>,
  next: (element: HTMLElement) => HTMLElement | null | undefined = around,
) => {
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      const successor = next(element)
      // React also calls this when it only hides the element for a while: then the focus must not move to another row.
      queueMicrotask(() => {
        if (!element.isConnected && document.activeElement === document.body) successor?.focus({ preventScroll: true })
      })
    }
  }, [ref, next])
}
