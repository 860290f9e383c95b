import { Component, type ReactNode } from 'react'

import { isLostCode, reloadOnce } from '../lib/lost-code.ts'
import { Button } from './button.tsx'
import { Problem } from './notice.tsx'

interface LostPartProps {
  /** Makes the next attempt load the code again. Called as soon as loading it has failed. */
  onLost: () => void
  /** What closes the part, if it is opened and closed; then it can be opened again. */
  onClose: (() => void) | undefined
  children: ReactNode
}

interface LostPartState {
  readonly error?: unknown
  /** Reloading the page doesn't help: the network is down, or the code is gone for good. */
  readonly isSettled: boolean
}

const show = (element: HTMLElement | null) => {
  element?.showPopover()
}

const INTACT: LostPartState = { error: undefined, isSettled: false }

/**
 * Keeps the page if a part of it, such as a dialog, can't be loaded: what the user typed elsewhere stays, and Retry loads
 * the part. Other errors go on to the page's own boundary.
 */
export class LostPart extends Component<LostPartProps, LostPartState> {
  override state = INTACT

  static getDerivedStateFromError(error: unknown): LostPartState {
    return { error, isSettled: false }
  }

  override componentDidCatch(error: unknown) {
    if (!isLostCode(error)) return
    this.props.onLost()
    void reloadOnce(() => {
      this.setState({ isSettled: true })
    })
  }

  override render() {
    const { error, isSettled } = this.state
    const { onClose, children } = this.props
    if (error === undefined) return children
    if (!isLostCode(error)) throw error
    if (!isSettled) return null
    const retry = () => {
      this.setState(INTACT)
    }
    return (
      // Over the page, wherever the part stands: in a row of buttons, in a menu, in another dialog.
      <div
        ref={show}
        popover="manual"
        className="fixed inset-auto right-4 bottom-4 m-0 ml-4 max-w-md rounded-md border border-bad p-0 shadow-lg print:hidden"
      >
        <Problem
          testId="part-lost"
          actions={
            <>
              <Button onClick={retry}>Retry</Button>
              {onClose && (
                <Button
                  onClick={() => {
                    retry()
                    onClose()
                  }}
                >
                  Close
                </Button>
              )}
            </>
          }
        >
          This part couldn’t be loaded: the network is down, or the console was updated since you opened it. If Retry
          doesn’t help, reload the page.
        </Problem>
      </div>
    )
  }
}
