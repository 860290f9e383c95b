import { Skeleton } from '../skeleton.tsx'

/** A skeleton shaped like the rows. */
export const RowsSkeleton = () => (
  <div className="rounded-lg border border-border bg-surface px-3 pt-9">
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <div key={key} className="grid h-14 grid-cols-2 items-center gap-6 border-t border-border lg:grid-cols-5">
        <Skeleton className="w-44" />
        <Skeleton className="w-24" />
        <Skeleton className="w-28 max-lg:hidden" />
        <Skeleton className="w-24 max-lg:hidden" />
        <Skeleton className="w-36 max-lg:hidden" />
      </div>
    ))}
  </div>
)
