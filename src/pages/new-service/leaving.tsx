import { useEffect, type RefObject } from 'react'
import { useFormState } from 'react-hook-form'
import { useBlocker } from 'react-router'

import { LeavingQuestion, useAskBeforeUnload } from '../../features/writes/leaving.tsx'
import { paths } from '../../lib/paths.ts'

/** Tells the wrapper around the form whether there is input: a dialog with its own form can't be inside the form. */
export const WatchEntered = ({ onChange }: { onChange: (hasEntered: boolean) => void }) => {
  const { isDirty } = useFormState()
  useEffect(() => {
    onChange(isDirty)
  }, [isDirty, onChange])
  return null
}

interface LeavingProps {
  /** There is input that isn't sent. */
  hasEntered: boolean
  /** The service is created: nothing can be lost. */
  done: RefObject<boolean>
  /** Called with whether a navigation is in progress, or being confirmed. */
  onLeaving: (isLeaving: boolean) => void
}

/** Asks before input is lost, by navigation or by closing the tab. */
export const Leaving = ({ hasEntered, done, onLeaving }: LeavingProps) => {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const isLeaving = currentLocation.pathname !== nextLocation.pathname
    onLeaving(isLeaving)
    // After signing in, the user comes back here.
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
