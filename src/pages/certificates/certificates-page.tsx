import { useApi, useBackend } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo } from 'react'

import { projectList } from '../../api/project.ts'
import {
  forgetProject,
  inventoryError,
  isIncomplete,
  projectCertificates,
  type ProjectCertificates,
} from '../../features/certificates/certificate-inventory.ts'
import { ProjectsStates } from '../../features/projects/projects-states.tsx'
import { UnreadProjects } from '../../features/projects/unread-projects.tsx'
import { useListReady } from '../../features/projects/use-list-ready.ts'
import { useEveryProject } from '../../features/projects/use-every-project.ts'
import type { CertificateRow } from '../../domain/certificate-row.ts'
import { formatCount } from '../../lib/format-number.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { columnsWith } from './certificate-columns.tsx'
import { CertificateDownloads } from './certificate-downloads.tsx'
import { CertificateHeadline } from './certificate-headline.tsx'
import { CertificateFilters } from './certificate-filters.tsx'
import { applyView, SORTS } from './certificate-view.ts'
import { ExpiryTimeline } from './expiry-timeline.tsx'
import { useCertificateView } from './use-certificate-view.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { certificatesRoute } from './route.ts'

/** Number of sentences shown about services that couldn't be read. */
const MAX_PROBLEMS = 5

const Skeletons = () => (
  <div className="space-y-px rounded-lg border border-border bg-surface p-3">
    {['a', 'b', 'c', 'd', 'e'].map((key) => (
      <div key={key} className="flex h-14 items-center gap-6">
        <Skeleton className="w-48" />
        <Skeleton className="w-24 max-lg:hidden" />
        <Skeleton className="w-32" />
      </div>
    ))}
  </div>
)

const LookProgress = ({ done, of }: { done: number; of: number }) => (
  <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
    Read {done} of {formatCount(of, 'project')}
    <progress max={of} value={done} className="h-2 w-24 accent-accent sm:w-48" />
  </label>
)

const Problems = ({ looks }: { looks: readonly ProjectCertificates[] }) => {
  const problems = looks.flatMap(({ project, problems: found }) => found.map((text) => `${project}: ${text}`))
  if (problems.length === 0) return null
  return (
    <Note testId="unread">
      {[...new Set(problems)].slice(0, MAX_PROBLEMS).map((text) => (
        <p key={text} className="wrap-anywhere">
          {text}
        </p>
      ))}
      {problems.length > MAX_PROBLEMS && <p>And {problems.length - MAX_PROBLEMS} more.</p>}
    </Note>
  )
}

