import { useEffect } from 'react'

/** The page's title: what the page is about, then the product. Never a secret. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Anchor`
  }, [title])
}
