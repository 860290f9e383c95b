import { useState } from 'react'

/**
 * A control's value that changes under the user's finger, while its owner (the URL, say) follows a moment
 * later. Whenever the owner's value changes, that is what holds.
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
