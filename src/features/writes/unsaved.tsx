import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { useBlocker } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { LeavingQuestion, useAskBeforeUnload } from './leaving.tsx'

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
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      // Whoever must sign in is led back here.
      currentLocation.pathname !== nextLocation.pathname && nextLocation.pathname !== paths.signIn(),
  )
  useAskBeforeUnload(() => true)
  return (
    <LeavingQuestion blocker={blocker} title="Leave without saving?">
      Your changes on this page haven’t been sent.
    </LeavingQuestion>
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
