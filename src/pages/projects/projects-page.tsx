import { useApi } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { projectList } from '../../api/project.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Pending } from '../../features/problems/pending.tsx'
import { NoProjects } from '../../features/projects/no-projects.tsx'
import { paths } from '../../lib/paths.ts'
import { Note } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { projectsRoute } from './route.ts'

const ProjectCards = () => {
  const api = useApi()
  const query = useQuery(projectList(api))
  const { data, error, isFetching, refetch } = query
  const problem = error && (
    <ApiProblem
      error={error}
      what="The projects couldn’t be loaded."
      busy={isFetching}
      onRetry={() => void refetch()}
    />
  )
  if (!data && problem) return problem
  if (!data) {
    return (
      <Pending what="projects" query={query} queryKey={projectList(api).queryKey}>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} className="h-20 w-full" />
          ))}
        </div>
      </Pending>
    )
  }
  return (
    <div className="space-y-4">
      {problem}
      {data.problems.map((sentence) => (
        <Note key={sentence} testId="unread">
          {sentence}
        </Note>
      ))}
      {data.items.length + data.problems.length === 0 && <NoProjects />}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {data.items.map(({ project_name, account_name, default_cloud }) => (
          <li
            key={project_name}
            className="relative rounded-lg border border-border bg-surface p-4 focus-within:border-accent hover:border-accent"
          >
            <Link
              to={paths.services(project_name)}
              className="font-medium wrap-anywhere text-accent after:absolute after:inset-0"
            >
              {project_name}
            </Link>
            <p className="text-xs text-muted">{[account_name, default_cloud].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const ProjectsPage = () => {
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">{projectsRoute.title}</h1>
      <p className="mb-4 text-muted">Each project has its own CA.</p>
      <ProjectCards />
    </>
  )
}
