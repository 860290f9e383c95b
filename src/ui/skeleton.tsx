/** A grey bar where text will be. Hidden from assistive technology: `Loading` says it in words. */
export const Skeleton = ({ className = 'w-32' }: { className?: string }) => (
  <span aria-hidden="true" className={`inline-block h-4 max-w-full animate-pulse rounded bg-sunken ${className}`} />
)

/** Says that something is being loaded, politely and out of sight. */
export const Loading = ({ what }: { what: string }) => (
  <p role="status" className="sr-only">
    Loading {what}
  </p>
)
