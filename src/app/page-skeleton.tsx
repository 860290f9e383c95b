import { Loading, Skeleton } from '../ui/skeleton.tsx'

/** Where a page will be while its code is on the way. */
export const PageSkeleton = () => (
  <div className="space-y-4">
    <Loading what="the page" />
    <Skeleton className="h-7 w-48" />
    <Skeleton className="h-9 w-full" />
    <Skeleton className="h-11 w-full" />
    <Skeleton className="h-11 w-full" />
  </div>
)
