import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useBlocker } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'

const UnsavedContext = createContext<((more: 1 | -1) => void) | undefined>(undefined)

/** What is shown holds changes that aren't sent yet. */
export const useUnsaved = () => {
  const count = use(UnsavedContext)
  useEffect(() => {
    count?.(1)
    return () => {
      count?.(-1)
    }
  }, [count])
}

/** Asks before changes that aren't sent are left behind, within the app and by closing the tab. */
const Leaving = () => {
  // The dialog goes when it is answered: closing it must not take the answer back.
  const answered = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      // Whoever must sign in is led back here.
      currentLocation.pathname !== nextLocation.pathname && nextLocation.pathname !== paths.signIn(),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('beforeunload', ask)
    }
  }, [])
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog
      title="Leave without saving?"
      confirm="Leave"
      busy={false}
      onConfirm={() => {
        answered.current = true
        blocker.proceed()
      }}
      onClose={() => {
        if (!answered.current) blocker.reset()
      }}
    >
      <p data-testid="unsaved">Your changes on this page haven&rsquo;t been sent.</p>
    </ConfirmDialog>
  )
}

/** Stands around a page whose parts hold changes that aren't sent yet: one question for all of them. */
export const AskBeforeLeaving = ({ children }: { children: ReactNode }) => {
  const [unsaved, setUnsaved] = useState(0)
  const count = useCallback((more: 1 | -1) => {
    setUnsaved((before) => before + more)
  }, [])
  return (
    <UnsavedContext value={count}>
      {children}
      {unsaved > 0 && <Leaving />}
    </UnsavedContext>
  )
}
