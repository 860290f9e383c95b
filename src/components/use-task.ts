import { useRef, useState } from 'react'

import { useLifetime } from '../ui/use-lifetime.ts'

/** What a task is told while it runs. */
export interface TaskContext {
  /** The last try failed: nothing that was kept from it may be used. */
  readonly fresh: boolean
  /** Aborts when the page has gone on to something else: then nothing may be saved, copied or shown any more. */
  readonly signal: AbortSignal
}

/** Runs what a button starts: one at a time, the failure kept for the page to show and for Retry to repeat. */
export const useTask = <L extends string>() => {
  const [busy, setBusy] = useState<L>()
  const [message, setMessage] = useState('')
  const [failure, setFailure] = useState<{ label: L; error: Error }>()
  const running = useRef(false)
  const lifetime = useLifetime()

  /** @param work returns the message to show */
  const run = async (label: L, work: (context: TaskContext) => Promise<string>) => {
    if (running.current) return
    const signal = lifetime()
    running.current = true
    setBusy(label)
    setMessage('')
    try {
      setMessage(await work({ fresh: failure !== undefined, signal }))
      setFailure(undefined)
    } catch (error) {
      if (!signal.aborted) setFailure({ label, error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current = false
      setBusy(undefined)
    }
  }

  return { busy, message, failure, run }
}
