import { use, useCallback, useState, type ReactNode } from 'react'
import { NavigationType, useBlocker, type BlockerFunction } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { UnsentContext } from '../../ui/form/unsent.ts'
import { LeavingQuestion, useAskBeforeUnload } from './leaving.tsx'

/** The `state` of a navigation that keeps the form's input, so no question is needed. */
export const TAKEN_ALONG = { takenAlong: true }

const losesForm: BlockerFunction = ({ currentLocation: from, nextLocation: to, historyAction }) => {
  // After signing in, the user comes back here.
  if (to.pathname === paths.signIn() || to.state === TAKEN_ALONG) return false
  if (from.pathname !== to.pathname) return true
  // Back and links close a dialog that is in the URL; the app itself replaces the URL after asking or sending.
  return (
    historyAction !== NavigationType.Replace && from.search !== to.search && new URLSearchParams(from.search).has('do')
  )
}

/** Asks before unsent changes are lost, by navigation or by closing the tab. */
const Leaving = () => {
  const blocker = useBlocker(losesForm)
  useAskBeforeUnload(() => true)
  return (
    <LeavingQuestion blocker={blocker} title="Leave without saving?">
      Your changes on this page haven’t been sent.
    </LeavingQuestion>
  )
}

const LeaveQuestion = ({ children }: { children: ReactNode }) => {
  const [unsaved, setUnsaved] = useState(0)
  const count = useCallback((more: 1 | -1) => {
    setUnsaved((before) => before + more)
  }, [])
  return (
    <UnsentContext value={count}>
      {children}
      {unsaved > 0 && <Leaving />}
    </UnsentContext>
  )
}

/**
 * Wraps panels and forms that may have unsent changes, and asks one question for all of them. A nested one leaves the
 * question to the outer one, because a router supports only one blocker.
 */
export const AskBeforeLeaving = ({ children }: { children: ReactNode }) =>
  use(UnsentContext) ? children : <LeaveQuestion>{children}</LeaveQuestion>
