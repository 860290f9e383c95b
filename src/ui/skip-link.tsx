import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'

const ID = 'skip-links'

interface SkipLinkProps {
  /** The id of the place that it leads to. */
  to: string
  children: string
}

/** A link past what comes before a place on the page; in sight while it has the focus. */
export const SkipLink = ({ to, children }: SkipLinkProps) => (
  <a
    href={`#${to}`}
    className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
  >
    {children}
  </a>
)

/** Where the links of what is on the page go: first of all. */
export const PlaceForSkipLinks = () => <div id={ID} />

/** The place is there from the first painting on. */
const subscribe = () => () => {}
const findPlace = () => document.getElementById(ID)

/** A link to a part of the page, from whoever shows that part: it is there as long as the part is. */
export const SkipLinkHere = (props: SkipLinkProps) => {
  const place = useSyncExternalStore(subscribe, findPlace)
  return place && createPortal(<SkipLink {...props} />, place)
}
