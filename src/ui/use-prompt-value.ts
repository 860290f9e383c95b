import { useState } from 'react'

/**
 * A control's value that changes at once on input, while its source (such as the URL) follows a moment later. When the
 * source's value changes, it wins.
 */
export const usePromptValue = <T>(value: T): [T, (next: T) => void] => {
  const [shown, setShown] = useState(value)
  const [owned, setOwned] = useState(value)
  if (owned !== value) {
    setOwned(value)
    setShown(value)
  }
  return [shown, setShown]
}
