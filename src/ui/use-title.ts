import { useEffect } from 'react'

/** Sets the page's title: its subject, then the product. Never a secret. undefined leaves the title to another component. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Anchor`
  }, [title])
}
