import { useApi } from '../../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'react-router'

import { projectList } from '../../../api/project.ts'
import type { ReadList } from '../../../api/parse.ts'
import { isChanging, serviceList, type Service } from '../../../api/service.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { NoProjects } from '../../../features/projects/no-projects.tsx'
import { UnreadProjects } from '../../../features/projects/unread-projects.tsx'
import { useListReady } from '../../../features/projects/use-list-ready.ts'
import { useEveryProject } from '../../../features/projects/use-every-project.ts'
import { Pending } from '../../../features/problems/pending.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { paths } from '../../../lib/paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Updated } from '../../../ui/updated.tsx'
import { ListSkeleton } from '../list-skeleton.tsx'
import { ServiceBrowser } from '../service-browser.tsx'
import { toRows, type ServiceRow } from '../service-rows.ts'
import { COLUMNS, type ServiceColumn } from '../service-columns.tsx'
import { allServicesRoute } from '../route.ts'
import { useCas } from './use-cas.ts'

const PROJECT: ServiceColumn = {
  id: 'project',
  header: 'Project',
  weight: 12.5,
  fixed: true,
  sortValue: ({ project }) => project,
  stacked: 'labelled',
  cell: ({ project }) => project,
}

/** With one more column there is less room for each; these widths still fit their text in one line. */
const WEIGHTS: Readonly<Record<string, number>> = {
  name: 24.6,
  status: 12.8,
  ca: 16.8,
  expires: 18.5,
  plan: 9.8,
  cloud: 13.8,
}

const FITTED: readonly ServiceColumn[] = COLUMNS.map((column) => ({
  ...column,
  weight: WEIGHTS[column.id] ?? column.weight ?? 10,
}))

/** The columns of one project's list with the project as second column, which leaves no room for the plan. */
const ALL_COLUMNS = FITTED.filter(({ id }) => id !== 'plan').toSpliced(1, 0, PROJECT)
const MORE = FITTED.filter(({ id }) => id === 'plan')

const cache = new WeakMap<ReadList<Service>, readonly ServiceRow[]>()

/** A project's rows, made once per answer. */
const rowsOf = (project: string, list: ReadList<Service>): readonly ServiceRow[] => {
  const rows = cache.get(list) ?? toRows(project, list.items)
  cache.set(list, rows)
  return rows
}

const SECOND = 1000

/** A shorter refresh interval while something is being built. */
const refreshAfter = (lists: readonly (ReadList<Service> | undefined)[]) =>
  (lists.some((list) => list?.items.some(isChanging)) ? 15 : 60) * SECOND

interface ProgressProps {
  settled: number
  total: number
  /** Content in the same line. */
  children: ReactNode
}

/** Progress of reading the projects; afterwards their number, so that nothing moves up. */
const Progress = ({ settled, total, children }: ProgressProps) => (
  <div className="flex min-h-8 flex-wrap items-center gap-x-3 max-sm:min-h-21 max-sm:content-start">
    <p role="status" className="text-muted">
      {settled < total && `${String(settled)} of `}
      {formatCount(total, 'project')}
    </p>
    {settled < total && (
      <progress aria-label="Projects loaded" max={total} value={settled} className="h-2 w-40 accent-accent" />
    )}
    {children}
  </div>
)

const NoServices = ({ unread }: { unread: number }) => (
  <div data-testid="no-services">
    <EmptyState
      title="No services yet"
      actions={
        <Link to={paths.projects()} className="inline-flex min-h-8 items-center text-accent underline">
          Go to projects
        </Link>
      }
    >
      {`${unread === 0 ? 'No project' : 'None of the projects that could be read'} has a service that your token can see.`}
    </EmptyState>
  </div>
)

interface AllServicesProps {
  projects: readonly string[]
  /** Sentences about projects that couldn't be read. */
  unread: readonly string[]
  /** Reads the projects again. */
  onRefresh: () => void
}

const AllServices = ({ projects, unread, onRefresh }: AllServicesProps) => {
  const api = useApi()
  const query = useCallback((project: string) => serviceList(api, project), [api])
  const {
    answers: lists,
    busy,
    settled,
    updatedAt,
    failures,
    refresh,
  } = useEveryProject({ projects, query, refreshAfter })
  const { cas, retry: retryCas } = useCas(projects, busy)
  const [besideHeading, setBesideHeading] = useState<HTMLElement | null>(null)
  // Many projects answer in quick succession: the list renders only as often as there is time.
  const settledLists = useDeferredValue(lists)
  const rows = useMemo(
    () => settledLists.flatMap((list, index) => (list ? rowsOf(projects[index] ?? '', list) : [])),
    [settledLists, projects],
  )
  const problems = useMemo(
    () =>
      settledLists.flatMap(
        (list, index) => list?.problems.map((problem) => `${projects[index] ?? ''}: ${problem}`) ?? [],
      ),
    [settledLists, projects],
  )
  // The shown list lags behind the loaded data.
  const loading = settled < projects.length || settledLists !== lists
  const isShown = useListReady(rows.length + problems.length > 0, !loading)
  const isEmpty =
    rows.length + problems.length + unread.length === 0 && (projects.length === 0 || failures.length < projects.length)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 grow items-center gap-3 max-sm:basis-full sm:basis-0">
          <h1 className="text-xl font-semibold whitespace-nowrap">{allServicesRoute.title}</h1>
          <div ref={setBesideHeading} className="min-w-0" />
        </div>
        <Updated
          at={updatedAt}
          busy={busy}
          onRefresh={() => {
            onRefresh()
            refresh()
            retryCas()
          }}
        />
      </div>
      <div className="space-y-4">
        {projects.length > 0 && (
          <Progress settled={settled} total={projects.length}>
            {settled === projects.length && <UnreadProjects failures={failures} onRetry={refresh} />}
          </Progress>
        )}
        {unread.map((sentence) => (
          <Note key={sentence} testId="unread">
            {sentence}
          </Note>
        ))}
        {isShown && rows.length + problems.length > 0 && (
          <Suspense fallback={<ListSkeleton />}>
            <ServiceBrowser
              scope={formatCount(projects.length, 'project')}
              besideHeading={besideHeading}
              rows={rows}
              cas={cas}
              columns={ALL_COLUMNS}
              more={MORE}
              problems={problems}
            />
          </Suspense>
        )}
        {!isShown && <ListSkeleton />}
        {isEmpty && !loading && (projects.length === 0 ? <NoProjects /> : <NoServices unread={failures.length} />)}
      </div>
    </>
  )
}

export const AllServicesPage = () => {
  const api = useApi()
  const query = useQuery(projectList(api))
  const { data, error, isFetching, refetch } = query
  const projects = useMemo(() => [...new Set(data?.items.map(({ project_name }) => project_name))], [data])
  if (data) return <AllServices projects={projects} unread={data.problems} onRefresh={() => void refetch()} />
  return (
    <>
      <div className="mb-4 flex min-h-8 items-center">
        <h1 className="text-xl font-semibold">{allServicesRoute.title}</h1>
      </div>
      {error ? (
        <ApiProblem
          error={error}
          what="The projects couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <Pending what="projects" query={query} queryKey={projectList(api).queryKey}>
          <div className="space-y-4">
            <p>
              <Skeleton className="w-24" />
            </p>
            <ListSkeleton />
          </div>
        </Pending>
      )}
    </>
  )
}
