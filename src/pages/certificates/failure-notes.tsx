import { ApiProblem } from '../../features/problems/api-problem.tsx'
import type { ProjectCertificates } from '../../features/certificates/certificate-inventory.ts'
import { Button } from '../../ui/button.tsx'
import { formatCount } from '../../ui/relative-time.tsx'
import { Problem } from '../../ui/notice.tsx'

/** So many have a line each; where all fail, one line for the rest is enough. */
const MOST = 3

interface Failures {
  looks: readonly ProjectCertificates[]
  awaited: ReadonlySet<string>
  onRetry: (projects: readonly string[]) => void
}

/** What couldn't be read: a line for each project, in the table in which its certificates are missing. */
export const failureNotes = ({ looks, awaited, onRetry }: Failures) => {
  const failed = looks.flatMap(({ project, failure }) => (failure ? [{ project, ...failure }] : []))
  const rest = failed.slice(MOST).map(({ project }) => project)
  return [
    ...failed.slice(0, MOST).map(({ project, what, error }) => ({
      key: project,
      content: (
        <ApiProblem
          error={error}
          what={what}
          busy={awaited.has(project)}
          onRetry={() => {
            onRetry([project])
          }}
        />
      ),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            // No project is called so.
            key: '',
            content: (
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
                {formatCount(rest.length, 'more project')} couldn’t be read.
              </Problem>
            ),
          },
        ]),
  ]
}
