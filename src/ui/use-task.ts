import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { useLifetime } from './use-lifetime.ts'

/** Context of a running task. */
export interface TaskContext {
  /** The last try failed: nothing cached from it may be used. */
  readonly fresh: boolean
  /** Aborts when the page has moved on: then nothing may be saved, copied or shown. */
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

/** Runs a button's task: one at a time. Keeps the failure, for the page to show and Retry to repeat. */
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
    const result = Promise.race([work({ fresh: failure !== undefined, signal }), aborted(signal)])
    // In a task of its own: what is there already is saved or copied before anything is rendered. The last message goes first,
    // so that the same one is announced again.
    const begun = new Promise<void>((resolve) => {
      setTimeout(() => {
        flushSync(() => {
          setBusy(label)
          setMessage('')
        })
        resolve()
      })
    })
    await Promise.allSettled([result, begun])
    try {
      setMessage(await result)
      setFailure(undefined)
    } catch (error) {
      if (!end.aborted && cancelling.signal.aborted) setMessage('Cancelled: nothing was saved or copied.')
      if (!signal.aborted) setFailure({ label, error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current = undefined
      setBusy(undefined)
    }
  }

  /** Cancels the running task: it has no effect any more. */
  const cancel = () => {
    running.current?.abort()
  }

  return { busy, message, failure, run, cancel }
}
