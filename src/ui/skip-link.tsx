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

/**
 * A link to a part of the page, from whoever shows that part: it is there as long as the part is. For parts that come with
 * an answer of the API: the frame with its place stands by then.
 */
export const SkipLinkHere = (props: SkipLinkProps) => {
  const place = document.getElementById(ID)
  return place && createPortal(<SkipLink {...props} />, place)
}
