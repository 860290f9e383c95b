import { Suspense } from 'react'

import { ApiError } from '../../api/errors.ts'
import { CopyDetails, problemId, ProblemReason } from '../problems/api-problem.tsx'
import { formatCount, formatNumber } from '../../lib/format-number.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Number of projects that are named, each with its reason. */
const MAX_NAMED = 5

interface Failure {
  readonly project: string
  readonly error: Error
  /** A retry is running. */
  readonly busy: boolean
  /** A sentence about the unreadable part, if it isn't the whole project. */
  readonly what?: string
}

interface UnreadProjectsProps {
  failures: readonly Failure[]
  /** Reads these projects again. */
  onRetry: (projects: readonly string[]) => void
}

/** One quiet line about the projects that couldn't be read, however many: the user came for the list of the others. */
export const UnreadProjects = ({ failures, onRetry }: UnreadProjectsProps) => {
  const [first, ...others] = failures
  if (!first) return null
  const busy = failures.some((failure) => failure.busy)
  const partly = failures.some(({ what }) => what !== undefined)
  const named = failures.slice(0, MAX_NAMED)
  return (
    <div
      role="alert"
      data-testid={problemId(first.error)}
      className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs"
    >
      <details className="min-w-0 wrap-anywhere text-muted open:basis-full">
        <summary className="py-1.5">
          <Icon name="alert" className="mx-1 inline align-text-bottom" />
          {others.length === 0
            ? (first.what ?? `${first.project} couldn’t be read`)
            : `${formatCount(failures.length, 'project')} couldn’t be read${partly ? ' in full' : ''}`}
        </summary>
        <ul className="space-y-1 py-1">
          {named.map(({ project, what, error }) => (
            <li key={project}>
              <span className="font-medium text-text">{what ?? `${project}:`}</span> <ProblemReason error={error} />{' '}
              {error instanceof ApiError && (
                <Suspense>
                  <CopyDetails error={error} of={project} />
                </Suspense>
              )}
            </li>
          ))}
          {failures.length > named.length && <li>And {formatNumber(failures.length - named.length)} more.</li>}
        </ul>
      </details>
      <Button
        variant="quiet"
        busy={busy}
        onClick={() => {
          if (!busy) onRetry(failures.map(({ project }) => project))
        }}
      >
        Retry
      </Button>
    </div>
  )
}
