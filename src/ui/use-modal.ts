import { useLayoutEffect, type RefObject } from 'react'

/** Whether the point is inside the dialog, not on its backdrop. */
const isInside = (dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

/**
 * Closes a dialog by a click outside it, in every engine (Safari has `closedby` from 27.3). The press must be outside
 * too: selecting text and releasing outside isn't a click there.
 */
const closeBeside = (dialog: HTMLDialogElement, signal: AbortSignal): void => {
  let pressedBeside = false
  const isBeside = (event: MouseEvent) => event.target === dialog && !isInside(dialog, event)
  dialog.addEventListener(
    'pointerdown',
    (event) => {
      pressedBeside = isBeside(event)
    },
    { signal },
  )
  dialog.addEventListener(
    'click',
    (event) => {
      if (pressedBeside && isBeside(event)) dialog.close()
    },
    { signal },
  )
}

const CONTROLS = 'a[href], button, input, select, textarea, summary'

/** The elements around one, the nearest first. */
const ancestors = (element: Element | null): Element[] =>
  element?.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : []

interface ModalOptions {
  /** Whether a click outside closes it; Escape always does. */
  readonly besideCloses: boolean
  /** Called when it has closed, for any reason. */
  readonly onClose: () => void
}

/**
 * Makes a `dialog` element modal, and open as long as it is rendered.
 * @returns for the element's `onClose`
 */
export const useModal = (
  ref: RefObject<HTMLDialogElement | null>,
  { besideCloses, onClose }: ModalOptions,
): (() => void) => {
  // Before the element is removed: otherwise the dialog doesn't return the focus.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const listening = new AbortController()
    if (besideCloses) closeBeside(dialog, listening.signal)
    const places = ancestors(document.activeElement)
    dialog.showModal()
    return () => {
      listening.abort()
      dialog.close()
      const { activeElement, body } = document
      if (activeElement !== body && !dialog.contains(activeElement)) return
      const main = document.querySelector('main')
      // What opened it is gone: the nearest that is left, such as another button of its row. What is around the page's
      // content doesn't count: its first control is the link to the content.
      const left = places.filter((place) => place.isConnected && (place === main || !place.contains(main)))
      const nearest = left
        .map((place) => place.querySelector<HTMLElement>(CONTROLS))
        .find((control) => control !== null)
      const target = nearest ?? main
      target?.focus({ preventScroll: true })
    }
  }, [ref, besideCloses])
  // In development React may run effects twice: a dialog that is open again wasn't closed by the user.
  return () => {
    if (ref.current?.open !== true) onClose()
  }
}
