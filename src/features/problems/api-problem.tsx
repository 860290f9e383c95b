import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'

import { ApiError } from '../../api/errors.ts'
import { UnusableFileError } from '../../crypto/unusable-file.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/notice.tsx'
import { optional } from '../../ui/optional.ts'
import { formatTime } from '../../ui/relative-time.tsx'
import { sentence } from '../../lib/sentence.ts'

/** In milliseconds: an error isn't held back for longer by the code of its advice. */
const ADVICE_WITHIN = 2000

const GeneralAdvice = () => ' Retry, or reload the page.'
const HttpAdvice = optional(async () => (await import('./http-advice.tsx')).HttpAdvice, GeneralAdvice)
/** A button that copies what support asks for. */
export const CopyDetails = optional(async () => (await import('./copy-details.tsx')).CopyDetails)

interface ProblemReasonProps {
  error: Error
  /** Suspend until the code of the advice is there; otherwise general advice stands in for it. */
  waits?: boolean
}

/** What happened, and what to do next. */
export const ProblemReason = ({ error, waits = false }: ProblemReasonProps) => {
  if (error instanceof UnusableFileError)
    return `${error.message} Retry. If it keeps failing, ask the person who gave you the token, or Aiven support.`
  if (!(error instanceof ApiError)) return 'A part of this page failed. Reload it, then try again.'
  if (error.kind === 'network') return `${error.message} Check your network, then retry.`
  if (error.kind === 'declined') return error.message
  if (error.kind === 'contract')
    return `${error.message} A proxy or a sign-in page may be in the way. Retry, or check the address.`
  return (
    <>
      The API answered {error.status}: {sentence(error.message)}
      {waits ? (
        <HttpAdvice error={error} />
      ) : (
        <Suspense fallback={<GeneralAdvice />}>
          <HttpAdvice error={error} />
        </Suspense>
      )}
    </>
  )
}

/** An id for what went wrong: `http-403`, `network`, `contract`, or the file's fault. */
export const problemId = (error: Error): string => {
  if (error instanceof UnusableFileError) return error.fault
  if (!(error instanceof ApiError)) return 'defect'
  return error.status === undefined || error.kind !== 'http' ? error.kind : `http-${String(error.status)}`
}

interface ApiProblemProps {
  error: Error
  /** What was being done: "The services could not be loaded." */
  what: string
  /** A retry is running. */
  busy: boolean
  onRetry: () => void
}

const WholeProblem = ({ error, what, busy, onRetry, waits }: ApiProblemProps & { waits: boolean }) => {
  // The new time makes screen readers announce a repeated failure, and shows that it is new.
  const at = useMemo(() => (error instanceof ApiError ? error.time : new Date()), [error])
  return (
    <Problem
      testId={problemId(error)}
      actions={
        <>
          <Button busy={busy} onClick={onRetry}>
            {busy ? 'Retrying' : 'Retry'}
          </Button>
          {error instanceof ApiError && (
            <Suspense>
              <CopyDetails error={error} />
            </Suspense>
          )}
        </>
      }
    >
      <p className="font-medium">{what}</p>
      <p className={waits ? '' : 'min-h-[3lh] max-sm:min-h-[6lh]'}>
        <ProblemReason error={error} waits={waits} />
      </p>
      <p className="text-xs">Last tried at {formatTime(at)}.</p>
    </Problem>
  )
}

/** Holds the place of a problem, for a limited time. */
const Awaited = ({ onLate }: { onLate: () => void }) => {
  useEffect(() => {
    const timer = setTimeout(onLate, ADVICE_WITHIN)
    return () => {
      clearTimeout(timer)
    }
  }, [onLate])
  return <div aria-busy="true" className="min-h-28" />
}

/**
 * A failed request, shown where it matters: what happened, what to do, Retry, details for support. It appears whole: it
 * doesn't grow when its advice arrives. If the code of the advice is late, it appears with general advice, and with
 * room for the advice that replaces it.
 */
export const ApiProblem = (props: ApiProblemProps) => {
  const [isLate, setLate] = useState(false)
  const onLate = useCallback(() => {
    setLate(true)
  }, [])
  return (
    <Suspense fallback={<Awaited onLate={onLate} />}>
      <WholeProblem {...props} waits={!isLate} />
    </Suspense>
  )
}
