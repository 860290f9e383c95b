import { use, useCallback, useState, type ReactNode } from 'react'
import { NavigationType, useBlocker, type BlockerFunction } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { UnsentContext } from '../../ui/form/unsent.ts'
import { LeavingQuestion, useAskBeforeUnload } from './leaving.tsx'

/** The `state` of a navigation that takes along what the form holds: nothing is lost by it. */
export const TAKEN_ALONG = { takenAlong: true }

const losesForm: BlockerFunction = ({ currentLocation: from, nextLocation: to, historyAction }) => {
  // Whoever must sign in is led back here.
  if (to.pathname === paths.signIn() || to.state === TAKEN_ALONG) return false
  if (from.pathname !== to.pathname) return true
  // Back and links close a dialog that stands in the address; the app itself, once it has asked or sent, replaces it.
  return (
    historyAction !== NavigationType.Replace && from.search !== to.search && new URLSearchParams(from.search).has('do')
  )
}

/** Asks before changes that aren't sent are left behind, within the app and by closing the tab. */
const Leaving = () => {
  const blocker = useBlocker(losesForm)
  useAskBeforeUnload(() => true)
  return (
    <LeavingQuestion blocker={blocker} title="Leave without saving?">
      Your changes on this page haven’t been sent.
    </LeavingQuestion>
  )
}

const Asking = ({ children }: { children: ReactNode }) => {
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
 * Stands around what may hold changes that aren't sent yet: panels, and forms in which something was typed. One question for
 * all of them; what stands in another such place leaves it to that one, as a router holds back for one asker only.
 */
export const AskBeforeLeaving = ({ children }: { children: ReactNode }) =>
  use(UnsentContext) ? children : <Asking>{children}</Asking>
