import { useEffect, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router'

/** Long enough for the new page to have set its title. */
const TITLE_MS = 100

/** What a full page load would do: focus goes to the new page, and screen readers are told its title. */
export const PageChange = ({ main }: { main: RefObject<HTMLElement | null> }) => {
  const { pathname } = useLocation()
  const [title, setTitle] = useState('')
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
    const timer = setTimeout(() => {
      setTitle(document.title)
    }, TITLE_MS)
    return () => {
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- runs because the path changed
  }, [main, pathname])
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  )
}
