import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Reads and changes the URL's parameters. If two changes come faster than the page renders, the second builds on the
 * first.
 */
export const useUrlParams = () => {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  /** Changes that the router hasn't applied yet, oldest first. */
  const sent = useRef<readonly string[]>([])
  useEffect(() => {
    const at = sent.current.lastIndexOf(params.toString())
    sent.current = at === -1 ? [] : sent.current.slice(at + 1)
    if (sent.current.length === 0) latest.current = params
  }, [params])
  return {
    params,
    /**
     * @param flushSync render before this returns. Needed for choices that decide whose file the next click saves:
     *   otherwise the URL may name the next user while the buttons still belong to the previous one.
     */
    write: (change: (next: URLSearchParams) => void, { flushSync = false } = {}) => {
      const next = new URLSearchParams(latest.current)
      change(next)
      latest.current = next
      // An unchanged URL causes no navigation, so nothing to wait for.
      sent.current = next.toString() === params.toString() ? [] : [...sent.current, next.toString()]
      setParams(next, { replace: true, flushSync })
    },
  }
}
