import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'

import { cancelQuery } from '../../../api/database-queries.ts'
import { sendWrite } from '../../../api/send-write.ts'
import { useApi } from '../../../api/use-api.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { WriteProblem } from '../../../features/writes/write-problem.tsx'
import { Outcome } from '../../../ui/outcome.tsx'

/** Cancels at once, and asks before it terminates. The result is `said`. */
export const useStopQuery = (project: string, service: string) => {
  const { mutate, isPending, error, variables, reset } = useMutation(sendWrite(useApi()))
  const [terminating, setTerminating] = useState<number>()
  const [done, setDone] = useState<string>()
  // Two clicks may come before the page renders the first.
  const sending = useRef(false)
  const cancel = useCallback(
    (pid: number) => {
      if (sending.current) return
      sending.current = true
      setDone(undefined)
      mutate(cancelQuery({ project, service }, pid, false), {
        onSuccess: () => {
          setDone(`The database cancelled the query of ${String(pid)}.`)
        },
        onSettled: () => {
          sending.current = false
        },
      })
    },
    [mutate, project, service],
  )
  const terminate = useCallback(
    (pid: number) => {
      setDone(undefined)
      reset()
      setTerminating(pid)
    },
    [reset],
  )
  const { pid } = (variables?.body ?? {}) as { pid?: number }
  return {
    cancel,
    terminate,
    said: (
      <>
        <Outcome testId="stopped">{done}</Outcome>
        <WriteProblem
          error={error}
          refused={`The query of ${String(pid)} wasn’t cancelled.`}
          doubtful={`Unknown whether the query of ${String(pid)} was cancelled. It’s safe to cancel it again.`}
          busy={isPending}
          onRetry={() => {
            if (pid !== undefined) cancel(pid)
          }}
        />
        {terminating !== undefined && (
          <WriteDialog
            title={`Terminate connection ${String(terminating)}?`}
            confirm="Terminate"
            dangerous
            request={cancelQuery({ project, service }, terminating, true)}
            refused={`Connection ${String(terminating)} wasn’t terminated.`}
            doubtful={`Unknown whether connection ${String(terminating)} was terminated. Refresh to see whether it is still there.`}
            onDone={() => {
              setDone(`The database terminated connection ${String(terminating)}.`)
              setTerminating(undefined)
            }}
            onClose={() => {
              setTerminating(undefined)
            }}
          >
            <p>
              The connection is closed, and its transaction rolled back. The client gets an error and may connect again.
              Try Cancel first: it ends the query alone.
            </p>
          </WriteDialog>
        )}
      </>
    ),
  }
}
