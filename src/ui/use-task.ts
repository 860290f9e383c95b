import { useRef, useState } from 'react'

import { useLifetime } from './use-lifetime.ts'

/** What a task is told while it runs. */
export interface TaskContext {
  /** The last try failed: nothing that was kept from it may be used. */
  readonly fresh: boolean
  /** Aborts when the page has gone on to something else: then nothing may be saved, copied or shown any more. */
  readonly signal: AbortSignal
}

/** Rejects as soon as the signal aborts. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error)
      },
      { once: true },
    )
  })

/** Runs what a button starts: one at a time, the failure kept for the page to show and for Retry to repeat. */
export const useTask = <L extends string>() => {
  const [busy, setBusy] = useState<L>()
  const [message, setMessage] = useState('')
  const [failure, setFailure] = useState<{ label: L; error: Error }>()
  const running = useRef<AbortController>(undefined)
  const lifetime = useLifetime()

  /** @param work returns the message to show */
  const run = async (label: L, work: (context: TaskContext) => Promise<string>) => {
    if (running.current) return
    const cancelling = new AbortController()
    const end = lifetime()
    const signal = AbortSignal.any([end, cancelling.signal])
    running.current = cancelling
    setBusy(label)
    setMessage('')
    try {
      setMessage(await Promise.race([work({ fresh: failure !== undefined, signal }), aborted(signal)]))
      setFailure(undefined)
    } catch (error) {
      if (!end.aborted && cancelling.signal.aborted) setMessage('Cancelled: nothing was saved or copied.')
      if (!signal.aborted) setFailure({ label, error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current = undefined
      setBusy(undefined)
    }
  }

  /** Gives up what is running: nothing comes of it any more. */
  const cancel = () => {
    running.current?.abort()
  }

  return { busy, message, failure, run, cancel }
}
