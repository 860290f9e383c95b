import { useEffect, useRef } from 'react'
import type { Blocker } from 'react-router'

import { ConfirmDialog } from '../../ui/dialog.tsx'

/** Has the browser ask before the tab is closed, as long as that holds. */
export const useAskBeforeUnload = (holds: () => boolean) => {
  const latest = useRef(holds)
  useEffect(() => {
    latest.current = holds
  })
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('beforeunload', ask)
    }
  }, [])
}

interface LeavingQuestionProps {
  blocker: Blocker
  title: string
  /** What would be lost. */
  children: string
  onStay?: () => void
}

/** Asks whether to leave, once another page was asked for and held back. */
export const LeavingQuestion = ({ blocker, title, children, onStay }: LeavingQuestionProps) => {
  // The dialog goes when it is answered: closing it must not take the answer back.
  const answered = useRef(false)
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog
      title={title}
      confirm="Leave"
      busy={false}
      onConfirm={() => {
        answered.current = true
        blocker.proceed()
      }}
      onClose={() => {
        if (answered.current) return
        onStay?.()
        blocker.reset()
      }}
    >
      <p data-testid="unsaved">{children}</p>
    </ConfirmDialog>
  )
}
