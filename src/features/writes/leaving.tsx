import { useEffect, useRef, useState } from 'react'
import type { Blocker } from 'react-router'

import { ConfirmDialog } from '../../ui/dialog.tsx'

/** Makes the browser ask before the tab is closed, while `holds` is true. */
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

/** Asks whether to leave, after a navigation was blocked. */
export const LeavingQuestion = ({ blocker, title, children, onStay }: LeavingQuestionProps) => {
  // After the answer, the router stays blocked for a moment. So the dialog is removed at once: a closed dialog that is still
  // rendered wouldn't open for the next navigation.
  const [answered, setAnswered] = useState<Blocker>()
  // Answering closes the dialog, which calls `onClose`: only the first answer counts.
  const lastAnswered = useRef<Blocker>(undefined)
  if (blocker.state !== 'blocked' || blocker === answered) return null
  const answer = (act: () => void) => {
    if (lastAnswered.current === blocker) return
    lastAnswered.current = blocker
    setAnswered(blocker)
    act()
  }
  return (
    <ConfirmDialog
      title={title}
      confirm="Leave"
      busy={false}
      onConfirm={() => {
        answer(blocker.proceed)
      }}
      onClose={() => {
        answer(() => {
          onStay?.()
          blocker.reset()
        })
      }}
    >
      <p data-testid="unsaved">{children}</p>
    </ConfirmDialog>
  )
}
