import { Skeleton } from '../../ui/skeleton.tsx'

/** Shaped like the list that will be there. */
export const ListSkeleton = () => (
  <div className="space-y-px rounded-lg border border-border bg-surface p-3">
    {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
      <div key={key} className="flex h-14 items-center gap-6">
        <Skeleton className="w-64" />
        <Skeleton className="w-24 max-lg:hidden" />
        <Skeleton className="w-24" />
        <Skeleton className="w-40 max-lg:hidden" />
      </div>
    ))}
  </div>
)
