import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

const ID = 'skip-links'

interface SkipLinkProps {
  /** Id of the target. */
  to: string
  children: string
}

/** A link that skips to a place on the page; visible while it has the focus. */
export const SkipLink = ({ to, children }: SkipLinkProps) => (
  <a
    href={`#${to}`}
    className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
  >
    {children}
  </a>
)

/** Container of the page's skip links: the first element of the page. */
export const PlaceForSkipLinks = () => <div id={ID} />

/** The target is there from the first paint on. */
const subscribe = () => () => {}
const findPlace = () => document.getElementById(ID)

/** A skip link to a part of the page, rendered by that part: present as long as the part is. */
export const SkipLinkHere = (props: SkipLinkProps) => {
  const place = useSyncExternalStore(subscribe, findPlace)
  return place && createPortal(<SkipLink {...props} />, place)
}
