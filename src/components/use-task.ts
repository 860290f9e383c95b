import { useRef, useState } from 'react'

/** Runs what a button starts: one at a time, the failure kept for the page to show and for Retry to repeat. */
export const useTask = <L extends string>() => {
  const [busy, setBusy] = useState<L>()
  const [message, setMessage] = useState('')
  const [failure, setFailure] = useState<{ label: L; error: Error }>()
  const running = useRef(false)

  /**
   * @param work returns the message to show; `fresh` says that the last try failed, so that nothing kept from it is used
   */
  const run = async (label: L, work: (fresh: boolean) => Promise<string>) => {
    if (running.current) return
    running.current = true
    setBusy(label)
    setMessage('')
    try {
      setMessage(await work(failure !== undefined))
      setFailure(undefined)
    } catch (error) {
      setFailure({ label, error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current = false
      setBusy(undefined)
    }
  }

  return { busy, message, failure, run }
}
