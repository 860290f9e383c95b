import { useEffect } from 'react'

import { prepareToCompare } from '../../lib/compare-names.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RowsSkeleton } from '../../ui/table/rows-skeleton.tsx'

/** A skeleton shaped like the whole list with its search, so that nothing moves when it loads. */
export const ListSkeleton = () => {
  useEffect(() => {
    const timer = setTimeout(prepareToCompare)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <div className="space-y-4">
      <div className="pb-10">
        <Skeleton className="h-9 w-2xl" />
      </div>
      <RowsSkeleton />
    </div>
  )
}
