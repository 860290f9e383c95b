import { ApiProblem } from '../../features/problems/api-problem.tsx'
import type { ProjectCertificates } from '../../features/certificates/certificate-inventory.ts'
import { Button } from '../../ui/button.tsx'
import { formatCount } from '../../ui/relative-time.tsx'
import { Problem } from '../../ui/notice.tsx'
import { StackedCell, StackedRow } from '../../ui/stacked-table.tsx'
import { COLUMNS } from './certificates-table.tsx'

/** So many have a row each; where all fail, one row for the rest is enough. */
const MOST = 3

interface FailureRowsProps {
  looks: readonly ProjectCertificates[]
  awaited: ReadonlySet<string>
  onRetry: (projects: readonly string[]) => void
}

/** What could not be had: a row for each project, in the table in which its certificates are missing. */
export const FailureRows = ({ looks, awaited, onRetry }: FailureRowsProps) => {
  const failed = looks.flatMap(({ project, failure }) => (failure ? [{ project, ...failure }] : []))
  const rest = failed.slice(MOST).map(({ project }) => project)
  return (
    <>
      {failed.slice(0, MOST).map(({ project, what, error }) => (
        <StackedRow key={project}>
          <StackedCell colSpan={COLUMNS.length}>
            <ApiProblem
              error={error}
              what={what}
              busy={awaited.has(project)}
              onRetry={() => {
                onRetry([project])
              }}
            />
          </StackedCell>
        </StackedRow>
      ))}
      {rest.length > 0 && (
        <StackedRow>
          <StackedCell colSpan={COLUMNS.length}>
            <Problem
              testId="unread"
              actions={
                <Button
                  busy={rest.some((project) => awaited.has(project))}
                  onClick={() => {
                    onRetry(rest)
                  }}
                >
                  Retry
                </Button>
              }
            >
              {formatCount(rest.length, 'more project')} could not be read.
            </Problem>
          </StackedCell>
        </StackedRow>
      )}
    </>
  )
}
