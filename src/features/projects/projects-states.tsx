import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { projectList, type Project } from '../../api/project.ts'
import type { ReadList } from '../../api/parse.ts'
import { useApi } from '../../api/use-api.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { Pending } from '../problems/pending.tsx'
import { Unread } from '../problems/unread.tsx'
import { NoProjects } from './no-projects.tsx'

interface ProjectsStatesProps {
  query: UseQueryResult<ReadList<Project>>
  /** What is loading: "projects". */
  what: string
  /** Skeleton, shaped like the final content. */
  skeleton: ReactNode
}

/** The states of a page built from projects: loading, failed, partly unreadable, or no projects. */
export const ProjectsStates = ({ query, what, skeleton }: ProjectsStatesProps) => {
  const api = useApi()
  const { data, error, isFetching, refetch } = query
  const retry = () => void refetch()
  return (
    <>
      {error && <ApiProblem error={error} what="The projects couldn’t be loaded." busy={isFetching} onRetry={retry} />}
      {!data && !error && (
        <Pending what={what} query={query} queryKey={projectList(api).queryKey}>
          {skeleton}
        </Pending>
      )}
      <Unread problems={data?.problems ?? []} busy={isFetching} onRetry={retry} />
      {data && data.items.length + data.problems.length === 0 && <NoProjects />}
    </>
  )
}
