import { useEffect } from 'react'

/** The page's title: what the page is about, then the product. Never a secret. undefined leaves it to another. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Anchor`
  }, [title])
}
