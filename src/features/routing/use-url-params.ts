import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * The parameters of the URL, and the means to change them. Two changes may follow each other faster than the page is
 * painted: the second starts from the first.
 */
export const useUrlParams = () => {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  /** What was written and hasn't come back yet, the oldest first: the router may be behind the user. */
  const sent = useRef<readonly string[]>([])
  useEffect(() => {
    const at = sent.current.lastIndexOf(params.toString())
    sent.current = at === -1 ? [] : sent.current.slice(at + 1)
    if (sent.current.length === 0) latest.current = params
  }, [params])
  return {
    params,
    /**
     * @param flushSync the page is painted before this returns: for choices that decide whose file the next click saves.
     *   Otherwise the URL may speak of the next user while the buttons are still those of the last one.
     */
    write: (change: (next: URLSearchParams) => void, { flushSync = false } = {}) => {
      const next = new URLSearchParams(latest.current)
      change(next)
      latest.current = next
      // What is there already doesn't come back.
      sent.current = next.toString() === params.toString() ? [] : [...sent.current, next.toString()]
      setParams(next, { replace: true, flushSync })
    },
  }
}
