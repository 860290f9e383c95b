import { useEffect, type RefObject } from 'react'
import { useFormState } from 'react-hook-form'
import { useBlocker } from 'react-router'

import { LeavingQuestion, useAskBeforeUnload } from '../../features/writes/leaving.tsx'
import { paths } from '../../lib/paths.ts'

/** Tells whoever stands around the form whether anything was entered: a dialog with a form of its own can't stand in it. */
export const WatchEntered = ({ onChange }: { onChange: (hasEntered: boolean) => void }) => {
  const { isDirty } = useFormState()
  useEffect(() => {
    onChange(isDirty)
  }, [isDirty, onChange])
  return null
}

interface LeavingProps {
  /** Something was entered that isn't sent. */
  hasEntered: boolean
  /** Nothing is left to be lost: the service has been created. */
  done: RefObject<boolean>
  /** Told whether another page is on its way, or asked for. */
  onLeaving: (isLeaving: boolean) => void
}

/** Asks before what was entered is left behind, within the app and by closing the tab. */
export const Leaving = ({ hasEntered, done, onLeaving }: LeavingProps) => {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const isLeaving = currentLocation.pathname !== nextLocation.pathname
    onLeaving(isLeaving)
    // Whoever must sign in is led back here.
    return hasEntered && !done.current && isLeaving && nextLocation.pathname !== paths.signIn()
  })
  useAskBeforeUnload(() => hasEntered && !done.current)
  return (
    <LeavingQuestion
      blocker={blocker}
      title="Leave without creating the service?"
      onStay={() => {
        onLeaving(false)
      }}
    >
      What you entered hasn’t been sent.
    </LeavingQuestion>
  )
}