const fingerprintsOf = (looks: readonly ProjectCertificates[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    looks.map(({ project, rows }) => [
      project,
      rows.flatMap(({ kind, sha256 }) => (kind === 'ca' && sha256 !== undefined ? [sha256] : [])),
    ]),
  )

const idOf = ({ id }: CertificateRow): string => id

interface InventoryProps {
  projects: readonly string[]
  /** Some projects of the list couldn't be read. */
  lacksProjects: boolean
}

const Inventory = ({ projects, lacksProjects }: InventoryProps) => {
  const backend = useBackend()
  const query = useCallback((project: string) => projectCertificates(backend, project), [backend])
  const forget = useCallback((project: string) => forgetProject(backend, project), [backend])
  const { answers, awaited, refresh } = useEveryProject({ projects, query, forget, errorOf: inventoryError })
  // Many projects answer in quick succession: the table renders only as often as there is time.
  const deferred = useDeferredValue(answers)
  const looks = useMemo(() => deferred.filter((look) => look !== undefined), [deferred])
  const controls = useCertificateView()
  const { view, change } = controls
  const rows = useMemo(() => looks.flatMap((look) => look.rows), [looks])
  const columns = useMemo(() => columnsWith(fingerprintsOf(looks)), [looks])
  // The view is a new object in every render, so compare its values.
  const wanted = JSON.stringify(view)
  // oxlint-disable-next-line react/exhaustive-deps -- as said
  const shown = useMemo(() => applyView(rows, view, new Date()), [rows, wanted])
  // The timeline stays complete while the table is filtered to one month.
  // oxlint-disable-next-line react/exhaustive-deps -- as said
  const inPicture = useMemo(() => applyView(rows, { ...view, month: '' }, new Date()), [rows, wanted])
  const failed = looks.filter(({ failure }) => failure).length
  const failures = looks.flatMap(({ project, failure }) =>
    failure && (view.project === '' || view.project === project)
      ? [{ project, ...failure, busy: awaited.has(project) }]
      : [],
  )
  const complete = looks.length === projects.length
  const isShown = useListReady(looks.length > 0, complete)
  const missing = [
    ...(complete ? [] : [`of ${String(looks.length)} of ${formatCount(projects.length, 'project')}`]),
    ...(failed > 0 ? [`without what couldn’t be read of ${formatCount(failed, 'project')}`] : []),
  ].join(', ')
  /** The project that the URL names, if the user has none of that name. */
  const ghost = lacksProjects || view.project === '' || projects.includes(view.project) ? undefined : view.project
  const concerned = looks.filter(({ project }) => view.project === '' || view.project === project)
  const nothing = complete && awaited.size === 0 && shown.length === 0
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        {/* As high as the final content: nothing below moves. */}
        <div className="flex min-h-13 min-w-0 grow flex-wrap content-start items-center gap-x-4 max-sm:min-h-18 max-sm:basis-full sm:basis-0">
          <div className="max-sm:min-h-10 max-sm:basis-full">
            {awaited.size > 0 && <LookProgress done={projects.length - awaited.size} of={projects.length} />}
            <Outcome tone="neutral">
              {complete && awaited.size === 0 && ghost === undefined && (
                <CertificateHeadline shown={shown} total={rows.length} looks={concerned} projects={projects.length} />
              )}
            </Outcome>
          </div>
          <UnreadProjects failures={failures} onRetry={refresh} />
        </div>
        <div className="flex flex-wrap items-start gap-2">
          <CertificateDownloads rows={shown} missing={missing === '' ? undefined : missing} />
          <Button
            icon="refresh"
            busy={awaited.size > 0}
            onClick={() => {
              if (awaited.size === 0) refresh(projects)
            }}
          >
            Refresh
          </Button>
        </div>
      </div>
      <CertificateFilters projects={projects} {...controls} />
      <Problems looks={looks} />
      {!isShown && ghost === undefined && (
        <>
          <Loading what="certificates" />
          <Skeletons />
        </>
      )}
      {ghost !== undefined && (
        <div data-testid="no-such-project">
          <EmptyState
            title={`There is no project “${ghost}”`}
            actions={
              <Button
                onClick={() => {
                  change({ project: '' })
                }}
              >
                Show every project
              </Button>
            }
          >
            Or your token can’t see it.
          </EmptyState>
        </div>
      )}
      {isShown && ghost === undefined && (
        <>
          <ExpiryTimeline
            rows={inPicture}
            month={view.month}
            onMonth={(month) => {
              change({ month })
            }}
          />
          <DataTable
            label="Certificates"
            columns={columns}
            rows={shown}
            total={rows.length}
            keyOf={idOf}
            sort={view}
            onSort={({ column, descending }) => {
              change({ column: SORTS.find((id) => id === column) ?? view.column, descending })
            }}
            empty={
              nothing && (
                <EmptyState
                  title={
                    rows.length > 0
                      ? 'No certificate matches'
                      : concerned.some(isIncomplete)
                        ? 'No certificate could be read'
                        : 'No certificates'
                  }
                  actions={
                    rows.length > 0 && (
                      <Button
                        onClick={() => {
                          change({ search: '', state: '', kind: '', project: '', month: '' })
                        }}
                      >
                        Clear filters
                      </Button>
                    )
                  }
                />
              )
            }
          />
        </>
      )}
    </div>
  )
}

/** Every certificate of every project: when it ends, who needs it, and what to do. */
export const CertificatesPage = () => {
  const api = useApi()
  const query = useQuery(projectList(api))
  const { data } = query
  const projects = useMemo(() => [...new Set(data?.items.map(({ project_name }) => project_name))], [data])
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">{certificatesRoute.title}</h1>
      <p className="mb-4 max-w-3xl text-muted">
        The CA of every project and the certificate of every service user that your token can see: when each ends, and
        what to do before it does.
      </p>
      <div className="space-y-4">
        <ProjectsStates query={query} what="certificates" skeleton={<Skeletons />} />
        {projects.length > 0 && <Inventory projects={projects} lacksProjects={(data?.problems.length ?? 0) > 0} />}
      </div>
    </>
  )
}
