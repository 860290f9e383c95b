import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** Tells screen readers which page has come, once its title is set. */
export const RouteAnnouncer = () => {
  const { pathname } = useLocation()
  const [title, setTitle] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      setTitle(document.title)
    }, 100)
    return () => {
      clearTimeout(timer)
    }
  }, [pathname])
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  )
}
