import { Loading, Skeleton } from '../ui/skeleton.tsx'

/** Shown while a page's code is loading. */
export const PageSkeleton = () => (
  <div className="space-y-4">
    <Loading what="the page" />
    <Skeleton className="h-7 w-48" />
    <Skeleton className="h-9 w-full" />
    <Skeleton className="h-11 w-full" />
    <Skeleton className="h-11 w-full" />
  </div>
)
