import { useLayoutEffect, type RefObject } from 'react'

/** Whether that point lies in the dialog itself, and not on what it darkens around it. */
const isInside = (dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean => {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
}

/**
 * Closes a dialog by a click beside it, in every engine (`closedby` came to Safari with 27.3). The press must have been
 * beside it too: whoever selects text and lets go outside hasn't clicked there.
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

interface ModalOptions {
  /** Whether a click beside it closes it; Escape does in any case. */
  readonly besideCloses: boolean
  /** It has closed, by whatever it was. */
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
  // Before the element goes: a dialog that is closed no more gives no focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const listening = new AbortController()
    if (besideCloses) closeBeside(dialog, listening.signal)
    dialog.showModal()
    return () => {
      listening.abort()
      dialog.close()
    }
  }, [ref, besideCloses])
  // React may run effects twice while developing: a dialog that is open again wasn't closed by anyone.
  return () => {
    if (ref.current?.open !== true) onClose()
  }
}
