import { useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useMemo } from 'react'

import { projectList, type Project } from '../../api/project.ts'
import { useApi, useBackend } from '../../api/use-api.ts'
import type { HealthItem } from '../../domain/health.ts'
import {
  forgetProject,
  inventoryError,
  isIncomplete,
  isUnread,
  projectCertificates,
  type ProjectCertificates,
} from '../../features/certificates/certificate-inventory.ts'
import { EndedCas } from '../../features/certificates/ended-cas.tsx'
import { lastProject } from '../../features/projects/last-project.ts'
import { ProjectsStates } from '../../features/projects/projects-states.tsx'
import { useEveryProject } from '../../features/projects/use-every-project.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Alerts } from './alerts.tsx'
import { AttentionCounts } from './attention-counts.tsx'
import { PasteBox } from './paste-box.tsx'
import { ProjectTable, type ProjectRow } from './project-table.tsx'

const endedCas = (looks: readonly ProjectCertificates[]): ReadonlyMap<string, HealthItem> =>
  new Map(
    looks.flatMap(({ project, rows }) => {
      const item = rows.find(({ kind, state, usedBy }) => kind === 'ca' && state === 'expired' && usedBy.length > 0)
      return item ? [[project, item] as const] : []
    }),
  )

const NONE: readonly Project[] = []

/** Only pages other than a project's own: the first link to a project here leads to its services. */
const caOf = (project: string): string => paths.certificates({ project, kind: 'ca' })

/** What is known of the certificates of all projects. */
const useInventory = (projects: readonly Project[]) => {
  const backend = useBackend()
  const names = useMemo(() => projects.map(({ project_name }) => project_name), [projects])
  const query = useCallback((project: string) => projectCertificates(backend, project), [backend])
  const { answers, awaited } = useEveryProject({ projects: names, query, errorOf: inventoryError })
  // Many projects answer in quick succession: the page renders only as often as there is time.
  const looks = useDeferredValue(answers)
  const found = useMemo(() => looks.filter((look) => look !== undefined), [looks])
  const byName = new Map(found.map((look) => [look.project, look]))
  return {
    names,
    found,
    complete: found.length === names.length,
    incomplete: found.filter(isIncomplete).map(({ project }) => project),
    unread: useMemo(() => found.filter(isUnread).map(({ project }) => project), [found]),
    rows: useMemo(() => found.flatMap((look) => look.rows), [found]),
    ended: useMemo(() => endedCas(found), [found]),
    table: projects.map((project): ProjectRow => {
      const { project_name: name } = project
      return { project, look: byName.get(name), busy: awaited.has(name) }
    }),
    retry: useCallback(
      (project: string) =>
        void forgetProject(backend, project).then(() =>
          backend.queryClient.prefetchQuery(projectCertificates(backend, project)),
        ),
      [backend],
    ),
  }
}

const CountSkeletons = () => (
  <div className="space-y-1">
    <div className="grid gap-3 sm:grid-cols-3">
      {/* As high as the counts: the first has a line for what is most urgent. */}
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-[62px] w-full sm:h-20" />
      <Skeleton className="h-[62px] w-full sm:h-20" />
    </div>
    {/* As high as the line that says what the counts lack. */}
    <p className="text-xs max-sm:min-h-[2lh]">&nbsp;</p>
  </div>
)

const RowSkeletons = () => (
  <div className="space-y-4">
    {['d', 'e', 'f'].map((key) => (
      <Skeleton key={key} className="h-11 w-full" />
    ))}
  </div>
)

/** The start page: what needs attention, the box for errors, and the projects. */
export const HomePage = () => {
  const api = useApi()
  const query = useQuery(projectList(api))
  const { data } = query
  const { names, found, complete, incomplete, unread, rows, ended, table, retry } = useInventory(data?.items ?? NONE)
  const isFirstVisit = lastProject() === undefined
  return (
    <div className="space-y-4">
      <h1 className="text-xl font-semibold">Home</h1>
      {isFirstVisit && (
        <p data-testid="first-visit" className="max-w-prose text-muted">
          Anchor tells you which of your Aiven services need a CA certificate, gives you the file with settings that
          verify the server, and warns you before anything expires.
        </p>
      )}
      {query.isLoading && <CountSkeletons />}
      {data && data.items.length > 0 && (
        <AttentionCounts
          rows={rows}
          endedCas={[...ended.keys()]}
          complete={complete}
          projects={{ all: names.length, incomplete, unread }}
        />
      )}
      <PasteBox />
      {/* Below the box: a line that says how long it takes would push the box away while someone uses it. */}
      <ProjectsStates query={query} what="projects" skeleton={<RowSkeletons />} />
      {data && data.items.length > 0 && (
        <section aria-labelledby="projects" className="space-y-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="projects" className="text-base font-semibold">
              Projects
            </h2>
            <p role="status" className="text-muted">
              {found.length < data.items.length && `${String(found.length)} of `}
              {formatCount(data.items.length, 'project')}
            </p>
          </div>
          <ProjectTable rows={table} onRetry={retry} />
        </section>
      )}
      {/* What loads last is last, so that nothing above moves. */}
      <EndedCas ended={ended} pathOf={caOf} />
      {data && <Alerts projects={names} unread={unread} enabled={complete} />}
    </div>
  )
}
