import { useEffect, useState } from 'react'

import { Button } from './button.tsx'

const SECOND = 1000

/** Whole seconds since the component mounted; 0 in the first one. */
const useSeconds = (): number => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((passed) => passed + 1)
    }, SECOND)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return seconds
}

/** Shows, after the first second, how long the API hasn't answered, and Cancel. Fast answers cause no flicker. */
export const Waiting = ({ onCancel }: { onCancel: () => void }) => {
  const seconds = useSeconds()
  if (seconds === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2 py-1 text-muted">
      <p role="status">
        Waiting for the API<span aria-hidden="true">: {seconds} s</span>
      </p>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  )
}
