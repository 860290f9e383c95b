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
  const { mutateAsync, isPending } = useMutation(sendWrite(useApi()))
  const [terminating, setTerminating] = useState<number>()
  const [done, setDone] = useState<string>()
  const [failed, setFailed] = useState<ReadonlyMap<number, Error>>(new Map())
  // Two clicks may come before the page renders the first. Several queries may be cancelled at once.
  const sending = useRef(new Set<number>())
  const cancel = useCallback(
    async (pid: number) => {
      if (sending.current.has(pid)) return
      sending.current.add(pid)
      setDone(undefined)
      setFailed((before) => new Map([...before].filter(([other]) => other !== pid)))
      try {
        await mutateAsync(cancelQuery({ project, service }, pid, false))
        setDone(`The database cancelled the query of ${String(pid)}.`)
      } catch (error) {
        const problem = error instanceof Error ? error : new Error(String(error))
        setFailed((before) => new Map([...before, [pid, problem]]))
      } finally {
        sending.current.delete(pid)
      }
    },
    [mutateAsync, project, service],
  )
  const terminate = useCallback((pid: number) => {
    setDone(undefined)
    setFailed(new Map())
    setTerminating(pid)
  }, [])
  return {
    cancel,
    terminate,
    said: (
      <>
        <Outcome testId="stopped">{done}</Outcome>
        {[...failed].map(([pid, error]) => (
          <WriteProblem
            key={pid}
            error={error}
            refused={`The query of ${String(pid)} wasn’t cancelled.`}
            doubtful={`Unknown whether the query of ${String(pid)} was cancelled. It’s safe to cancel it again.`}
            busy={isPending}
            onRetry={() => void cancel(pid)}
          />
        ))}
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
