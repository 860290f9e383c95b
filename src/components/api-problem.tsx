import { useState } from 'react'

import { ApiError, errorDetails } from '../api/errors.ts'
import { Button } from '../ui/button.tsx'
import { CodeRegion } from '../ui/code-region.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Problem } from '../ui/notice.tsx'
import { UnusableFileError } from '../tls/unusable-file.ts'

/** What to do next, by what went wrong. */
const ADVICE: Record<number, string> = {
  403: 'Your token has no right to this. An administrator of the project can give it to you.',
  404: 'It may have been deleted, or not be there yet.',
  429: 'Wait a moment, then retry.',
}

const advice = ({ kind, status = 0 }: ApiError): string => {
  if (kind === 'network') return 'Check your network, then retry.'
  if (kind === 'contract')
    return 'A proxy or a sign-in page may stand between you and the API. Retry, or check the address.'
  return (
    ADVICE[status] ??
    (status >= 500 ? 'The API has a problem of its own. Retry in a moment.' : 'Retry, or reload the page.')
  )
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

interface ApiProblemProps {
  error: Error
  /** What was being done: "The services could not be loaded." */
  what: string
  onRetry: () => void
}

/** A failed request, at the place that it concerns: what happened, what to do, Retry, details for support. */
export const ApiProblem = ({ error, what, onRetry }: ApiProblemProps) => {
  const [byHand, setByHand] = useState<string>()
  const api = error instanceof ApiError ? error : undefined
  return (
    <Problem
      actions={
        <>
          <Button onClick={onRetry}>Retry</Button>
          {api && <CopyButton label="Copy details" what="details" text={errorDetails(api)} onRefused={setByHand} />}
        </>
      }
    >
      <p className="font-medium">{what}</p>
      {api && (
        <p>
          {api.kind === 'http' ? `The API said: ${sentence(api.message)} (status ${String(api.status)})` : api.message}{' '}
          {advice(api)}
        </p>
      )}
      {error instanceof UnusableFileError && <p>{error.message}</p>}
      {byHand !== undefined && <CodeRegion label="Details of the error" text={byHand} selected />}
    </Problem>
  )
}
