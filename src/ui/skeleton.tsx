/** A grey bar in place of text. Hidden from assistive technology, which gets the text of `Loading`. */
export const Skeleton = ({ className = 'w-32' }: { className?: string }) => (
  <span aria-hidden="true" className={`inline-block h-4 max-w-full animate-pulse rounded bg-sunken ${className}`} />
)

/** Announces to screen readers, politely, that something is loading. */
export const Loading = ({ what }: { what: string }) => (
  <p role="status" className="sr-only">
    Loading {what}
  </p>
)
