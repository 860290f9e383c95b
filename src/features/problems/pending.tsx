import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/notice.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { Waiting } from '../../ui/waiting.tsx'

interface PendingProps {
  /** What is being loaded: "services". */
  what: string
  /** The query that has neither data nor an error yet. */
  query: { readonly isFetching: boolean; readonly refetch: () => unknown }
  queryKey: QueryKey
  /** The skeleton, shaped like the final content. */
  children: ReactNode
}

/** Shown while data loads: a skeleton, the elapsed time and Cancel; after Cancel, a way to try again. */
export const Pending = ({ what, query: { isFetching, refetch }, queryKey, children }: PendingProps) => {
  const queryClient = useQueryClient()
  if (!isFetching) {
    return (
      <Note
        testId="cancelled"
        actions={
          <Button
            onClick={() => {
              refetch()
            }}
          >
            Load again
          </Button>
        }
      >
        Cancelled before {what} had loaded.
      </Note>
    )
  }
  return (
    <div>
      <Loading what={what} />
      {children}
      <Waiting onCancel={() => void queryClient.cancelQueries({ queryKey })} />
    </div>
  )
}
